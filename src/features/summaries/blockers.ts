import type { LocalDate } from '../../calendar/dates.ts'
import { fold } from '../metrics/metric.ts'
import type { Named, SummaryFacts } from './facts.ts'

/** A blocker, by whoever named it, since when they have. */
export interface BlockerLine extends Named {
  readonly text: string
  readonly since: LocalDate
}

/**
 * A blocker is open while its owner's latest words still name it, and solved once they have spoken without it. Named on
 * several days it is one; whose owner has left the team is nobody's any more.
 */
export function openAndSolved({ members, blockers, latest }: Pick<SummaryFacts, 'members' | 'blockers' | 'latest'>): {
  readonly open: readonly BlockerLine[]
  readonly solved: readonly BlockerLine[]
} {
  const lines = members.flatMap(({ memberId, name }) => {
    const own = blockers.filter(said => said.memberId === memberId)
    return [...Map.groupBy(own, ({ text }) => fold(text)).values()].flatMap(([newest, ...older]): BlockerLine[] => {
      if (newest === undefined) return []
      return [{ memberId, name, text: newest.text, since: older.at(-1)?.date ?? newest.date }]
    })
  })
  const isOpen = ({ memberId, text }: BlockerLine) =>
    (latest.get(memberId) ?? []).some(still => fold(still) === fold(text))
  const oldestFirst = lines.toSorted((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : 0))
  return { open: oldestFirst.filter(isOpen), solved: oldestFirst.filter(line => !isOpen(line)) }
}
