import type { LocalDate } from '../../calendar/dates.ts'
import type { Count } from '../metrics/keep-counts.ts'
import { reportsDue, reportsOnTime } from '../metrics/ready-metrics.ts'

export const countedKeys = [reportsDue, reportsOnTime] as const

/** A round of reports that was due. */
export interface DueRound {
  readonly date: LocalDate
  /** Who was to answer it. */
  readonly expected: readonly { readonly memberId: string; readonly personId: string }[]
  /** Who answered it in time; whoever was not to answer it does not count. */
  readonly onTime: ReadonlySet<string>
}

/** What the days come to for those people, also for whom nothing was due: so that a day counted by mistake is put right. */
export function countsOf(
  rounds: readonly DueRound[],
  people: readonly { readonly memberId: string; readonly personId: string }[],
): readonly Count[] {
  return [...Map.groupBy(rounds, ({ date }) => date)].flatMap(([date, ofDay]) =>
    people.map(({ memberId, personId }) => {
      const due = ofDay.filter(({ expected }) => expected.some(one => one.memberId === memberId))
      const onTime = due.filter(round => round.onTime.has(memberId))
      return { memberId, personId, date, values: { [reportsDue]: due.length, [reportsOnTime]: onTime.length } }
    }),
  )
}
