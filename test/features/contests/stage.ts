import { toInstant } from '../../../src/calendar/zone.ts'
import type { Emission, Role, Saying } from '../../../src/context.ts'
import { contests } from '../../../src/features/contests/feature.ts'
import type { ActionInput, Command } from '../../../src/features/feature.ts'
import { metrics } from '../../../src/features/metrics/feature.ts'
import type { Store } from '../../../src/store/store.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { makeContext, wordsOf } from '../harness.ts'
import { stageTeam } from '../metrics/stage.ts'

const zone = 'Asia/Shanghai'
const command = contests.commands?.[0]
const job = contests.jobs?.[0]

const at = (text: string): Date => {
  const [date = '', time = ''] = text.split(' ')
  return toInstant(date, time, zone)
}

interface Heard extends Saying {
  readonly words: string
}

/** A manager 王经理 and reps, with ways to type `/contest`, to record values and to let the clock reach a day. */
export async function stageContests(
  store: Store,
  reps: readonly string[] = ['张三', '李四', '王五', '赵六'],
  settings: Record<string, unknown> = {},
) {
  const people = [{ name: '王经理', role: 'manager' as Role }, ...reps.map(name => ({ name }))]
  const staged = await stageTeam(store, people, settings)
  const { team } = staged

  async function says(name: string, text: string, now: string, place?: 'direct') {
    const more = place === undefined ? {} : { place: { kind: 'direct' as const } }
    return staged.type(name, command, text, { now: at(now), ...more })
  }

  /** Changes what the team counts, as `/指标` does. */
  const counts = (words: string) => staged.type('王经理', metrics.commands?.[0], words)

  /** 王经理 gives another command at that time. */
  const gives = (other: Command | undefined, text: string, now: string) =>
    staged.type('王经理', other, text, { now: at(now) })

  /** Lets the job run for that day, as the clock does on workdays at 09:10. */
  async function day(date: string, late = 0): Promise<{ heard: readonly Heard[]; emitted: readonly Emission[] }> {
    if (!job) throw new Error('no job')
    const slot = { at: at(`${date} 09:10`), date, arg: '' }
    return inTransaction(store, async tx => {
      const now = new Date(slot.at.getTime() + late * 60_000)
      const { ctx, said, emitted } = makeContext(tx, { team, actor: null, place: null, now })
      await job.run(ctx, slot)
      return { heard: said.map(saying => ({ ...saying, words: wordsOf(saying.content) })), emitted }
    })
  }

  /** What the whole group heard on that day. */
  async function news(date: string): Promise<string> {
    const { heard } = await day(date)
    return heard
      .filter(({ to }) => 'team' in to)
      .map(({ words }) => words)
      .join('\n---\n')
  }

  const record = (name: string, date: string, values: Record<string, number>) =>
    staged.record(name, date, values, { now: at(`${date} 19:00`) })

  const recordLate = (name: string, date: string, values: Record<string, number>, now: string) =>
    staged.record(name, date, values, { now: at(now) })

  /** Presses a button, or sends a form. */
  async function use(name: string, id: string, input: ActionInput, now: string) {
    const action = contests.actions?.find(one => one.id === id)
    if (!action || action.least === 'guest') throw new Error(`no action ${id}`)
    return staged.act(name, ctx => action.run(ctx, input), { now: at(now) })
  }

  return { team, who: staged.who, says, counts, gives, use, day, news, record, recordLate }
}
