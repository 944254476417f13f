import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { stageDay } from './stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const people: Parameters<typeof stageDay>[1] = [{ name: '李伟' }, { name: '张三' }, { name: '王经理', role: 'manager' }]
const stage = (settings = {}) => stageDay(database.store, people, settings)
const day = '2026-11-20'

describe('/why', () => {
  it('tells why the last unasked message came, in either language', async () => {
    const { types, clock, send } = await stage()
    await clock('nudges.before-due', `${day} 09:00`)
    await send(`${day} 09:00`)
    const [zh] = await types('张三', '为什么', `${day} 09:05`)
    expect(zh?.words).toContain('2026-11-20 09:00')
    expect(zh?.words).toContain('原因：计划 09:15 截止，09:00 时你还没有交')
    expect(zh).toMatchObject({ to: { reply: 'private' } })
    const [en] = await types('张三', 'why', `${day} 09:05`, { lang: 'en' })
    expect(en?.words).toContain('Why: the plan is due at 09:15 and yours was not in at 09:00')
  })

  it('tells only of one’s own messages', async () => {
    const { types, clock, send } = await stage()
    await types('李伟', 'plan 拜访3', `${day} 08:40`)
    await clock('nudges.before-due', `${day} 09:00`)
    await send(`${day} 09:00`)
    const [told] = await types('李伟', 'why', `${day} 09:05`)
    expect(told?.words).toContain('今天没有说的：')
    expect(told?.words).toContain('09:00 你已经交了')
    expect(told?.words).not.toContain('截止')
  })

  it.each([
    ['a Saturday', '2026-11-21 10:00', '周六不是工作日'],
    ['a holiday', '2026-10-01 10:00', '国庆'],
    ['a quiet morning', `${day} 08:30`, '没有该提醒的事'],
  ])('tells why there was none on %s', async (_, moment, why) => {
    const { types } = await stage()
    expect((await types('张三', 'why', moment))[0]?.words).toContain(why)
  })

  it('tells of leave and of the budget', async () => {
    const { types, clock, send } = await stage({ nudges: { perDay: 3 } })
    await types('李伟', 'leave 今天', `${day} 08:00`)
    await clock('nudges.before-due', `${day} 09:00`)
    await clock('nudges.at-due', `${day} 09:15`)
    await clock('nudges.before-due', `${day} 18:45`)
    await clock('nudges.at-due', `${day} 19:00`)
    await send(`${day} 19:00`)
    expect((await types('李伟', 'why', `${day} 19:05`))[0]?.words).toContain('09:00 你今天请假')
    expect((await types('张三', 'why', `${day} 19:05`))[0]?.words).toContain('19:00 今天已提醒 3 次')
  })

  it('tells why the group got its digest', async () => {
    const { types, clock, send, channelId } = await stage()
    const place = { kind: 'group', channelId } as const
    expect((await types('张三', 'why digest', `${day} 09:00`, { place }))[0]?.words).toContain('还没有发过')
    await types('张三', 'plan 拜访3', `${day} 08:40`)
    await clock('digests.due', `${day} 09:15`)
    await send(`${day} 09:15`)
    expect((await types('张三', 'why digest', `${day} 09:20`, { place }))[0]?.words).toContain(
      '计划 09:15 截止，到点汇总一次',
    )
    expect((await types('张三', '为什么 汇总', `${day} 09:20`))[0]?.words).toContain('计划汇总 · 11月20日 周五')
  })
})

describe('/quiet', () => {
  it('shows whose hours hold and what is left of the day’s budget', async () => {
    const { types, clock } = await stage({ nudges: { perDay: 3 } })
    await clock('nudges.before-due', `${day} 09:00`)
    const [shown] = await types('张三', 'quiet', `${day} 09:05`)
    expect(shown?.words).toContain('团队的免打扰时间: 21:00–08:00')
    expect(shown?.words).toContain('1 次，上限 3 次')
    await types('张三', 'quiet 20:00-09:00', `${day} 09:06`)
    expect((await types('张三', 'quiet', `${day} 09:07`))[0]?.words).toContain('你的免打扰时间: 20:00–09:00')
  })

  it('says how to write it when it is not understood', async () => {
    const { types } = await stage()
    await expect(types('张三', 'quiet perhaps', `${day} 09:05`)).rejects.toMatchObject({ code: 'nudges.quiet-unclear' })
  })
})
