import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UserError } from '../../../src/base/errors.ts'
import { newId } from '../../../src/base/ids.ts'
import { eachDate } from '../../../src/calendar/dates.ts'
import { leaveOn } from '../../../src/calendar/leave.ts'
import { joinPeople } from '../../../src/features/linking/join-people.ts'
import { type Membership, uniteMemberships } from '../../../src/features/linking/unite.ts'
import { recount } from '../../../src/features/metrics/recount.ts'
import { leavesOf } from '../../../src/features/team/leaves.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { aMoment } from '../harness.ts'
import { sharedStore, stageTeam } from '../reports/stage.ts'

const database = sharedStore()
const days = ['2026-11-18', '2026-11-19', '2026-11-20']

/** What somebody reported on a day, maybe twice, the second time in other words. */
const report = fc.record({ visits: fc.nat(99), calls: fc.nat(99), first: fc.option(fc.nat(99)) })
type Reported = typeof report extends fc.Arbitrary<infer T> ? T : never
const week = fc.array(fc.option(report, { freq: 3 }), { minLength: days.length, maxLength: days.length })
const leave = fc.record({
  from: fc.constantFrom('2026-12-01', '2026-12-02', '2026-12-03', '2026-12-05'),
  to: fc.constantFrom('2026-12-05', '2026-12-06', '2026-12-08'),
  half: fc.constantFrom(null, 'am', 'pm'),
})
const history = fc.record({ week, leaves: fc.array(leave, { maxLength: 2 }) })
interface History {
  readonly week: readonly (Reported | null)[]
  readonly leaves: readonly { readonly from: string; readonly to: string; readonly half: 'am' | 'pm' | null }[]
}

/** A team with two who live through their histories, and another team of the newer alone. */
async function live(older: History, newer: History) {
  const { prisma } = database.store
  const stage = await stageTeam(database.store, [{ name: '李雷' }, { name: 'Li Lei' }])
  const [old, young] = [stage.who('李雷'), stage.who('Li Lei')]
  await prisma.person.update({ where: { id: young.personId }, data: { createdAt: new Date(aMoment.getTime() + 1) } })
  for (const [name, actor, { week, leaves }] of [
    ['李雷', old, older],
    ['Li Lei', young, newer],
  ] as const) {
    for (const [n, said] of week.entries()) {
      const day = days[n]?.slice(5) ?? ''
      if (said?.first != null) await stage.says(name, `${day} 18:00`, `/report 拜访${said.first} 签单3`)
      if (said) await stage.says(name, `${day} 18:10`, `/report 拜访${said.visits} 电话${said.calls} 签单3`)
    }
    await prisma.leave.createMany({
      data: leaves.map(row => ({
        ...row,
        ...{ id: newId(), memberId: actor.memberId, createdBy: actor.personId, createdAt: aMoment },
      })),
    })
  }
  const second = await stageTeam(database.store, [{ name: 'Li Lei', personId: young.personId }], { name: '大客户组' })
  const join = (keep: string | null) =>
    inTransaction(database.store, tx =>
      joinPeople(
        { tx, now: aMoment },
        {
          ...{ here: old.personId, there: young.personId, platform: null, by: old.personId, keep },
          refuse: () => new UserError('test.twice', { zh: '', en: '' }),
        },
      ),
    )
  return { stage, second, old, young, join }
}

const shown = (said: Reported | null | undefined) => (said ? { visits: said.visits, calls: said.calls, deals: 3 } : {})

describe('two who become one', () => {
  test('keep every report, the sum of every metric and every day of leave', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(history, history, fc.boolean(), async (older, newer, keepOlder) => {
        const { stage, second, old, young, join } = await live(older, newer)
        const { prisma } = database.store
        const twice = days.filter((_, n) => older.week[n] && newer.week[n]).length
        const given = [...older.week, ...newer.week].filter(said => said !== null).length
        const before = { rows: await stage.rows(), kept: await keptWordings(stage.team.id) }
        expect(before.rows).toBe(given)
        if (twice > 0) {
          await expect(join(null)).rejects.toMatchObject({ code: 'test.twice' })
          expect(await stage.rows()).toBe(before.rows)
        }
        await join(keepOlder ? old.personId : young.personId)
        expect(await stage.rows()).toBe(given - twice)
        expect(await keptWordings(stage.team.id)).toBe(before.kept)
        for (const [n, day] of days.entries()) {
          const [first, other] = keepOlder ? [older, newer] : [newer, older]
          const counts = first.week[n] ?? other.week[n]
          expect(await stage.counted('李雷', day)).toEqual(shown(counts))
          expect((await stage.reportOf('李雷', day))?.values ?? {}).toEqual(shown(counts))
          expect(await stage.counted('Li Lei', day)).toEqual({})
        }
        const all = [...older.leaves, ...newer.leaves].map(({ half, ...it }) => (half ? { ...it, half } : it))
        const now = (await leavesOf(prisma, [old.memberId], '2026-12-01', '2026-12-31')).get(old.memberId) ?? []
        for (const date of eachDate('2026-12-01', '2026-12-09')) {
          expect([date, leaveOn(now, date)]).toEqual([date, leaveOn(all, date)])
        }
        expect(
          await prisma.member.findMany({ where: { personId: old.personId, teamId: second.team.id } }),
        ).toHaveLength(1)
        expect(await prisma.person.findUnique({ where: { id: young.personId } })).toBeNull()
        expect(await recount(prisma)).toEqual([])
      }),
      { numRuns: 5, endOnFailure: true },
    )
  })

  test('have one leave where both put in the same days, or one goes on in the other', async () => {
    const { old, join } = await live(
      { week: [], leaves: [{ from: '2026-12-01', to: '2026-12-03', half: null }] },
      {
        week: [],
        leaves: [
          { from: '2026-12-02', to: '2026-12-05', half: null },
          { from: '2026-12-20', to: '2026-12-20', half: 'am' },
        ],
      },
    )
    await join(null)
    const standing = await leavesOf(database.store.prisma, [old.memberId], '2026-12-01', '2026-12-31')
    expect(standing.get(old.memberId)).toEqual([
      { from: '2026-12-01', to: '2026-12-05' },
      { from: '2026-12-20', to: '2026-12-20', half: 'am' },
    ])
    expect(await database.store.prisma.leave.count({ where: { memberId: old.memberId } })).toBe(4)
  })

  test('are in the team as long as both together', () => {
    const date = fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01')
    const membership: fc.Arbitrary<Membership> = fc
      .record({
        id: fc.uuid(),
        name: fc.constantFrom('李', '雷', 'Li'),
        aliases: fc.subarray(['小李', 'Lei']),
        role: fc.constantFrom('rep', 'lead', 'manager', 'admin'),
        joinedOn: date,
        leftOn: fc.option(date),
      })
      .filter(({ joinedOn, leftOn }) => leftOn === null || joinedOn < leftOn)
      .map(it => ({ ...it, teamId: 't', personId: it.id, leftBecause: it.leftOn && 'left' }))
    fc.assert(
      fc.property(membership, membership, (older, newer) => {
        const one = uniteMemberships(older, newer)
        const isIn = (it: Pick<Membership, 'joinedOn' | 'leftOn'>, day: string) =>
          it.joinedOn <= day && (it.leftOn === null || day < it.leftOn)
        for (const day of eachDate('2025-12-31', '2026-05-02')) {
          if (isIn(one, day)) expect(isIn(older, day) || isIn(newer, day), day).toBe(true)
        }
        expect(isIn(one, '2026-05-02')).toBe(isIn(older, '2026-05-02') || isIn(newer, '2026-05-02'))
        expect(one.name).toBe(older.name)
        expect([one.name, ...one.aliases]).toEqual(expect.arrayContaining([newer.name, ...newer.aliases]))
        expect(new Set([one.name, ...one.aliases]).size).toBe(1 + one.aliases.length)
        const standing = [older, newer].filter(({ leftOn }) => leftOn === null)
        if (standing.length === 1) expect(one.role).toBe(standing[0]?.role)
      }),
    )
  })
})

/** How many wordings of reports are kept: those that stand and those before. */
async function keptWordings(teamId: string): Promise<number> {
  const { prisma } = database.store
  const earlier = await prisma.reportRevision.count({ where: { report: { teamId } } })
  return earlier + (await prisma.report.count({ where: { teamId } }))
}
