import { describe, expect, test } from 'vitest'
import { button, buttonsOf, saying, sharedStore, stageTeam, usualPeople } from './stage.ts'

const database = sharedStore()

describe('what is not understood', () => {
  test('is asked with one-tap answers, and the clear part is kept meanwhile', async () => {
    const team = await stageTeam(database.store, usualPeople)
    const outcome = await team.says('李雷', '11-20 18:50', '/report 电话25 拜坊2 样品3')
    expect((await team.reportOf('李雷', '2026-11-20'))?.values).toEqual({ calls: 25 })
    expect(outcome.answer).toContain('“拜坊2” 没有这个指标，是拜访吗？')
    expect(outcome.answer).toContain('“样品3” 团队没有这个指标。')
    expect(button(outcome, '拜访2').words).toBe('/日报 拜访2')
    await team.taps('李雷', '11-20 18:51', button(outcome, '拜访2'))
    const note = outcome.said.flatMap(({ content }) => buttonsOf(content)).findLast(it => it.label === '记为备注')
    await team.taps('李雷', '11-20 18:52', { id: 'reports.answer', value: note?.value ?? '' })
    expect(saying(await team.reportOf('李雷', '2026-11-20'))).toMatchObject({
      values: { calls: 25, visits: 2 },
      notes: ['样品3'],
    })
  })

  test('altogether is answered by how to write, and nothing is written', async () => {
    const team = await stageTeam(database.store, usualPeople)
    const outcome = await team.says('李雷', '11-20 18:50', '/report 。。。')
    expect(outcome.answer).toContain('没看懂，什么也没有记')
    expect(outcome.answer).toContain('/日报 拜访3 电话20 签单1/8万 卡点：合同盖章')
    expect(await team.rows()).toBe(0)
  })

  test('a number that cannot be is refused with words, and nothing is written for it', async () => {
    const team = await stageTeam(database.store, usualPeople)
    const alone = await team.says('李雷', '11-20 18:50', '/report 拜访-3')
    expect(alone.answer).toContain('“拜访-3” 没有记：拜访不能是负数')
    expect(await team.rows()).toBe(0)
    await team.says('李雷', '11-20 18:51', '/report 拜访-3 电话20')
    expect(await team.counted('李雷', '2026-11-20')).toEqual({ calls: 20 })
  })

  test('a button with a changed value is refused', async () => {
    const team = await stageTeam(database.store, usualPeople)
    const outcome = await team.says('李雷', '11-20 18:50', '/report 签单8万')
    const { round, member } = JSON.parse(button(outcome, '签单1').value ?? '')
    for (const value of ['', '{', '[]', JSON.stringify({ round, member })]) {
      await expect(team.taps('李雷', '11-20 18:51', { id: 'reports.answer', value })).rejects.toMatchObject({
        code: 'reports.button-gone',
      })
    }
    const unknown = JSON.stringify({ round, member, set: { nonsense: 1 } })
    await expect(team.taps('李雷', '11-20 18:51', { id: 'reports.answer', value: unknown })).rejects.toMatchObject({
      code: 'metric-unknown',
    })
    const foreign = JSON.stringify({ round, member, set: { deals: 9 } })
    await expect(team.taps('韩梅', '11-20 18:51', { id: 'reports.answer', value: foreign })).rejects.toMatchObject({
      code: 'reports.for-others',
    })
    expect(await team.counted('李雷', '2026-11-20')).toEqual({ revenue: 80_000 })
  })
})
