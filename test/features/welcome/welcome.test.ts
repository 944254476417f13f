import { describe, expect, it } from 'vitest'
import type { Command, Feature, Topic } from '../../../src/features/feature.ts'
import { createDefaultForms } from '../../../src/features/forms/create-default-forms.ts'
import { createHelp } from '../../../src/features/help/feature.ts'
import { kudos } from '../../../src/features/kudos/feature.ts'
import { createDefaultMetrics } from '../../../src/features/metrics/catalogue.ts'
import { overview } from '../../../src/features/overview/feature.ts'
import { reports } from '../../../src/features/reports/feature.ts'
import { createSettings } from '../../../src/features/settings/feature.ts'
import { team as teamFeature } from '../../../src/features/team/feature.ts'
import { createWelcome } from '../../../src/features/welcome/feature.ts'
import { at, heardAt, openAlone } from '../notices/stage.ts'

const commands = (): readonly Command[] => features.flatMap(feature => feature.commands ?? [])
const topics = (): readonly Topic[] => features.flatMap(feature => feature.topics ?? [])
const features: readonly Feature[] = [
  reports,
  overview,
  kudos,
  teamFeature,
  createSettings(() => []),
  createWelcome(commands),
  createHelp(commands, topics),
]
const people = [{ name: '张三' }, { name: '王经理', role: 'manager' as const }]

async function stage(options: Parameters<typeof openAlone>[1] = {}) {
  const staged = await openAlone(people, { features, ...options })
  await createDefaultMetrics(staged.store.prisma, staged.team)
  await createDefaultForms(staged.store.prisma, staged.team, at('2026-01-01 00:00'))
  return staged
}

describe('a newcomer', () => {
  it('is told in private, once and in their own language, how things go', async () => {
    await using team = await stage()
    const heard = await team.joins({ name: 'Leo', lang: 'en' })
    expect(heard.map(({ where }) => where)).toEqual(['@Leo'])
    const words = heardAt(heard, '@Leo')
    expect(words).toContain('Leo, this is your first week in "销售一部"')
    expect(words).toMatch(/every workday at 09:15.*\/plan Visits 3/s)
    expect(words).toMatch(/every workday at 19:00.*\/report Visits 3/s)
    for (const command of ['/plan', '/report', '/my', '/kudos', '/help']) expect(words).toContain(command)
    expect(words).not.toContain('What holds here')
    expect(words.match(/⬜/g)).toHaveLength(4)
    expect(await team.joins({ name: '钱七' }).then(all => all.map(({ where }) => where))).toEqual(['@钱七'])
  })

  it('whose language nobody knows yet reads in the other one how to change it', async () => {
    await using team = await stage()
    const words = heardAt(await team.joins({ name: 'Mia' }), '@Mia')
    expect(words).toContain('Mia，这是你在“销售一部”的第一周')
    expect(words).toContain('In English: /settings lang en, then /help first week')
    await team.says('Mia', '/settings lang en')
    const again = heardAt(await team.says('Mia', '/help first week'), '@Mia')
    expect(again).toContain('Mia, this is your first week in "销售一部"')
    expect(again).toContain('看中文：/设置 语言 中文，再 /帮助 新人')
    await team.says('Mia', '/设置 语言 中文')
    expect(heardAt(await team.says('Mia', '/帮助 新人'), '@Mia')).toContain('你在“销售一部”的第一周')
  })

  it('sees in /help first week what they have done tick itself', async () => {
    await using team = await stage()
    await team.joins({ name: '钱七' })
    await team.says('钱七', '/计划 拜访3')
    await team.says('钱七', '/我的')
    await team.posts('钱七', '/表扬 @张三 带我跑客户')
    for (const said of ['/帮助 新人', '/help first week', '/帮助　第一周']) {
      const words = heardAt(await team.says('钱七', said), '@钱七')
      expect(words).toContain('✅ 交第一份计划')
      expect(words).toContain('⬜ 交第一份日报')
      expect(words).toContain('✅ 看看自己的数字')
      expect(words).toContain('✅ 谢谢一位同事')
    }
    const other = heardAt(await team.says('张三', '/帮助 新人'), '@张三')
    expect(other).toContain('谢谢一位同事')
    expect(other).not.toMatch(/✅|⬜/)
  })

  it('is reminded gently in the middle of the week, and told when it is done', async () => {
    await using team = await stage()
    await team.joins({ name: '钱七' })
    expect(heardAt(await team.until('2026-11-25 14:00'), '@钱七')).toBe('')
    expect(heardAt(await team.until('2026-11-25 15:05'), '@钱七')).toContain('第一周过半了')
    expect(heardAt(await team.until('2026-11-27 16:00'), '@钱七')).toBe('')
    expect(heardAt(await team.until('2026-11-27 17:00'), '@钱七')).toContain('第一周走完了')
    expect(heardAt(await team.until('2026-12-11 23:00'), '@钱七')).toBe('')
  })

  it('who has done all of it is not disturbed before the end', async () => {
    await using team = await stage()
    await team.joins({ name: '钱七' })
    for (const said of ['/计划 拜访3', '/日报 拜访3', '/我的']) await team.says('钱七', said)
    await team.posts('钱七', '/表扬 @张三 带我跑客户')
    expect(heardAt(await team.until('2026-11-27 16:00'), '@钱七')).toBe('')
    expect(heardAt(await team.until('2026-11-27 17:00'), '@钱七')).toContain('该会的都会了')
  })

  it('has five days of work for a week: holidays, and days on leave, are none of them', async () => {
    await using team = await stage({ at: '2026-11-26 09:00' })
    await team.joins({ name: '钱七' })
    await team.says('钱七', '/leave 11-30')
    expect(heardAt(await team.until('2026-11-30 23:00'), '@钱七')).toBe('')
    expect(heardAt(await team.until('2026-12-01 16:00'), '@钱七')).toContain('第一周过半了')
    expect(heardAt(await team.until('2026-12-03 17:00'), '@钱七')).toContain('第一周走完了')
  })

  it('who comes over a holiday is welcomed when work begins, unless they have just come themselves', async () => {
    await using team = await stage({ at: '2026-11-27 22:30' })
    expect(await team.joins({ name: '钱七' })).toEqual([])
    expect(heardAt(await team.joins({ name: '孙八' }, { how: 'came' }), '@孙八')).toContain('孙八，这是你在')
    expect(await team.until('2026-11-30 09:00')).toEqual([])
    expect(heardAt(await team.until('2026-11-30 09:31'), '@钱七')).toContain('钱七，这是你在')
    expect(heardAt(await team.until('2026-12-02 15:30'), '@钱七')).toContain('第一周过半了')
  })

  it('who goes before it is over is left alone', async () => {
    await using team = await stage()
    await team.joins({ name: '钱七' })
    await team.leaves('钱七')
    expect(heardAt(await team.until('2026-12-04 18:00'), '@钱七')).toBe('')
  })

  it('whom we may not speak to first is welcomed when they write to us', async () => {
    await using team = await stage()
    const { personId } = await team.joins({ name: '钱七' }).then(() => team.who('钱七'))
    await team.store.prisma.delivery.updateMany({ where: { personId }, data: { state: 'failed' } })
    expect(heardAt(await team.says('钱七', '/我的'), '@钱七')).toContain('这是你在')
    expect(heardAt(await team.says('钱七', '/我的'), '@钱七')).not.toContain('这是你在')
  })
})

describe('nobody is welcomed', () => {
  it('who was there when the team was made', async () => {
    await using team = await stage({ at: '2026-11-21 17:00' })
    await team.joins({ name: '钱七' })
    expect(heardAt(await team.until('2026-11-24 12:00'), '@钱七')).toBe('')
  })

  it('unless an admin has added them by name', async () => {
    await using team = await stage({ at: '2026-11-21 17:00' })
    expect(await team.joins({ name: '钱七' }, { how: 'added' })).toEqual([])
    expect(heardAt(await team.until('2026-11-23 09:31'), '@钱七')).toContain('这是你在')
  })

  it('twice, nor who has worked here before', async () => {
    await using team = await stage()
    await team.says('张三', '/计划 拜访3')
    expect(await team.again('张三')).toEqual([])
    await team.joins({ name: '钱七' })
    expect(await team.again('钱七')).toEqual([])
  })

  it('where the team does not want it', async () => {
    await using team = await stage({ settings: { welcome: { alone: false } } })
    expect(await team.joins({ name: '钱七' })).toEqual([])
    expect(heardAt(await team.until('2026-12-04 18:00'), '@钱七')).toBe('')
  })
})

it('the group hears of a newcomer only where the team wants that', async () => {
  await using team = await stage({ settings: { welcome: { inGroup: true } } })
  expect(heardAt(await team.joins({ name: '钱七' }), '#sales')).toContain('欢迎 @钱七 加入')
  expect(heardAt(await team.again('钱七'), '#sales')).toBe('')
})
