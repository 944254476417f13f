import { toInstant } from '../../../src/calendar/zone.ts'
import type { Actor, Emission, Role, Saying, TeamContext } from '../../../src/context.ts'
import type { ActionInput } from '../../../src/features/feature.ts'
import { metrics } from '../../../src/features/metrics/feature.ts'
import { rewards } from '../../../src/features/rewards/feature.ts'
import type { Store } from '../../../src/store/store.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { makeContext, wordsOf } from '../harness.ts'
import { stageTeam } from '../metrics/stage.ts'

const zone = 'Asia/Shanghai'

const at = (text: string): Date => {
  const [date = '', time = ''] = text.split(' ')
  return toInstant(date, time, zone)
}

interface Told {
  readonly said: readonly Saying[]
  readonly emitted: readonly Emission[]
  readonly words: readonly string[]
}

/** Managers 王经理 and 陈经理 and reps 张三, 李四, 王五, with points switched on unless told. */
export async function stageRewards(store: Store, settings: Record<string, unknown> = { rewards: { points: true } }) {
  const people = [
    { name: '王经理', role: 'manager' as Role },
    { name: '陈经理', role: 'manager' as Role },
    ...['张三', '李四', '王五'].map(name => ({ name })),
  ]
  const staged = await stageTeam(store, people, settings)
  const { team, who } = staged

  /** Types `/points …` and the like, in a direct chat. */
  async function says(name: string, line: string, now = '2026-11-20 10:00'): Promise<Told> {
    const [word = '', ...rest] = line.replace(/^\//, '').split(' ')
    const command = rewards.commands?.find(one => one.words.includes(word))
    return staged.type(name, command, rest.join(' '), { now: at(now), place: { kind: 'direct' } })
  }

  /** Changes what the team counts, as `/指标` does. */
  const counts = (words: string) => staged.type('王经理', metrics.commands?.[0], words)

  /** Gives rates, as `/汇率` does. */
  const rates = (words: string) =>
    staged.type(
      '王经理',
      metrics.commands?.find(({ name }) => name === 'rate'),
      words,
    )

  async function use(name: string, id: string, input: ActionInput, now = '2026-11-20 10:00'): Promise<Told> {
    const action = rewards.actions?.find(one => one.id === id)
    if (!action || action.least === 'guest') throw new Error(`no action ${id}`)
    return staged.act(name, ctx => action.run(ctx, input), { now: at(now) })
  }

  async function asTeam(now: Date, run: (ctx: TeamContext) => Promise<void>): Promise<Told> {
    return inTransaction(store, async tx => {
      const { ctx, said, emitted } = makeContext(tx, { team, actor: null, place: null, now })
      await run(ctx)
      return { said, emitted, words: said.map(({ content }) => wordsOf(content)) }
    })
  }

  /** Another feature says that something happened. */
  const happens = (on: string, payload: Record<string, unknown>, now = '2026-11-20 10:00') =>
    asTeam(at(now), async ctx => {
      for (const reaction of rewards.reactions ?? []) if (reaction.on === on) await reaction.run(ctx, payload)
    })

  /** Lets the clock reach a day's slot of the pools. */
  const day = (date: string, arg: 'check' | 'post' = 'check') =>
    asTeam(at(`${date} 17:10`), async ctx => {
      await rewards.jobs?.[0]?.run(ctx, { at: at(`${date} 17:10`), date, arg })
    })

  const record = (name: string, date: string, values: Record<string, number>) =>
    staged.record(name, date, values, { now: at(`${date} 16:00`) })

  const balance = async (name: string): Promise<number> =>
    (await store.prisma.pointBalance.findUnique({ where: { memberId: who(name).memberId } }))?.balance ?? 0

  const recount = async (name: string): Promise<number> => {
    const { _sum } = await store.prisma.pointEntry.aggregate({
      where: { memberId: who(name).memberId },
      _sum: { delta: true },
    })
    return _sum.delta ?? 0
  }

  return { team, who, says, counts, rates, use, happens, day, record, balance, recount }
}

export type StagedRewards = Awaited<ReturnType<typeof stageRewards>>

/** What features hear when a member thanks another one. */
export function kudos(batchId: string, from: Actor, to: Actor) {
  return { batchId, giverId: from.memberId, receiverIds: [to.memberId], tags: [], date: '2026-11-20' }
}
