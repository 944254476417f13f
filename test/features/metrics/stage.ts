import { append } from '../../../src/audit/append.ts'
import type { Lang } from '../../../src/base/words.ts'
import type { Actor, MemberContext, Place, Team } from '../../../src/context.ts'
import type { Action, Command } from '../../../src/features/feature.ts'
import { createDefaultMetrics } from '../../../src/features/metrics/catalogue.ts'
import { type Recording, recordValues } from '../../../src/features/metrics/entries.ts'
import type { Store } from '../../../src/store/store.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { givenMember, givenTeam, makeContext, wordsOf } from '../harness.ts'

/** A team with the usual metrics, its members by name, and ways to let them act. */
export async function stageTeam(
  store: Store,
  people: Parameters<typeof givenMember>[2][],
  settings: Team['settings'] = {},
) {
  const { prisma } = store
  const team = await givenTeam(prisma, { settings })
  const members = new Map<string, Actor>()
  for (const person of people) members.set(person.name, await givenMember(prisma, team, person))
  await createDefaultMetrics(prisma, team)

  function who(name: string): Actor {
    const actor = members.get(name)
    if (!actor) throw new Error(`nobody is called ${name}`)
    return actor
  }

  /** Runs a verb as a member; answers what was said, in order. */
  async function act(name: string, verb: (ctx: MemberContext) => Promise<void>, at: At) {
    const { place = { kind: 'group', channelId: salesGroup }, now = friday, lang = 'zh' } = at
    const actor = { ...who(name), lang }
    return inTransaction(store, async tx => {
      const { ctx, said, emitted, noted } = makeContext(tx, { team, actor, place, now, lang })
      await verb(ctx)
      await append(tx, noted)
      return { said, emitted, words: said.map(saying => wordsOf(saying.content)) }
    })
  }

  /** Types a command's words after its name. */
  async function type(name: string, command: Command | undefined, rest: string, at: At = {}) {
    if (!command || command.least === 'guest') throw new Error('not a command for members')
    return act(name, ctx => command.run(ctx, rest), at)
  }

  /** Presses a button that carries a value. */
  async function press(name: string, action: Action | undefined, value: string, at: At = {}) {
    if (!action || action.least === 'guest') throw new Error('not a button for members')
    return act(name, ctx => action.run(ctx, { value }), at)
  }

  /** Records a member's values, as their report does. */
  async function record(
    name: string,
    date: string,
    values: Recording['values'],
    more: Partial<Recording> & { now?: Date } = {},
  ) {
    const { now = friday, ...facts } = more
    const { memberId, personId } = who(name)
    return inTransaction(store, tx =>
      recordValues({ tx, team, now }, { memberId, date, values, source: 'report', createdBy: personId, ...facts }),
    )
  }

  return { team, who, act, type, press, record }
}

interface At {
  readonly place?: Place
  readonly now?: Date
  readonly lang?: Lang
}

/** The group in which people speak unless told. */
export const salesGroup = '01993f00-0000-7000-8000-0000000000aa'

/** Friday, 20 November 2026, 16:00 in Shanghai. */
export const friday = new Date('2026-11-20T08:00:00Z')
