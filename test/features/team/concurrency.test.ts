import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../../src/base/errors.ts'
import { addDays } from '../../../src/calendar/dates.ts'
import { changeSettings } from '../../../src/features/team/change-settings.ts'
import { channelFor } from '../../../src/features/team/channels.ts'
import { identify } from '../../../src/features/team/identify.ts'
import { joinTeam } from '../../../src/features/team/join-team.ts'
import { leavesOf } from '../../../src/features/team/leaves.ts'
import { membersOf } from '../../../src/features/team/members.ts'
import { claimGreeting } from '../../../src/features/team/store.ts'
import { teamById } from '../../../src/features/team/teams.ts'
import type { Store } from '../../../src/store/store.ts'
import { inTransaction, type Tx } from '../../../src/store/transaction.ts'
import { eachDatabase } from '../../store/fixture.ts'
import { aMoment, givenMember, givenTeam, makeContext } from '../harness.ts'
import { tell } from './talk.ts'

/**
 * The same work several times at once, each in a transaction of its own that stays open for a while after its work: on
 * PostgreSQL nobody sees what the others did unless they wait for them.
 */
const atOnce = <T>(store: Store, times: number, work: (tx: Tx, n: number) => Promise<T>) =>
  Promise.all(
    Array.from({ length: times }, (_, n) =>
      inTransaction(store, async tx => {
        const result = await work(tx, n)
        await sleep(100)
        return result
      }),
    ),
  )

describe.each(eachDatabase)('two at once on $name', ({ open }) => {
  it('make one person, one channel, one membership and one greeting', async context => {
    await using database = await open(context)
    const { store } = database
    const tx = store.prisma
    const people = await atOnce(store, 4, own => identify(own, { platform: 'room', accountId: 'li' }, aMoment))
    const channels = await atOnce(store, 4, own => channelFor(own, { platform: 'room', externalId: 'sales' }))
    expect([new Set(people.map(it => it.personId)).size, await tx.person.count()]).toEqual([1, 1])
    expect(new Set(channels.map(it => it.id)).size).toBe(1)

    const team = await givenTeam(tx)
    const personId = people[0]?.personId ?? ''
    const actor = { personId, memberId: '', name: 'li', role: 'guest', lang: 'zh' } as const
    const joined = await atOnce(store, 4, own => {
      const { ctx, emitted } = makeContext(own, { team, actor, place: { kind: 'direct' } })
      return joinTeam(ctx).then(({ memberId }) => ({ memberId, told: emitted.length }))
    })
    expect(new Set(joined.map(it => it.memberId)).size).toBe(1)
    expect(joined.reduce((sum, it) => sum + it.told, 0)).toBe(1)

    const greeted = await atOnce(store, 4, own => claimGreeting(own, channels[0]?.id ?? '', aMoment))
    expect(greeted.filter(Boolean)).toHaveLength(1)
  })

  it('never demote the last two admins together', async context => {
    await using database = await open(context)
    const { store } = database
    const team = await givenTeam(store.prisma)
    const admins = [
      await givenMember(store.prisma, team, { name: '甲', role: 'admin' }),
      await givenMember(store.prisma, team, { name: '乙', role: 'admin' }),
    ]
    const outcomes = await atOnce(store, 2, (tx, n) => {
      const self = admins[n]
      return tell({ tx, teamId: team.id }, self?.personId ?? '', `/member ${self?.name} role=rep`).then(
        () => 'done',
        error => (error instanceof UserError ? error.code : 'fault'),
      )
    })
    expect(outcomes.sort()).toEqual(['done', 'team.last-admin'])
    expect((await membersOf(store.prisma, team)).filter(member => member.role === 'admin')).toHaveLength(1)
  })

  it('both count when they change settings or put in leave', async context => {
    await using database = await open(context)
    const { store } = database
    const team = await givenTeam(store.prisma)
    const li = await givenMember(store.prisma, team, { name: '李雷' })
    await atOnce(store, 4, (tx, n) =>
      changeSettings(makeContext(tx, { team, actor: null, place: null }).ctx, 'boards', { [`key${n}`]: n }),
    )
    await atOnce(store, 4, (tx, n) => tell({ tx, teamId: team.id }, li.personId, `/leave ${addDays('2026-12-07', n)}`))
    expect((await teamById(store.prisma, team.id))?.settings).toEqual({
      boards: { key0: 0, key1: 1, key2: 2, key3: 3 },
    })
    const leaves = await leavesOf(store.prisma, [li.memberId], '2026-12-01', '2026-12-31')
    expect(leaves.get(li.memberId)).toEqual([{ from: '2026-12-07', to: '2026-12-10' }])
  })
})
