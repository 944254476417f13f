import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor, Team } from '../../../src/context.ts'
import { findMember, memberById, membershipsOf, membersOf } from '../../../src/features/team/members.ts'
import type { Tx } from '../../../src/store/transaction.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { givenMember, givenTeam } from '../harness.ts'
import { expectRefusal, press, tell } from './talk.ts'

let database: TemporaryDatabase
let tx: Tx
let team: Team
let admin: Actor
let li: Actor

beforeAll(async () => {
  database = await temporaryStore()
  tx = database.store.prisma
})
afterAll(() => database.close())
beforeEach(async () => {
  team = await givenTeam(tx)
  admin = await givenMember(tx, team, { name: '管理', role: 'admin' })
  li = await givenMember(tx, team, { name: '李雷', aliases: ['Leo'] })
})

const asAdmin = (line: string) => tell({ tx, teamId: team.id }, admin.personId, line)
const asLi = (line: string) => tell({ tx, teamId: team.id }, li.personId, line)

describe('finding a member by what somebody typed', () => {
  it.each([
    ['李雷', '李雷'],
    ['@李雷', '李雷'],
    ['ＬＥＯ', '李雷'],
    [' leo ', '李雷'],
    ['管', '管理'],
  ])('takes %j for %s', async (typed, name) => {
    const found = findMember(await membersOf(tx, team), typed)
    expect(found).toMatchObject({ kind: 'one', member: { name } })
  })

  it('asks when two could be meant, unless one is meant exactly', async () => {
    await givenMember(tx, team, { name: '李雷雷' })
    const members = await membersOf(tx, team)
    expect(findMember(members, '李')).toMatchObject({
      kind: 'several',
      members: [{ name: '李雷' }, { name: '李雷雷' }],
    })
    expect(findMember(members, '李雷')).toMatchObject({ kind: 'one', member: { name: '李雷' } })
  })

  it('offers the nearest name for a slip and nobody for a stranger', async () => {
    const members = await membersOf(tx, team)
    expect(findMember(members, '李磊')).toMatchObject({ kind: 'none', nearest: { name: '李雷' } })
    expect(findMember(members, 'Wolfgang')).toEqual({ kind: 'none' })
    expect(findMember(members, '  ')).toEqual({ kind: 'none' })
  })
})

describe('/member', () => {
  it('lists everybody to anybody, and the way to change them to admins only', async () => {
    const list = await asLi('/member')
    expect(list.words).toContain('李雷 | 销售 | Leo')
    expect(list.words).not.toContain('role=')
    expect((await asAdmin('/成员')).words).toContain('role=')
  })

  it('sets a role, which holds from the next word on', async () => {
    await expectRefusal(asLi('/leave 管理 12.3'), 'team.leave-for-others')
    await asAdmin('/member 李雷 role=经理')
    expect(await memberById(tx, li.memberId)).toMatchObject({ role: 'manager' })
    expect((await asLi('/leave 管理 12.3')).words).toContain('2026-12-03')
  })

  it('is for admins when it changes anything', async () => {
    await expectRefusal(asLi('/member 李雷 role=admin'), 'team.not-allowed')
    await expectRefusal(asLi('/member 管理 remove confirm'), 'team.not-allowed')
  })

  it('adds and takes away aliases, each of which is one member’s', async () => {
    await asAdmin('/member leo alias=小李')
    expect(await memberById(tx, li.memberId)).toMatchObject({ aliases: ['Leo', '小李'] })
    await expectRefusal(asAdmin('/member 管理 alias=LEO'), 'team.name-taken')
    await asAdmin('/member 小李 unalias=Leo')
    expect(await memberById(tx, li.memberId)).toMatchObject({ aliases: ['小李'] })
  })

  it('renames', async () => {
    await asAdmin('/member 李雷 name=李蕾')
    expect(await memberById(tx, li.memberId)).toMatchObject({ name: '李蕾' })
  })

  it('gives a member a calendar of their own, and the team’s again', async () => {
    await asAdmin('/member 李雷 calendar 单休 周一')
    expect((await memberById(tx, li.memberId))?.calendar).toMatchObject({
      kind: 'single-rest',
      restDay: 1,
      cnHolidays: true,
    })
    await asAdmin('/member 李雷 calendar team')
    expect((await memberById(tx, li.memberId))?.calendar).toEqual(team.calendar)
  })

  it('removes only after a second word, by button or typed', async () => {
    const asked = await asAdmin('/member 李雷 remove')
    expect(asked.words).toContain('/member 李雷 remove 确认')
    expect(await membersOf(tx, team)).toHaveLength(2)
    await press({ tx, teamId: team.id }, admin.personId, 'team.remove-member', li.memberId)
    expect(await membersOf(tx, team)).toHaveLength(1)
    expect(await membershipsOf(tx, li.personId)).toEqual([])
    await expectRefusal(
      press({ tx, teamId: team.id }, admin.personId, 'team.remove-member', li.memberId),
      'team.member-gone',
    )
  })

  it('never leaves a team without an admin', async () => {
    await expectRefusal(asAdmin('/member 管理 role=rep'), 'team.last-admin')
    await expectRefusal(asAdmin('/member 管理 remove confirm'), 'team.last-admin')
    await expectRefusal(asAdmin('/leave-team 确认'), 'team.last-admin')
    await asAdmin('/member 李雷 role=admin')
    await asAdmin('/member 管理 role=rep')
    expect(await memberById(tx, admin.memberId)).toMatchObject({ role: 'rep' })
  })

  it.each(['/member 李雷 role=king', '/member role=rep', '/member 李雷 alias=', '/member 李雷 remove maybe'])(
    'does not guess at %j',
    async line => await expectRefusal(asAdmin(line), 'team.member-unreadable'),
  )

  it('does not touch people of another team', async () => {
    const other = await givenTeam(tx, { name: '二部' })
    const stranger = await givenMember(tx, other, { name: '外人' })
    await expectRefusal(asAdmin('/member 外人 role=admin'), 'team.member-unknown')
    await expectRefusal(
      press({ tx, teamId: team.id }, admin.personId, 'team.remove-member', stranger.memberId),
      'team.member-gone',
    )
  })
})

describe('/switch', () => {
  it('chooses the team of direct messages among one’s own', async () => {
    const second = await givenTeam(tx, { name: '二部' })
    await givenMember(tx, second, { name: '李雷', personId: li.personId })
    expect((await asLi('/switch')).words).toContain('/switch 二部')
    await asLi('/switch 二部')
    expect(await tx.person.findUniqueOrThrow({ where: { id: li.personId } })).toMatchObject({
      currentTeamId: second.id,
    })
    await expectRefusal(asLi('/switch 三部'), 'team.no-such-team')
  })
})
