import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { stageDay } from '../nudges/stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const stage = () => stageDay(database.store, [{ name: '李伟' }, { name: '张三' }, { name: '王经理', role: 'manager' }])
/** A Friday; the week has five workdays, the month fifteen up to it. */
const day = '2026-11-20'

describe('/my', () => {
  it('shows the plan, what is done and the difference, to the asker alone', async () => {
    const { types } = await stage()
    await types('张三', 'plan 拜访3 电话20 跟进华为、中建', `${day} 08:40`)
    await types('张三', 'report 拜访2 电话25 卡点:合同盖章', `${day} 18:00`)
    const [my, ...more] = await types('张三', 'my', `${day} 18:05`)
    expect(more).toEqual([])
    expect(my).toMatchObject({ to: { reply: 'private' }, lane: 'reply' })
    expect(my?.words).toContain('张三 · 11月20日 周五')
    expect(my?.words).toContain('计划已交 · 日报已交')
    expect(my?.words).toContain('拜访 | 3 | 2 | -1')
    expect(my?.words).toContain('电话 | 20 | 25 | +5')
    expect(my?.words).toContain('卡点: 合同盖章')
    expect(my?.words).toContain('[改计划] /计划')
  })

  it('shows who has read the report, and when that was before a change', async () => {
    const { types } = await stage()
    await types('张三', 'report 拜访2', `${day} 18:00`)
    expect((await types('张三', 'my', `${day} 18:01`))[0]?.words).not.toContain('已读')
    await types('王经理', 'read 张三', `${day} 18:05`)
    expect((await types('张三', 'my', `${day} 18:06`))[0]?.words).toContain('已读 · 王经理\n')
    await types('张三', 'report 拜访3', `${day} 18:10`)
    expect((await types('张三', 'my', `${day} 18:11`))[0]?.words).toContain('已读 · 王经理（改之前的）')
    expect((await types('张三', 'my', `${day} 18:11`, { lang: 'en' }))[0]?.words).toContain('Read · 王经理 (before')
  })

  it('adds up the week and the month, with what each workday brought', async () => {
    const { types } = await stage()
    await types('张三', 'report 电话10', '2026-11-02 18:00')
    await types('张三', 'report 电话20', '2026-11-18 18:00')
    await types('张三', 'report 电话30', `${day} 18:00`)
    const [my] = await types('张三', 'my', `${day} 18:05`)
    expect(my?.words).toContain('电话 | 50 | 10 | 60 | 4')
    expect(my?.words).toContain('本周 5 天，本月 15 天')
  })

  it('does not count days on leave', async () => {
    const { types } = await stage()
    await types('张三', 'leave 11.16-11.17', '2026-11-13 10:00')
    await types('张三', 'report 电话30', `${day} 18:00`)
    expect((await types('张三', 'my', `${day} 18:05`))[0]?.words).toContain('电话 | 30 | 10 | 30 | 2.31')
  })

  it('tells one’s own place, open items and leave ahead', async () => {
    const { types } = await stage()
    await types('李伟', 'report 签单1/8万', `${day} 18:00`)
    await types('张三', 'plan 拜访1 跟进华为、中建', `${day} 08:40`)
    await types('张三', 'leave 11.25', `${day} 09:00`)
    await types('张三', 'report 签单1/5万', `${day} 18:00`)
    const [my] = await types('张三', 'my', `${day} 18:05`)
    expect(my?.words).toMatch(/2 人中排第 2/)
    expect(my?.words).toContain('☐ 跟进华为')
    expect(my?.words).toContain('请假: 2026-11-25')
  })

  it('says nothing of what is not asked of them', async () => {
    const { types } = await stage()
    const [my] = await types('王经理', 'my', `${day} 18:40`)
    expect(my?.words).toContain('王经理')
    expect(my?.words).not.toMatch(/未交/)
  })

  it('is plain before anything has happened, in English as well', async () => {
    const { types } = await stage()
    const [my] = await types('张三', 'my', `${day} 08:40`, { lang: 'en' })
    expect(my?.words).toContain('Plan not in yet · Report not in yet')
    expect(my?.words).toContain('[Plan] /plan')
    expect(my?.words).not.toContain('undefined')
  })
})

describe('/my and targets', () => {
  it('shows the pace towards each target of now, and nothing to who has none', async () => {
    const { types } = await stage()
    await types('张三', 'target 签单额 12万 本月', '2026-11-02 09:00')
    await types('张三', 'target 拜访 30 2026-12', '2026-11-02 09:00')
    await types('张三', 'report 签单额5.2万', `${day} 18:00`)
    const [my] = await types('张三', 'my', `${day} 18:05`)
    expect(my?.words).toContain('本月签单额 5.2万 / 12万（43%），剩 6 个工作日，每天需 1.14万，历史还少，先不预测')
    expect(my?.words).not.toContain('2026年12月')
    expect((await types('李伟', 'my', `${day} 18:05`))[0]?.words).not.toContain('签单额 ')
  })
})

describe('/my of a period', () => {
  it.each(['my last week', '我的 上周', 'my 2026-W47'])('%s', async line => {
    const { types } = await stage()
    await types('张三', 'plan 电话20', '2026-11-17 08:40')
    await types('张三', 'report 电话15', '2026-11-17 18:00')
    await types('张三', 'report 电话5', '2026-11-18 19:30')
    const [my] = await types('张三', line, '2026-11-24 10:00')
    expect(my?.words).toContain('电话 | 20 | 20 | 4')
    expect(my?.words).toContain('日报 2 份，其中迟交或补交 1 份；工作日 5 天')
    expect(my?.words).toContain('计划准确度 75%')
  })

  it('says nothing of plans that no report can be compared with', async () => {
    const { types } = await stage()
    await types('张三', 'plan 电话20', '2026-11-17 08:40')
    await types('张三', 'report 拜访1', '2026-11-18 18:00')
    expect((await types('张三', 'my week', `${day} 10:00`))[0]?.words).not.toContain('计划准确度')
  })

  it('says how to write it when it is not understood', async () => {
    const { types } = await stage()
    await expect(types('张三', 'my somehow', `${day} 10:00`)).rejects.toMatchObject({ code: 'overview.period-unclear' })
  })
})
