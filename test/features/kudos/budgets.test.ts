import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { UserError } from '../../../src/base/errors.ts'
import { newId } from '../../../src/base/ids.ts'
import { mondayOf } from '../../../src/calendar/dates.ts'
import { toLocal } from '../../../src/calendar/zone.ts'
import type { Actor, Team } from '../../../src/context.ts'
import { kudos } from '../../../src/features/kudos/feature.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { givenMember, givenTeam, makeContext } from '../harness.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const limits = { givePerDay: 3, receivePerDay: 3, pairPerWeek: 2, values: [], undoMinutes: 15 }
const names = ['张三', '李四', '王芳', '赵六']
const start = new Date('2026-11-20T01:00:00Z')

/** Somebody thanks some others, or takes their last thanks back, some hours after what was before. */
const doing = fc.record({
  by: fc.constantFrom(...names),
  to: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
  isUndo: fc.nat(7).map(n => n === 0),
  hours: fc.constantFrom(0, 0, 0, 0.1, 3, 14),
})

type Doing = typeof doing extends fc.Arbitrary<infer T> ? T : never

const thanks = (by: string, to: string, hours: Doing['hours'] = 0): Doing => ({ by, to: [to], isUndo: false, hours })

/** Chance alone does not always come near each limit. */
const nearEveryLimit: Doing[] = [
  thanks('张三', '张三'),
  ...['张三', '李四', '王芳', '张三'].map(by => thanks(by, '赵六')),
  ...['张三', '张三', '王芳'].map(to => thanks('李四', to)),
  thanks('李四', '张三', 14),
  thanks('李四', '张三', 14),
]

const refused = new Set<string>()

async function live(all: readonly Doing[]): Promise<Team> {
  const { prisma } = database.store
  const team = await givenTeam(prisma, { settings: { kudos: limits } })
  await prisma.channel.create({ data: { id: newId(), platform: 'room', externalId: team.id, teamId: team.id } })
  const members = new Map<string, Actor>()
  for (const name of names) members.set(name, await givenMember(prisma, team, { name }))
  let now = start
  for (const [n, { by, to, isUndo, hours }] of all.entries()) {
    now = new Date(now.getTime() + hours * 3_600_000 + 1)
    const actor = members.get(by)
    if (!actor) throw new Error('everybody is there')
    const words = isUndo ? 'undo' : `${to.map(name => `@${name}`).join(' ')} 第 ${n} 次帮忙`
    await inTransaction(database.store, async tx => {
      const { ctx } = makeContext(tx, { team, actor, place: { kind: 'direct' } as const, now })
      const [command] = kudos.commands ?? []
      if (command?.least !== 'rep') throw new Error('kudos are for members')
      await command.run(ctx, words)
    }).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error
      refused.add(error.code)
    })
  }
  return team
}

test('no sequence of thanks exceeds what may be given, received and said to the same one', {
  timeout: 180_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { minLength: 20, maxLength: 40 }), async all => {
      const team = await live(all)
      const rows = await database.store.prisma.kudos.findMany({ where: { teamId: team.id, withdrawnAt: null } })
      const most = (key: (row: (typeof rows)[number]) => string) =>
        Math.max(
          0,
          ...Map.groupBy(rows, key)
            .values()
            .map(group => group.length),
        )
      expect(most(row => `${row.giverId} ${row.date}`)).toBeLessThanOrEqual(limits.givePerDay)
      expect(most(row => `${row.receiverId} ${row.date}`)).toBeLessThanOrEqual(limits.receivePerDay)
      expect(most(row => `${row.giverId} ${row.receiverId} ${mondayOf(row.date)}`)).toBeLessThanOrEqual(
        limits.pairPerWeek,
      )
      expect(rows.filter(row => row.giverId === row.receiverId)).toEqual([])
      expect(rows.filter(row => row.date !== toLocal(row.givenAt, team.zone).date)).toEqual([])
    }),
    { numRuns: 12, examples: [[nearEveryLimit]] },
  )
  // Each limit was met: a sequence that never comes near one proves nothing.
  expect([...refused]).toEqual(
    expect.arrayContaining(['kudos.self', 'kudos.give-budget', 'kudos.receive-budget', 'kudos.pair-limit']),
  )
})

test('two who thank at the same moment do not exceed them together', async () => {
  const { prisma } = database.store
  const team = await givenTeam(prisma, { settings: { kudos: { ...limits, receivePerDay: 1 } } })
  await prisma.channel.create({ data: { id: newId(), platform: 'room', externalId: team.id, teamId: team.id } })
  const people = []
  for (const name of names) people.push(await givenMember(prisma, team, { name }))
  const thank = (actor: Actor) =>
    inTransaction(database.store, async tx => {
      const { ctx } = makeContext(tx, { team, actor, place: { kind: 'direct' } as const, now: start })
      const [command] = kudos.commands ?? []
      if (command?.least !== 'rep') throw new Error('kudos are for members')
      await command.run(ctx, '@赵六 帮了大忙')
    })
  const outcomes = await Promise.allSettled(people.slice(0, 3).map(thank))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await prisma.kudos.count({ where: { teamId: team.id } })).toBe(1)
})
