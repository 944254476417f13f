import { describe, expect, test } from 'vitest'
import { reports } from '../../../src/features/reports/feature.ts'
import { saying, sharedStore, stageTeam, usualPeople } from './stage.ts'

const database = sharedStore()

describe('a blocker by itself', () => {
  test('it is added to the report of the day, beside what stands there', async () => {
    const team = await stageTeam(database.store, usualPeople)
    await team.says('李雷', '11-20 18:00', '/report 拜访2 卡点：合同盖章')
    const outcome = await team.says('李雷', '11-20 18:10', '/卡点 客户要改价')
    expect(outcome.answer).toContain('客户要改价')
    expect(saying(await team.reportOf('李雷', '2026-11-20'))).toMatchObject({
      values: { visits: 2 },
      blockers: ['合同盖章', '客户要改价'],
      revision: 2,
    })
  })

  test('it begins the report where there is none yet, and said twice it is noted once', async () => {
    const team = await stageTeam(database.store, usualPeople)
    await team.says('李雷', '11-20 14:00', '/blocker 样品没到')
    await team.says('李雷', '11-20 14:01', '/blocker 样品没到')
    expect((await team.reportOf('李雷', '2026-11-20'))?.blockers).toEqual(['样品没到'])
  })

  test('without words it says how to write one, and notes nothing', async () => {
    const team = await stageTeam(database.store, usualPeople)
    await expect(team.says('李雷', '11-20 18:00', '/blocker  ')).rejects.toMatchObject({ code: 'reports.no-blocker' })
    expect(await team.rows()).toBe(0)
  })

  test('on a day without reports it goes into the next plan', async () => {
    const team = await stageTeam(database.store, usualPeople)
    await team.says('李雷', '11-22 12:00', '/blocker 样品没到')
    expect((await team.planOf('李雷', '2026-11-23'))?.blockers).toEqual(['样品没到'])
    expect(await team.rows()).toBe(1)
  })

  test('a team that asks for no reports is told so', async () => {
    const team = await stageTeam(database.store, usualPeople)
    await database.store.prisma.form.updateMany({ where: { teamId: team.team.id }, data: { active: false } })
    await expect(team.says('李雷', '11-20 18:00', '/blocker 样品没到')).rejects.toMatchObject({
      code: 'reports.no-form',
    })
  })
})

describe('a blocker taken from a message', () => {
  test('it is offered on messages in both languages, short enough for every platform', () => {
    const labels = reports.actions?.flatMap(({ onMessages }) => onMessages ?? [])
    expect(labels).toEqual([{ zh: '记为我的卡点', en: 'Make this my blocker' }])
    for (const { zh, en } of labels ?? []) expect(Math.max(zh.length, en.length)).toBeLessThanOrEqual(24)
  })

  test('somebody else’s words become one line with their name', async () => {
    const team = await stageTeam(database.store, usualPeople)
    await team.quotes('李雷', '11-20 18:00', 'reports.blocker', { text: '法务说\n下周才能盖章', author: '韩梅' })
    expect((await team.reportOf('李雷', '2026-11-20'))?.blockers).toEqual(['法务说 下周才能盖章 (韩梅)'])
  })

  test('one’s own words stay without a name, and a very long message is cut to what a form can hold', async () => {
    const team = await stageTeam(database.store, usualPeople)
    await team.quotes('李雷', '11-20 18:00', 'reports.blocker', { text: '等样品', author: '李雷' })
    await team.quotes('李雷', '11-20 18:01', 'reports.blocker', { text: '长'.repeat(4000), author: '韩梅' })
    const [own, long = ''] = (await team.reportOf('李雷', '2026-11-20'))?.blockers ?? []
    expect(own).toBe('等样品')
    expect(long).toHaveLength(500)
    expect(long).toMatch(/…\s\(韩梅\)$/)
  })

  test('a message without words, such as a picture, notes nothing', async () => {
    const team = await stageTeam(database.store, usualPeople)
    await expect(team.quotes('李雷', '11-20 18:00', 'reports.blocker', { text: '' })).rejects.toMatchObject({
      code: 'reports.no-blocker',
    })
  })
})
