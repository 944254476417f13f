import { slotsBetween } from '../../../src/calendar/schedule.ts'
import { toInstant } from '../../../src/calendar/zone.ts'
import type { Emission, Saying, Team } from '../../../src/context.ts'
import { boards } from '../../../src/features/boards/feature.ts'
import type { Job } from '../../../src/features/feature.ts'
import type { Store } from '../../../src/store/store.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { makeContext, wordsOf } from '../harness.ts'
import { stageTeam } from '../metrics/stage.ts'

const zone = 'Asia/Shanghai'

const revise = boards.reactions?.find(reaction => reaction.on === 'entries.corrected')

/** That wall time in Shanghai: `2026-11-20 17:00`. */
export function at(text: string): Date {
  const [date = '', time = ''] = text.split(' ')
  return toInstant(date, time, zone)
}

type Heard = Saying & { readonly job: string; readonly words: string }

/** A team whose boards are posted by the clock; 李伟, the newcomer, joined with November. */
export async function stageBoards(
  store: Store,
  settings: Team['settings'] = {},
  people: Parameters<typeof stageTeam>[1] = [
    { name: '李伟', joinedOn: '2026-11-01' },
    { name: '张三' },
    { name: '赵六' },
  ],
) {
  const staged = await stageTeam(store, people, settings)
  const { team } = staged

  /** Every slot of every board from one moment to another, as `boards.weekly 2026-11-20 17:00`. */
  async function due(from: string, to: string): Promise<readonly string[]> {
    return (await slots(from, to)).map(({ job, slot }) => `${job.name} ${slot.date} ${slot.time}`)
  }

  /** Moves the clock: runs whatever boards are due on the way, and answers what was said. */
  async function clock(from: string, to: string): Promise<readonly Heard[]> {
    const heard: Heard[] = []
    for (const { job, slot, arg } of await slots(from, to))
      await inTransaction(store, async tx => {
        const { ctx, said } = makeContext(tx, { team, actor: null, place: null, now: slot.at })
        await job.run(ctx, { at: slot.at, date: slot.date, arg })
        heard.push(...said.map(saying => ({ ...saying, job: job.name, words: wordsOf(saying.content) })))
      })
    return heard
  }

  async function slots(from: string, to: string) {
    const found = await Promise.all(
      (boards.jobs ?? []).map(async (job: Job) =>
        (await job.schedules(store.prisma, team)).flatMap(({ arg, spec }) =>
          slotsBetween(spec, zone, team.calendar, at(from), at(to)).map(slot => ({ job, arg, slot })),
        ),
      ),
    )
    return found.flat().toSorted((one, other) => one.slot.at.getTime() - other.slot.at.getTime())
  }

  /** What is said when others hear of what somebody did. */
  async function react(emitted: readonly Emission[], now: Date) {
    const heard: (Saying & { words: string })[] = []
    for (const { name, payload } of emitted) {
      if (name !== revise?.on) continue
      await inTransaction(store, async tx => {
        const { ctx, said } = makeContext(tx, { team, actor: null, place: null, now })
        await revise.run(ctx, payload)
        heard.push(...said.map(saying => ({ ...saying, words: wordsOf(saying.content) })))
      })
    }
    return heard
  }

  return { ...staged, due, clock, react }
}
