import { describe, expect, test } from 'vitest'
import { sharedStore, stageTeam, usualPeople } from './stage.ts'

const database = sharedStore()

/** 李雷 is in two teams; the second has another key for visits and does not count lost deals. */
async function stageTwo(reports: { shared?: boolean } = {}) {
  const { prisma } = database.store
  const first = await stageTeam(database.store, usualPeople)
  const { personId } = first.who('李雷')
  const second = await stageTeam(database.store, [{ name: '李雷', personId }], {
    name: '大客户组',
    settings: { reports },
  })
  const teamId = second.team.id
  await prisma.metric.updateMany({ where: { teamId, key: 'visits' }, data: { key: 'on-site' } })
  await prisma.metric.updateMany({ where: { teamId, key: 'lost' }, data: { archivedAt: new Date('2026-01-01') } })
  return { first, second }
}

describe('a report of a member of two teams', () => {
  test('counts in both, as far as both count the same, and is revised along', async () => {
    const { first, second } = await stageTwo()
    const outcome = await first.says('李雷', '11-20 18:00', '/report 拜访2 电话25 丢单1 卡点:合同盖章')
    expect(outcome.answer).toContain('也计入 大客户组')
    const own = await first.reportOf('李雷', '2026-11-20')
    expect(await second.reportOf('李雷', '2026-11-20')).toMatchObject({
      sharedFrom: own?.id,
      values: { 'on-site': 2, calls: 25 },
      blockers: ['合同盖章'],
    })
    expect(await second.counted('李雷', '2026-11-20')).toEqual({ 'on-site': 2, calls: 25 })
    expect(outcome.emitted.map(({ teamId }) => teamId)).toEqual([first.team.id, second.team.id])
    await first.says('李雷', '11-20 19:10', '/report 拜访4')
    expect(await second.counted('李雷', '2026-11-20')).toEqual({ 'on-site': 4, calls: 25 })
    expect(await second.reportOf('李雷', '2026-11-20')).toMatchObject({ revision: 2, sharedFrom: own?.id })
  })

  test('leaves alone what the member reported there', async () => {
    const { first, second } = await stageTwo()
    await second.says('李雷', '11-20 18:00', '/report 拜访7')
    expect(await first.counted('李雷', '2026-11-20')).toEqual({ visits: 7 })
    const outcome = await first.says('李雷', '11-20 18:10', '/report 拜访2')
    expect(outcome.answer).not.toContain('也计入')
    expect(await first.counted('李雷', '2026-11-20')).toEqual({ visits: 2 })
    expect(await second.counted('李雷', '2026-11-20')).toEqual({ 'on-site': 7 })
    expect(await first.reportOf('李雷', '2026-11-20')).toMatchObject({ sharedFrom: null })
  })

  test('stays where it was given when the other team wants it so', async () => {
    const { first, second } = await stageTwo({ shared: false })
    const outcome = await first.says('李雷', '11-20 18:00', '/report 拜访2')
    expect(outcome.answer).not.toContain('也计入')
    expect(await second.rows()).toBe(0)
  })

  test('counts only where it was given when it is filled in later: the other round is closed', async () => {
    const { first, second } = await stageTwo()
    await first.says('李雷', '11-20 10:00', '/report 昨天 拜访2')
    expect(await second.rows()).toBe(0)
  })

  test('counts nowhere else when nothing in it is counted there', async () => {
    const { first, second } = await stageTwo()
    await first.says('李雷', '11-20 18:00', '/report 丢单1')
    expect(await second.rows()).toBe(0)
  })
})

test('a plan counts in both teams too', async () => {
  const { first, second } = await stageTwo()
  await first.says('李雷', '11-20 08:50', '/plan 拜访3 跟进华为')
  expect(await second.planOf('李雷', '2026-11-20')).toMatchObject({
    values: { 'on-site': 3 },
    items: [{ text: '跟进华为', done: false }],
  })
  expect(await second.counted('李雷', '2026-11-20')).toEqual({})
})
