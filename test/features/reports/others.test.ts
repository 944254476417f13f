import { describe, expect, test } from 'vitest'
import { plain } from '../../../src/content/plain.ts'
import { button, formIn, saying, sharedStore, stageTeam, usualPeople } from './stage.ts'

const database = sharedStore()

describe('for another member', () => {
  test('a lead may, it is recorded as such, and the member is told in private', async () => {
    const team = await stageTeam(database.store, usualPeople)
    const outcome = await team.says('赵组长', '11-20 18:00', '/report 替韩梅 拜访2')
    expect(outcome.answer).toContain('韩梅的日报已记下')
    expect(await team.reportOf('韩梅', '2026-11-20')).toMatchObject({
      values: { visits: 2 },
      submittedBy: team.who('赵组长').personId,
    })
    expect(await team.reportOf('赵组长', '2026-11-20')).toBeNull()
    const told = outcome.said.find(({ to }) => 'person' in to)
    expect(told?.to).toEqual({ person: team.who('韩梅').personId })
    expect(told && plain(told.content)).toContain('赵组长替你交了日报 · 11月20日 周五')
    expect(told?.reason?.words.zh).toContain('赵组长')
  })

  test.each(['/report 替 小韩 拜访2', '/report @韩梅 拜访2', '/report for 小韩 visits 2', '/日报 替韩梅拜访2'])(
    'is said in many ways: %s',
    async line => {
      const team = await stageTeam(database.store, usualPeople)
      await team.says('赵组长', '11-20 18:00', line)
      expect(await team.counted('韩梅', '2026-11-20')).toEqual({ visits: 2 })
    },
  )

  test('a rep may not, and nobody is taken for somebody else', async () => {
    const team = await stageTeam(database.store, usualPeople)
    await expect(team.says('李雷', '11-20 18:00', '/report 替韩梅 拜访2')).rejects.toMatchObject({
      code: 'reports.for-others',
    })
    await expect(team.says('赵组长', '11-20 18:00', '/report 替张三 拜访2')).rejects.toMatchObject({
      code: 'team.member-unknown',
    })
    expect(await team.rows()).toBe(0)
  })

  test('the form is theirs, and so is what is submitted', async () => {
    const team = await stageTeam(database.store, usualPeople)
    const form = formIn(await team.says('赵组长', '11-20 18:00', '/report 替韩梅'))
    expect(form.title).toBe('日报 · 11月20日 周五 · 韩梅')
    await team.submits('赵组长', '11-20 18:01', form, { visits: '2' })
    expect(await team.counted('韩梅', '2026-11-20')).toEqual({ visits: 2 })
    await expect(team.submits('李雷', '11-20 18:02', form, { visits: '9' })).rejects.toMatchObject({
      code: 'reports.for-others',
    })
  })

  test('the member may correct it, which is recorded too', async () => {
    const team = await stageTeam(database.store, usualPeople)
    await team.says('赵组长', '11-20 18:00', '/report 替韩梅 拜访2')
    await team.says('韩梅', '11-20 18:30', '/report 拜访3')
    const report = await team.reportOf('韩梅', '2026-11-20')
    expect(report).toMatchObject({ values: { visits: 3 }, revision: 2 })
    const by = await database.store.prisma.reportRevision.findMany({ where: { reportId: report?.id ?? '' } })
    expect(by.map(it => it.by)).toEqual([team.who('韩梅').personId])
  })
})

describe('a past day', () => {
  test('within the last two workdays a rep fills in, and it counts for that day', async () => {
    const team = await stageTeam(database.store, usualPeople)
    const outcome = await team.says('李雷', '11-23 10:00', '/report 11-19 拜访2')
    expect(outcome.answer).toContain('补交')
    expect(outcome.answer).toContain('11月19日 周四')
    expect(saying(await team.reportOf('李雷', '2026-11-19'))).toMatchObject({ status: 'back-filled' })
    expect(await team.counted('李雷', '2026-11-19')).toEqual({ visits: 2 })
    expect(await team.counted('李雷', '2026-11-23')).toEqual({})
  })

  test('before that takes a lead', async () => {
    const team = await stageTeam(database.store, usualPeople)
    const refused = team.says('李雷', '11-23 10:00', '/report 11-18 拜访2')
    await expect(refused).rejects.toMatchObject({ code: 'reports.too-old' })
    await team.says('赵组长', '11-23 10:00', '/report 替李雷 11-18 拜访2')
    expect(await team.counted('李雷', '2026-11-18')).toEqual({ visits: 2 })
  })

  test('by setting, reps may not at all', async () => {
    const settings = { reports: { backfillDays: 0 } }
    const team = await stageTeam(database.store, usualPeople, { settings })
    const refused = team.says('李雷', '11-20 10:00', '/report 昨天 拜访2')
    await expect(refused).rejects.toMatchObject({ code: 'reports.too-old' })
  })

  test('named while its round is still open is late, not filled in', async () => {
    const team = await stageTeam(database.store, usualPeople)
    await team.says('李雷', '11-20 07:00', '/report 昨天拜访2')
    expect(saying(await team.reportOf('李雷', '2026-11-19'))).toMatchObject({ status: 'late', values: { visits: 2 } })
  })

  test('changed after its round closed keeps how it first came, and its history', async () => {
    const team = await stageTeam(database.store, usualPeople)
    await team.says('李雷', '11-19 18:00', '/report 拜访2')
    await team.says('李雷', '11-20 10:00', '/report 昨天 拜访3')
    const changed = await team.reportOf('李雷', '2026-11-19')
    expect(saying(changed)).toMatchObject({ values: { visits: 3 }, status: 'on-time', revision: 2 })
    expect(await team.counted('李雷', '2026-11-19')).toEqual({ visits: 3 })
  })

  test('that nobody reports on is refused, and so is a day without a name when nothing is open', async () => {
    const team = await stageTeam(database.store, usualPeople)
    const sunday = team.says('李雷', '11-23 10:00', '/report 11-22 拜访2')
    await expect(sunday).rejects.toMatchObject({ code: 'reports.nothing-due' })
    const saturday = team.says('李雷', '11-21 15:00', '/report 拜访2')
    await expect(saturday).rejects.toMatchObject({
      code: 'reports.nothing-due',
      words: { zh: '现在没有要交的日报。补交 11月20日 周五 的：/日报 2026-11-20 …。下一次 11月23日 周一 17:00 开始。' },
    })
    await team.says('李雷', '11-21 15:00', '/日报 2026-11-20 拜访2')
    expect(await team.counted('李雷', '2026-11-20')).toEqual({ visits: 2 })
  })

  test('a question about it is answered for that day', async () => {
    const team = await stageTeam(database.store, usualPeople)
    const outcome = await team.says('李雷', '11-20 10:00', '/report 昨天 签单8万')
    expect(button(outcome, '签单1').words).toBe('/日报 2026-11-19 签单1')
    await team.taps('李雷', '11-20 10:01', button(outcome, '签单1'))
    expect(await team.counted('李雷', '2026-11-19')).toEqual({ deals: 1, revenue: 80_000 })
  })
})
