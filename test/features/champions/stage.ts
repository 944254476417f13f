import { nextSlot } from '../../../src/calendar/schedule.ts'
import { toInstant } from '../../../src/calendar/zone.ts'
import type { Team } from '../../../src/context.ts'
import { champions } from '../../../src/features/champions/feature.ts'
import type { Store } from '../../../src/store/store.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { makeContext, wordsOf } from '../harness.ts'
import { stageTeam } from '../metrics/stage.ts'

const zone = 'Asia/Shanghai'

/** That wall time in Shanghai: `2026-11-02 09:30`. */
export function at(text: string): Date {
  const [date = '', time = ''] = text.split(' ')
  return toInstant(date, time, zone)
}

export const command = champions.commands?.find(({ name }) => name === 'champion')

/** A team whose clock can be run for the champions. */
export async function stageChampions(
  store: Store,
  people: Parameters<typeof stageTeam>[1],
  settings: Team['settings'] = {},
) {
  const staged = await stageTeam(store, people, settings)
  const { team } = staged

  /** Runs the job at its first slot after that midnight, however late; answers what it said and emitted. */
  async function clock(job: 'champions.named' | 'champions.checked', date: string) {
    const wanted = champions.jobs?.find(({ name }) => name === job)
    const [schedule] = (await wanted?.schedules(store.prisma, team)) ?? []
    const slot = schedule && nextSlot(schedule.spec, zone, team.calendar, at(`${date} 00:00`))
    if (!wanted || !slot) return { slot: null, said: [], emitted: [] }
    return inTransaction(store, async tx => {
      const { ctx, said, emitted } = makeContext(tx, { team, actor: null, place: null, now: slot.at })
      await wanted.run(ctx, { at: slot.at, date: slot.date, arg: '' })
      return { slot, emitted, said: said.map(saying => ({ ...saying, words: wordsOf(saying.content) })) }
    })
  }

  /** Lets the champions hear at that moment that rates were given. */
  async function ratesGiven(now: Date) {
    const [reaction] = (champions.reactions ?? []).filter(({ on }) => on === 'rates.given')
    return inTransaction(store, async tx => {
      const { ctx, said, emitted } = makeContext(tx, { team, actor: null, place: null, now })
      await reaction?.run(ctx, {})
      return { emitted, said: said.map(saying => ({ ...saying, words: wordsOf(saying.content) })) }
    })
  }

  return { ...staged, clock, ratesGiven }
}
