import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor, Team } from '../../../src/context.ts'
import { readLeaveRequest } from '../../../src/features/team/leave-request.ts'
import { leavesOf } from '../../../src/features/team/leaves.ts'
import type { Tx } from '../../../src/store/transaction.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { givenMember, givenTeam } from '../harness.ts'
import { expectRefusal, press, tell } from './talk.ts'

let database: TemporaryDatabase
let tx: Tx
let team: Team
let li: Actor
let manager: Actor

/** A Wednesday, noon in Shanghai. */
const now = new Date('2026-03-04T04:00:00Z')

beforeAll(async () => {
  database = await temporaryStore()
  tx = database.store.prisma
})
afterAll(() => database.close())
beforeEach(async () => {
  team = await givenTeam(tx)
  li = await givenMember(tx, team, { name: '李雷' })
  manager = await givenMember(tx, team, { name: 'Zhou Wei', role: 'manager' })
})

const scene = () => ({ tx, teamId: team.id, now })
const asLi = (line: string) => tell(scene(), li.personId, line)
const asManager = (line: string) => tell(scene(), manager.personId, line)
const leavesOfLi = async () => (await leavesOf(tx, [li.memberId], '2026-01-01', '2026-12-31')).get(li.memberId)

describe('reading what follows /leave', () => {
  const today = '2026-03-04'
  const march = (from: number, to = from) => ({ from: `2026-03-0${from}`, to: `2026-03-0${to}` })

  it.each([
    ['', { kind: 'list', who: null }],
    ['明天', { kind: 'take', who: null, leave: march(5) }],
    ['3.5-3.7', { kind: 'take', who: null, leave: march(5, 7) }],
    ['明天上午', { kind: 'take', who: null, leave: { ...march(5), half: 'am' } }],
    ['张三 3.5', { kind: 'take', who: '张三', leave: march(5) }],
    ['Zhou Wei tomorrow', { kind: 'take', who: 'Zhou Wei', leave: march(5) }],
    ['cancel 3.5', { kind: 'cancel', who: null, leave: march(5) }],
    ['取消3.5', { kind: 'cancel', who: null, leave: march(5) }],
    ['取消 张三 3.5-3.7', { kind: 'cancel', who: '张三', leave: march(5, 7) }],
    ['张三', { kind: 'list', who: '张三' }],
    ['cancel', { kind: 'no-date' }],
    ['cancel whenever', { kind: 'no-date' }],
  ])('%j', (typed, expected) => {
    expect(readLeaveRequest(typed, today)).toEqual(expected)
  })
})

describe('/leave', () => {
  it('notes the days and says what follows', async () => {
    const { words } = await asLi('/leave 3.5-3.9')
    expect(await leavesOfLi()).toEqual([{ from: '2026-03-05', to: '2026-03-09' }])
    expect(words).toContain('2026-03-05 – 2026-03-09')
    expect(words).toContain('3 个工作日')
    expect(words).toContain('不计入应交')
    expect(words).toContain('/请假 取消 2026-03-05~2026-03-09')
  })

  it('says so when nobody would work anyway', async () => {
    expect((await asLi('/leave 3.7-3.8')).words).toContain('本来就不上班')
  })

  it('joins what overlaps and tells', async () => {
    await asLi('/leave 3.5-3.6')
    expect((await asLi('/leave 3.6-3.10')).words).toContain('合为 2026-03-05 – 2026-03-10')
    expect(await leavesOfLi()).toEqual([{ from: '2026-03-05', to: '2026-03-10' }])
  })

  it('keeps half a day as half a day', async () => {
    await asLi('/leave 明天上午')
    expect(await leavesOfLi()).toEqual([{ from: '2026-03-05', to: '2026-03-05', half: 'am' }])
    await asLi('/leave 明天下午')
    expect(await leavesOfLi()).toEqual([{ from: '2026-03-05', to: '2026-03-05' }])
  })

  it('is taken back by the button that came with it, in part by words', async () => {
    const taken = await asLi('/leave 3.5-3.9')
    await asLi('/leave cancel 3.6')
    expect(await leavesOfLi()).toEqual([
      { from: '2026-03-05', to: '2026-03-05' },
      { from: '2026-03-07', to: '2026-03-09' },
    ])
    const button = taken.said[0]?.content.blocks.flatMap(block => (block.b === 'actions' ? block.buttons : []))[0]
    await press(scene(), li.personId, button?.id ?? '', button?.value)
    expect(await leavesOfLi()).toBeUndefined()
    expect((await asLi('/leave cancel 3.6')).words).toContain('没有请假')
  })

  it('keeps on record what was taken back', async () => {
    await asLi('/leave 3.5')
    await asLi('/leave cancel 3.5')
    const rows = await tx.leave.findMany({ where: { memberId: li.memberId } })
    expect(rows).toMatchObject([{ from: '2026-03-05', cancelledAt: now, createdBy: li.personId }])
  })

  it('is put in for others, and for days gone by, by whoever may', async () => {
    await expectRefusal(asLi('/leave 周 3.5'), 'team.member-unknown')
    await expectRefusal(asLi('/leave zhou 3.5'), 'team.leave-for-others')
    await expectRefusal(asLi('/leave 昨天'), 'team.leave-past')
    expect((await asManager('/leave 李雷 昨天')).words).toContain('李雷的请假已记下')
    expect(await leavesOfLi()).toEqual([{ from: '2026-03-03', to: '2026-03-03' }])
  })

  it('takes back another’s by the button of their list', async () => {
    await asLi('/leave 3.5')
    const list = await asManager('/leave 李雷')
    expect(list.words).toContain('[取消 2026-03-05] /请假 取消 李雷 2026-03-05')
    await press(scene(), manager.personId, 'team.cancel-leave', '李雷 2026-03-05')
    expect(await leavesOfLi()).toBeUndefined()
    await expectRefusal(asLi('/leave Zhou'), 'team.not-allowed')
  })

  it('asks for a date where it reads none', async () => {
    await expectRefusal(asLi('/leave 2月31日'), 'team.leave-unreadable')
    await expectRefusal(asLi('/leave cancel'), 'team.leave-unreadable')
    await expectRefusal(asLi('/leave 2026-03-05~2028-03-05'), 'team.leave-too-long')
  })

  it('shows only what lies ahead', async () => {
    await asManager('/leave 李雷 3.2')
    expect((await asLi('/leave')).words).toContain('没有将来的请假')
    await asLi('/leave 3.20')
    expect((await asLi('/请假')).words).toContain('2026-03-20')
  })
})
