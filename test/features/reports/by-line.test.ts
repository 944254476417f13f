import { describe, expect, test } from 'vitest'
import { button, saying, sharedStore, stageTeam, usualPeople } from './stage.ts'

const database = sharedStore()

describe('a plan by line', () => {
  test('keeps its numbers and its words as things to do, and asks what is not clear', async () => {
    const team = await stageTeam(database.store, usualPeople)
    const outcome = await team.says('李雷', '11-20 08:50', '/plan 拜访3 电话20 签单8万 跟进华为、中建')
    expect(saying(await team.planOf('李雷', '2026-11-20'))).toEqual({
      values: { visits: 3, calls: 20, revenue: 80_000 },
      items: [
        { text: '跟进华为', done: false },
        { text: '中建', done: false },
      ],
      notes: [],
      blockers: [],
      status: 'on-time',
      revision: 1,
    })
    expect(outcome.answer).toContain('计划已记下 · 11月20日 周五')
    expect(outcome.answer).toContain('准时')
    expect(outcome.answer).toContain('签单额：8万')
    expect(outcome.answer).toContain('“签单8万” 签单几个？')
    await team.taps('李雷', '11-20 08:51', button(outcome, '签单2'))
    expect((await team.planOf('李雷', '2026-11-20'))?.values).toEqual({
      visits: 3,
      calls: 20,
      revenue: 80_000,
      deals: 2,
    })
  })

  test('counts nothing as done', async () => {
    const team = await stageTeam(database.store, usualPeople)
    await team.says('李雷', '11-20 08:50', '/plan 拜访3 电话20')
    expect(await team.counted('李雷', '2026-11-20')).toEqual({})
  })

  test('made on Friday evening is for Monday, and says so', async () => {
    const team = await stageTeam(database.store, usualPeople)
    const outcome = await team.says('李雷', '11-20 20:00', '/计划 拜访4')
    expect(outcome.answer).toContain('这份计划记在 11月23日 周一')
    expect(saying(await team.planOf('李雷', '2026-11-23'))).toMatchObject({ values: { visits: 4 }, status: 'on-time' })
    expect(await team.planOf('李雷', '2026-11-20')).toBeNull()
  })

  test('after it was due is taken, and says by how much it is late', async () => {
    const team = await stageTeam(database.store, usualPeople)
    const outcome = await team.says('李雷', '11-20 09:27', '/plan 拜访3')
    expect(outcome.answer).toContain('晚了 12 分钟')
    expect((await team.planOf('李雷', '2026-11-20'))?.status).toBe('late')
  })
})

describe('a report by line', () => {
  test('counts, and is set beside the plan', async () => {
    const team = await stageTeam(database.store, usualPeople)
    await team.says('李雷', '11-20 08:50', '/plan 拜访3 电话20 签单1/8万 跟进华为')
    const outcome = await team.says('李雷', '11-20 18:50', '/report 拜访2 电话25 签单1/8万 丢单1 卡点:合同盖章')
    const counted = { visits: 2, calls: 25, deals: 1, revenue: 80_000, lost: 1 }
    expect(await team.counted('李雷', '2026-11-20')).toEqual(counted)
    expect(saying(await team.reportOf('李雷', '2026-11-20'))).toEqual({
      values: counted,
      items: [{ text: '跟进华为', done: false }],
      notes: [],
      blockers: ['合同盖章'],
      status: 'on-time',
      revision: 1,
    })
    expect(outcome.answer).toMatch(/拜访 +3 +2 +-1/)
    expect(outcome.answer).toMatch(/电话 +20 +25 +\+5/)
    expect(outcome.answer).toContain('计划准确度 87%')
    expect(outcome.answer).toContain('拜访比计划少 1，原因是？')
    expect(outcome.emitted).toEqual([
      expect.objectContaining({
        name: 'report.submitted',
        payload: expect.objectContaining({ kind: 'report', late: false, revised: false }),
      }),
    ])
  })

  test('said again replaces the numbers that it gives, adds its words, and keeps what was said before', async () => {
    const team = await stageTeam(database.store, usualPeople)
    await team.says('李雷', '11-20 18:50', '/report 拜访2 电话25 签单1/8万 卡点:合同盖章')
    const outcome = await team.says('李雷', '11-20 19:40', '/report 电话28 卡点:合同盖章；报价没批')
    expect(outcome.answer).toContain('日报已更新')
    expect(saying(await team.reportOf('李雷', '2026-11-20'))).toMatchObject({
      values: { visits: 2, calls: 28, deals: 1, revenue: 80_000 },
      blockers: ['合同盖章', '报价没批'],
      status: 'on-time',
      revision: 2,
    })
    expect((await team.counted('李雷', '2026-11-20'))['calls']).toBe(28)
    const report = { teamId: team.team.id }
    const kept = await database.store.prisma.reportRevision.findMany({ where: { report } })
    expect(kept).toEqual([
      expect.objectContaining({ number: 1, by: team.who('李雷').personId, snapshot: expect.objectContaining({}) }),
    ])
    expect(kept[0]?.snapshot).toMatchObject({ values: { calls: 25 }, blockers: ['合同盖章'] })
  })

  test('said again in the same words changes nothing', async () => {
    const team = await stageTeam(database.store, usualPeople)
    await team.says('李雷', '11-20 18:50', '/report 拜访2 电话25')
    const outcome = await team.says('李雷', '11-20 18:55', '/report 电话25')
    expect(outcome.answer).toContain('日报没有变化')
    expect(outcome.emitted).toEqual([])
    expect((await team.reportOf('李雷', '2026-11-20'))?.revision).toBe(1)
  })

  test('just like the last one is taken, with a question in private', async () => {
    const team = await stageTeam(database.store, usualPeople)
    await team.says('李雷', '11-19 18:00', '/report 拜访2 电话25')
    const outcome = await team.says('李雷', '11-20 18:00', '/report 拜访2 电话25')
    expect(outcome.answer).toContain('可能要看一眼：\n• 和 11月19日 周四 的一模一样，是忘了改吗？')
    expect(outcome.said.map(({ to }) => to)).toEqual([{ reply: 'private' }])
    expect(await team.counted('李雷', '2026-11-20')).toEqual({ visits: 2, calls: 25 })
  })

  test('after midnight is still that of the evening, and late', async () => {
    const team = await stageTeam(database.store, usualPeople)
    const outcome = await team.says('李雷', '11-20 00:30', '/report 拜访2')
    expect(outcome.answer).toContain('11月19日 周四')
    expect(outcome.answer).toContain('晚了 5 小时 30 分钟')
    expect(saying(await team.reportOf('李雷', '2026-11-19'))).toMatchObject({ status: 'late' })
    expect(await team.counted('李雷', '2026-11-19')).toEqual({ visits: 2 })
  })
})
