import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { at, stageDay } from './stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const people = [
  { name: '李伟' },
  { name: '张三' },
  { name: 'Ann', lang: 'en' as const },
  { name: '王经理', role: 'manager' as const },
]
const stage = (settings = {}) => stageDay(database.store, people, settings)

/** A Friday; the reminder of the plan is due at 09:00, the plan at 09:15. */
const day = '2026-11-20'

describe('before a plan is due', () => {
  it('reminds in private, each in their language, whoever has not planned', async () => {
    const { types, clock, who } = await stage()
    await types('李伟', 'plan 拜访3 电话20', `${day} 08:40`)
    const said = await clock('nudges.before-due', `${day} 09:00`)
    expect(said.map(({ to }) => to)).toEqual(
      expect.arrayContaining([{ person: who('张三').personId }, { person: who('Ann').personId }]),
    )
    expect(said).toHaveLength(2)
    const zh = said.find(({ content }) => content.lang === 'zh')
    expect(zh?.words).toContain('你的计划还没交，09:15 截止，还有 15 分钟。')
    expect(zh?.words).toContain('[30 分钟后再说] /免打扰 30')
    const en = said.find(({ content }) => content.lang === 'en')
    expect(en?.words).toContain('Your plan is due at 09:15, in 15 minutes.')
    expect(zh).toMatchObject({ lane: 'nudge', expiresAt: at(`${day} 09:15`) })
  })

  it('shows how to answer in a line with the person’s own last numbers', async () => {
    const { types, clock } = await stage()
    await types('张三', 'plan 拜访4 签单1/8万', '2026-11-19 08:40')
    const said = await clock('nudges.before-due', `${day} 09:00`)
    expect(said.some(({ words }) => words.includes('/计划 拜访4 签单1/8万'))).toBe(true)
  })

  it('suggests for the report what was planned that day', async () => {
    const { types, clock } = await stage()
    await types('张三', 'plan 电话20', `${day} 08:40`)
    const said = await clock('nudges.before-due', `${day} 18:45`)
    expect(said.some(({ words }) => words.includes('/日报 电话20'))).toBe(true)
  })

  it('speaks again when it is due, in other words', async () => {
    const { clock } = await stage()
    await clock('nudges.before-due', `${day} 09:00`)
    const said = await clock('nudges.at-due', `${day} 09:15`)
    expect(said).toHaveLength(3)
    expect(said[0]?.words).toMatch(/计划 09:15 截止，你的还没交；现在交也可以。|was due at 09:15/)
  })

  it('has no reminder in a team that wants none', async () => {
    const { clock } = await stage({ nudges: { beforeMinutes: 0 } })
    expect(await clock('nudges.before-due', `${day} 09:00`)).toEqual([])
  })

  it('comes as early as the team wants', async () => {
    const { clock } = await stage({ nudges: { beforeMinutes: 30 } })
    expect(await clock('nudges.before-due', `${day} 08:45`)).toHaveLength(3)
  })
})

it('reminds before and at due of the plan and the report: four times fit into a day', async () => {
  const { clock } = await stage()
  expect(await clock('nudges.before-due', `${day} 09:00`)).toHaveLength(3)
  expect(await clock('nudges.at-due', `${day} 09:15`)).toHaveLength(3)
  expect(await clock('nudges.before-due', `${day} 18:45`)).toHaveLength(3)
  expect(await clock('nudges.at-due', `${day} 19:00`)).toHaveLength(3)
})

describe('nobody is reminded', () => {
  it('more often than the budget of a day allows', async () => {
    const { clock } = await stage({ nudges: { perDay: 3 } })
    await clock('nudges.before-due', `${day} 09:00`)
    await clock('nudges.at-due', `${day} 09:15`)
    expect(await clock('nudges.before-due', `${day} 18:45`)).toHaveLength(3)
    expect(await clock('nudges.at-due', `${day} 19:00`)).toEqual([])
  })

  it('on leave, or for a half day on it', async () => {
    const { types, clock, who } = await stage()
    await types('李伟', 'leave 今天', `${day} 08:00`)
    await types('张三', 'leave 今天上午', `${day} 08:00`)
    const morning = await clock('nudges.before-due', `${day} 09:00`)
    expect(morning.map(({ to }) => to)).toEqual([{ person: who('Ann').personId }])
    const evening = await clock('nudges.before-due', `${day} 18:45`)
    expect(new Set(evening.map(({ to }) => ('person' in to ? to.person : '')))).toEqual(
      new Set([who('Ann').personId, who('张三').personId]),
    )
  })

  it('in quiet hours, the team’s or their own', async () => {
    const { types, clock, who } = await stage({ nudges: { quiet: { from: '18:30', to: '08:00' } } })
    await types('Ann', 'quiet 12:00-13:00', `${day} 08:50`)
    const said = await clock('nudges.before-due', `${day} 18:45`)
    expect(said.map(({ to }) => to)).toEqual([{ person: who('Ann').personId }])
  })

  it('twice by a job that runs twice', async () => {
    const { clock } = await stage()
    expect(await clock('nudges.before-due', `${day} 09:00`)).toHaveLength(3)
    expect(await clock('nudges.before-due', `${day} 09:00`)).toEqual([])
  })

  it('once they have answered: what had not gone out is taken back', async () => {
    const { types, clock, waiting, who } = await stage()
    await clock('nudges.before-due', `${day} 09:00`)
    expect(await waiting()).toHaveLength(3)
    await types('张三', 'plan 拜访3', `${day} 09:01`)
    expect((await waiting()).map(({ personId }) => personId)).not.toContain(who('张三').personId)
    expect(await waiting()).toHaveLength(2)
  })
})

describe('in thirty minutes', () => {
  it('says the same again then, unless it was answered', async () => {
    const { presses, types, clock, send, waiting, who } = await stage()
    await clock('nudges.before-due', `${day} 09:00`)
    await send(`${day} 09:00`)
    const said = await presses('张三', 'nudges.snooze', '30', `${day} 09:02`)
    expect(said.find(({ lane }) => lane === 'reply')?.words).toContain(
      '09:32 之前不提醒你。到时若还没交，会再提醒一次。',
    )
    expect(await waiting()).toHaveLength(1)
    const [put] = await waiting()
    expect(put).toMatchObject({
      personId: who('张三').personId,
      notBefore: at(`${day} 09:32`),
      purpose: 'nudges.again',
    })
    expect(await clock('nudges.at-due', `${day} 09:15`)).toHaveLength(2)
    await types('张三', 'plan 拜访3', `${day} 09:20`)
    expect((await waiting()).map(({ purpose }) => purpose)).not.toContain('nudges.again')
  })

  it('can be typed, and put off once more', async () => {
    const { types, clock, send, waiting } = await stage()
    await clock('nudges.before-due', `${day} 09:00`)
    await send(`${day} 09:00`)
    await types('张三', 'quiet 30', `${day} 09:02`)
    await types('张三', 'quiet 2小时', `${day} 09:05`)
    expect((await waiting()).map(({ notBefore }) => notBefore)).toEqual([at(`${day} 11:05`)])
  })

  it('is not said again after the round closes, nor into leave', async () => {
    const { types, clock, send, waiting } = await stage()
    await clock('nudges.before-due', `${day} 09:00`)
    await send(`${day} 09:00`)
    await types('张三', 'quiet 9h', `${day} 09:02`)
    expect(await waiting()).toEqual([])
    await types('李伟', 'quiet 30', `${day} 09:02`)
    expect(await waiting()).toHaveLength(1)
    await types('李伟', 'leave 今天', `${day} 09:10`)
    expect(await waiting()).toEqual([])
  })

  it('is not said again into quiet hours', async () => {
    const { types, clock, send, waiting } = await stage({ nudges: { quiet: { from: '09:20', to: '08:00' } } })
    await clock('nudges.before-due', `${day} 09:00`)
    await send(`${day} 09:00`)
    const [answer] = await types('张三', 'quiet 30', `${day} 09:02`)
    expect(await waiting()).toEqual([])
    expect(answer?.words).not.toContain('再提醒')
  })

  it('not today means not today', async () => {
    const { presses, clock, send, waiting, who } = await stage()
    await clock('nudges.before-due', `${day} 09:00`)
    await send(`${day} 09:00`)
    await presses('张三', 'nudges.not-today', undefined, `${day} 09:02`)
    expect(await waiting()).toEqual([])
    const later = [
      ...(await clock('nudges.at-due', `${day} 09:15`)),
      ...(await clock('nudges.before-due', `${day} 18:45`)),
    ]
    expect(later.map(({ to }) => to)).not.toContainEqual({ person: who('张三').personId })
    expect((await clock('nudges.before-due', '2026-11-23 09:00')).map(({ to }) => to)).toContainEqual({
      person: who('张三').personId,
    })
  })

  it('is taken back by /quiet off', async () => {
    const { types, clock } = await stage()
    await types('张三', 'quiet today', `${day} 08:40`)
    await types('张三', 'quiet off', `${day} 08:50`)
    expect(await clock('nudges.before-due', `${day} 09:00`)).toHaveLength(3)
  })
})
