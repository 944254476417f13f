import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { overview } from '../../../src/features/overview/feature.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { stageDay } from '../nudges/stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const people = [{ name: '李伟' }, { name: '张三' }, { name: '赵六' }, { name: '王经理', role: 'manager' as const }]
const stage = () => stageDay(database.store, people)
const day = '2026-11-20'

describe('/team', () => {
  it('shows who planned, who reported and what came of it, with what is to be read', async () => {
    const { types } = await stage()
    await types('赵六', 'leave 今天', `${day} 08:00`)
    await types('李伟', 'plan 拜访3 电话20', `${day} 08:40`)
    await types('张三', 'plan 电话10', `${day} 09:30`)
    await types('李伟', 'report 拜访2 电话25 卡点:合同盖章', `${day} 18:00`)
    const [team, ...more] = await types('王经理', 'team', `${day} 18:05`)
    expect(more).toEqual([])
    expect(team).toMatchObject({ to: { reply: 'private' } })
    expect(team?.words).toContain('销售一部 · 11月20日 周五')
    expect(team?.words).toContain('计划 2/2 · 日报 1/2 · 请假：赵六 · 未读 1 份')
    expect(team?.words).toContain('成员 | 计划 | 日报 | 拜访 | 电话')
    expect(team?.words).toContain('李伟 | 已交 | 已交 | 2/3 | 25/20')
    expect(team?.words).toContain('张三 | 迟交 | 未交 |  | –/10')
    expect(team?.words).toContain('赵六 | 请假 | 请假')
    expect(team?.words).toContain('合计 |  |  | 2/3 | 25/30')
    expect(team?.words).toContain('李伟：合同盖章')
    expect(team?.words).toContain('[读 李伟] /已读 李伟')
  })

  it('shows any other day, and days without a round', async () => {
    const { types } = await stage()
    await types('李伟', 'plan 拜访3', '2026-11-19 08:40')
    expect((await types('王经理', '团队 昨天', `${day} 10:00`))[0]?.words).toContain('计划 1/3')
    expect((await types('王经理', 'team 11-15', `${day} 10:00`, { lang: 'en' }))[0]?.words).toContain(
      'No round has opened',
    )
    await expect(types('王经理', 'team sometime', `${day} 10:00`)).rejects.toMatchObject({
      code: 'overview.date-unclear',
    })
  })

  it('shows managers alone how each stands towards their target today', async () => {
    const { types } = await stageDay(database.store, [...people, { name: '孙组长', role: 'lead' }])
    await types('李伟', 'target 签单额 12万 本月', '2026-11-02 09:00')
    await types('李伟', 'target 拜访 30 本月', '2026-11-02 09:00')
    await types('王经理', 'target 张三 签单额 8万 本月', '2026-11-02 09:00')
    await types('李伟', 'report 签单额3万', `${day} 18:00`)
    const [team] = await types('王经理', 'team', `${day} 18:05`)
    expect(team?.words).toContain(
      '成员 | 目标 | 完成 | 达成 | 每天需 | 进度\n李伟 | 本月 签单额 12万 | 3万 | 25% | 1.5万 | 落后',
    )
    // What is only proposed is nobody's target yet.
    expect(team?.words).not.toContain('8万')
    expect((await types('王经理', 'team yesterday', `${day} 18:05`))[0]?.words).not.toContain('每天需')
    expect((await types('孙组长', 'team', `${day} 18:05`))[0]?.words).not.toContain('每天需')
  })

  it('shows managers alone the week’s plans against what was done, as a picture', async () => {
    const { types } = await stageDay(database.store, [...people, { name: '孙组长', role: 'lead' }])
    const imageIn = async (name: string, line: string) =>
      (await types(name, line, `${day} 18:05`))[0]?.content.blocks.find(block => block.b === 'image')
    expect(await imageIn('王经理', 'team')).toBeUndefined()
    await types('李伟', 'plan 拜访3 电话20', '2026-11-18 08:40')
    await types('张三', 'plan 电话10', '2026-11-18 08:40')
    await types('李伟', 'report 电话25', '2026-11-18 18:00')
    await types('李伟', 'plan 电话5', `${day} 08:40`)
    await types('李伟', 'report 电话2', '2026-11-11 18:00')
    const image = await imageIn('王经理', 'team')
    expect(image?.alt).toBe('图：电话 · 2026年第47周（11月16日至11月22日），计划 35，完成 25')
    const { drawing } = await database.store.prisma.picture.findUniqueOrThrow({ where: { ref: image?.ref ?? '' } })
    expect(drawing).toMatchObject({
      kind: 'plan-actual',
      points: [
        { label: '11/16', plan: null, actual: 0 },
        { label: '11/17', plan: null, actual: 0 },
        { label: '11/18', plan: 30, actual: 25 },
        { label: '11/19', plan: null, actual: 0 },
        { label: '11/20', plan: 5, actual: null },
      ],
    })
    // Names stand in messages, where they can be found again; a picture of the team has none.
    expect(JSON.stringify(drawing)).not.toMatch(/李伟|张三/)
    expect(await imageIn('孙组长', 'team')).toBeUndefined()
    expect(await imageIn('王经理', 'team 11-11')).toBeUndefined()
  })

  it('has no picture where the team wants none', async () => {
    const { types } = await stageDay(database.store, people, { boards: { pictures: false } })
    await types('李伟', 'plan 电话20', `${day} 08:40`)
    const [team] = await types('王经理', 'team', `${day} 18:05`)
    expect(team?.content.blocks.map(({ b }) => b)).not.toContain('image')
  })

  it('is for leads and above', () => {
    expect(overview.commands?.find(({ name }) => name === 'team')?.least).toBe('lead')
  })
})
