import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromMonday } from '../furnish.ts'
import { figuresOf } from './figures.ts'
import { type Platform, platforms } from './places.ts'
import { answerTo, sees } from './reading.ts'
import { accountsOf, link, setUpTeam } from './team.ts'
import { openWorld, type World } from './world.ts'

const people = {
  张敏: { slack: 'U0ZHANG', dingtalk: 'zhang01', wecom: 'zhangmin', room: 'zhang' },
  李娜: { slack: 'U0LI', dingtalk: 'li02' },
  王强: { wecom: 'wangqiang', room: 'wang' },
  周洋: { slack: 'U0ZHOU' },
  赵磊: { dingtalk: 'zhao03' },
  孙悦: { wecom: 'sunyue' },
  吴桐: { room: 'wu' },
}
type Name = keyof typeof people
const rows = [...Object.keys(people), '合计']

/** One process with Slack, DingTalk, WeCom and the Room before it, and one team that is on all four. */
describe('the first week of a team on four platforms at once', () => {
  let world: World
  let start: Date
  const goto = (days: number, time: `${number}:${number}`) => world.goTo(fromMonday(start, days, time))
  /** What somebody heard in private on each of their platforms. */
  const heard = async (name: Name, words: RegExp) => {
    const accounts = accountsOf(people[name])
    const told = await Promise.all(
      accounts.map(async ([platform, account]) => {
        const texts = await world.places[platform].direct(account)
        return texts.filter(text => words.test(text)).map(text => ({ platform, text }))
      }),
    )
    return told.flat()
  }
  const hears = async (name: Name, words: RegExp) => {
    const reads = async () => (await heard(name, words)).map(({ text }) => text)
    return sees(reads, words)
  }
  const posts = async (platform: Platform, words: RegExp) =>
    (await world.places[platform].group()).filter(text => words.test(text))
  const reports = (platform: Platform, account: string, text: string, answer: RegExp) => {
    const { tells, direct } = world.places[platform]
    return answerTo(
      () => direct(account),
      () => tells(account, text),
      answer,
    )
  }

  beforeAll(async () => {
    world = await openWorld(people)
    await world.start()
    start = new Date()
    await goto(-1, '23:30')
  }, 60_000)
  afterAll(() => world[Symbol.asyncDispose]())

  test('one team: linked accounts are one person, and bound groups are one team’s', async () => {
    const { dingtalk, wecom, room } = world.places
    await setUpTeam(world, people.张敏)
    await link(world, people.李娜)
    await Promise.all([
      dingtalk.says('zhao03', '/加入'),
      wecom.says('sunyue', '/加入'),
      wecom.says('wangqiang', '/加入'),
      room.says('wu', '/加入'),
    ])
    await link(world, people.王强)
    // WeCom tells names to the app alone, a moment later.
    const members = async () => [await reports('room', 'zhang', '/成员', /销售一部 · \d+ 人/)]
    const list = await sees(members, /孙悦/)
    expect(list).toMatch(/销售一部 · 7 人/)
    for (const name of Object.keys(people)) expect(list.split(name)).toHaveLength(2)
  }, 90_000)

  test('a nudge comes once, on the one platform where each was last', async () => {
    await goto(0, '08:30')
    await world.places.room.tells('wang', '/my')
    await reports('wecom', 'wangqiang', '计划 拜访3 电话20', /计划已记下/)
    await goto(0, '09:00')
    const expected = { 李娜: 'dingtalk', 周洋: 'slack', 赵磊: 'dingtalk', 孙悦: 'wecom', 吴桐: 'room' } as const
    for (const [name, platform] of Object.entries(expected) as [Name, Platform][]) {
      await hears(name, /计划还没交，09:15 截止/)
      expect((await heard(name, /计划还没交/)).map(told => told.platform)).toEqual([platform])
    }
    for (const name of ['张敏', '王强'] as const) expect(await heard(name, /计划还没交/)).toEqual([])
  })

  test('whoever reports on two platforms is one person with one report', async () => {
    await goto(0, '18:00')
    await reports('slack', 'U0LI', '日报 电话20 拜访2 签单1/8万', /日报已记下/)
    const revised = await reports('dingtalk', 'li02', '日报 电话25 卡点:合同盖章', /日报已更新/)
    expect(revised).toMatch(/拜访：2[\s\S]*电话：25[\s\S]*签单额：8万[\s\S]*合同盖章/)
    const withPlan = await reports('room', 'wang', '日报 电话30', /日报已记下/)
    expect(withPlan).toMatch(/电话\s+20\s+30\s+\+10/)
  })

  test('the digest says the same in every group, each drawn as it can be there', async () => {
    await world.places.slack.says('U0ZHOU', '日报 电话5 签单1/2万')
    await world.places.dingtalk.says('zhao03', '日报 电话11')
    for (const name of ['周洋', '赵磊'] as const) await hears(name, /日报已记下/)
    await goto(0, '19:00')
    for (const platform of platforms) {
      const digest = await sees(world.places[platform].group, /日报汇总[\s\S]*4\/6 人已交[\s\S]*合计/)
      expect(digest, platform).toMatch(/未交 2 人[\s\S]*李娜：合同盖章/)
      expect(figuresOf(digest, rows), platform).toEqual({
        李娜: ['2', '25', '1', '8万'],
        王强: ['–/3', '30/20'],
        赵磊: ['11'],
        周洋: ['5', '1', '2万'],
        合计: ['2/3', '71/20', '2', '10万'],
      })
    }
    await hears('张敏', /给经理[\s\S]*未交 2 人/)
    expect(await heard('张敏', /日报[\s\S]*给经理/)).toHaveLength(1)
  })

  test('a late report revises it where that can be, and adds one short line where it cannot', async () => {
    await world.places.wecom.says('sunyue', '日报 电话7 签单2/3万')
    for (const platform of ['slack', 'room'] as const) {
      const digest = await sees(world.places[platform].group, /日报汇总[\s\S]*5\/6 人已交/)
      expect(figuresOf(digest, rows), platform).toMatchObject({
        孙悦: ['7', '2', '3万'],
        合计: ['2/3', '78/20', '4', '13万'],
      })
    }
    for (const platform of ['dingtalk', 'wecom'] as const) {
      const line = await sees(world.places[platform].group, /^孙悦 补交/)
      expect(line).toMatch(/^孙悦 补交了 .+的日报：电话 7，签单 2，签单额 3万$/)
    }
    for (const platform of platforms) expect(await posts(platform, /日报汇总/), platform).toHaveLength(1)
  })

  test('the next nudge follows them to where they are now', async () => {
    await goto(1, '08:30')
    await reports('slack', 'U0LI', '/my', /今天|计划/)
    await goto(1, '09:00')
    await sees(async () => (await heard('李娜', /11月|计划还没交/)).map(({ text }) => text), /计划还没交/)
    const nudged = async () => (await heard('李娜', /计划还没交/)).map(({ platform }) => platform)
    await expect.poll(nudged).toEqual(['slack', 'dingtalk'])
  })

  test('the board on Friday is one board', async () => {
    await goto(4, '17:00')
    for (const platform of platforms) {
      const board = await sees(world.places[platform].group, /签单额榜[\s\S]*截至/)
      expect(figuresOf(board, rows), platform).toEqual({ 李娜: ['1', '8万'], 孙悦: ['2', '3万'], 周洋: ['3', '2万'] })
      expect(await posts(platform, /签单额榜[\s\S]*截至/), platform).toHaveLength(1)
    }
    await hears('李娜', /签单额 8万，你在 3 人中排第 1/)
    expect(await heard('李娜', /^\d+年第\d+周.+你在 3 人中/)).toHaveLength(1)
  })

  test('and no platform ever had to say that it was too much', () => {
    const { slack, dingtalk, wecom, server } = world
    for (const side of [slack, dingtalk, wecom]) expect(side.takeUnexpected()).toEqual([])
    expect(slack.count429).toBe(0)
    expect(dingtalk.usedCalls).toBeLessThan(100)
    expect([...dingtalk.tooFast, ...wecom.tooFast]).toEqual([])
    expect(server.output()).not.toMatch(/delivery failed/)
  })
})
