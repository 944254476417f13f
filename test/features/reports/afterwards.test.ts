import { describe, expect, test } from 'vitest'
import { button, sharedStore, stageTeam, usualPeople } from './stage.ts'

const database = sharedStore()

describe('things to do', () => {
  test('are turned over by one tap or by line, and what is left is offered to the next plan', async () => {
    const team = await stageTeam(database.store, usualPeople)
    await team.says('李雷', '11-19 08:50', '/plan 拜访3 跟进华为、中建、回访京东')
    const evening = await team.says('李雷', '11-19 18:00', '/report 拜访3')
    await team.taps('李雷', '11-19 18:01', button(evening, '√ 跟进华为'))
    await team.says('李雷', '11-19 18:02', '/report √ 回访京东')
    expect((await team.reportOf('李雷', '2026-11-19'))?.items).toEqual([
      { text: '跟进华为', done: true },
      { text: '中建', done: false },
      { text: '回访京东', done: true },
    ])
    const morning = await team.says('李雷', '11-20 08:50', '/plan 拜访2')
    expect(morning.answer).toContain('上次没做完：中建')
    await team.taps('李雷', '11-20 08:51', button(morning, '加进这份计划'))
    expect((await team.planOf('李雷', '2026-11-20'))?.items).toEqual([{ text: '中建', done: false }])
  })
})

describe('the reason for a gap', () => {
  test('is one tap or one line, and asked no more', async () => {
    const team = await stageTeam(database.store, usualPeople)
    await team.says('李雷', '11-20 08:50', '/plan 拜访3 电话20')
    const outcome = await team.says('李雷', '11-20 18:00', '/report 拜访1 电话19')
    await team.taps('李雷', '11-20 18:01', button(outcome, '客户改期'))
    await team.says('李雷', '11-20 18:02', '/原因 电话 线路坏了')
    expect((await team.reportOf('李雷', '2026-11-20'))?.reasons).toEqual({ visits: 'rescheduled', calls: '线路坏了' })
    const again = await team.says('李雷', '11-20 18:03', '/report 丢单1')
    expect(again.answer).not.toContain('原因是？')
    expect(again.answer).toContain('客户改期')
  })
})

describe('reading', () => {
  test('is noted once, and words reach the reporter in private', async () => {
    const team = await stageTeam(database.store, usualPeople)
    await team.says('李雷', '11-20 18:00', '/report 拜访2')
    const list = await team.says('王经理', '11-20 20:00', '/read')
    const tapped = await team.taps('王经理', '11-20 20:01', button(list, '李雷 · 11月20日 周五'))
    expect(tapped.said).toHaveLength(1)
    expect(tapped.answer).toContain('拜访：2')
    const replied = await team.says('赵组长', '11-20 20:02', '/read 李雷 做得好')
    expect(replied.said.map(({ to }) => to)).toEqual([{ reply: 'private' }, { person: team.who('李雷').personId }])
    expect(await team.reportOf('李雷', '2026-11-20')).toMatchObject({ readBy: team.who('王经理').personId })
    expect((await team.says('王经理', '11-20 20:03', '/read')).answer).toContain('日报都读过了')
  })

  test('is told to the reporter who changes it afterwards, for what was read', async () => {
    const team = await stageTeam(database.store, usualPeople)
    expect((await team.says('李雷', '11-20 18:00', '/report 拜访2')).answer).not.toContain('已读')
    await team.says('王经理', '11-20 18:05', '/read 李雷')
    expect((await team.says('李雷', '11-20 18:06', '/report 拜访2')).answer).toMatch(/没有变化[\s\S]*已读 · 王经理$/m)
    expect((await team.says('李雷', '11-20 18:07', '/report 拜访3')).answer).toContain('已读 · 王经理（改之前的）')
  })
})
