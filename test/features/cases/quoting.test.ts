import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeRobot } from '../../../adapters/dingtalk/decode/robot.ts'
import { decodeBotMessage } from '../../../adapters/wecom/decode/bot.ts'
import type { EventBody } from '../../../src/platform/events.ts'
import { openPlainPlatform } from '../plain-platform.ts'
import { sharedStore } from '../reports/stage.ts'

const shared = sharedStore()
const samples = `${import.meta.dirname}/../../../adapters`

function sample(path: string) {
  return JSON.parse(readFileSync(`${samples}/${path}`, 'utf8'))
}

/** The platform's own sample of a quotation, with other words said to it. */
function wecomQuote(said: string): EventBody {
  const { body } = sample('wecom/samples/bot/text-group-quote.json')
  const read = decodeBotMessage({ ...body, text: { content: `@RobotA ${said}` } }, 'RobotA')
  if (read.kind !== 'inbound') throw new Error('the sample is a message')
  return read.event.body
}

describe('where a platform has no message menu, quoting a message and saying the word does the same', () => {
  it('makes it a case of whoever says so, with nobody’s name that the platform does not tell', async () => {
    await using house = await openPlainPlatform({ store: shared.store })
    const li = house.person('李伟')
    await li.says('/加入')
    await li.does(wecomQuote('案例'))
    expect(house.heardInGroup()).toContain('一个问题进了案例库：#1 这是今日的测试情况。负责人 李伟')
    await li.does(wecomQuote('案例'))
    expect(house.heardInGroup() + li.heard()).toMatch(/#1/)
    const { teamId } = await house.channel()
    expect(await shared.store.prisma.case.count({ where: { teamId: teamId ?? '' } })).toBe(1)
  })

  it('tells whose words they were where the platform does', async () => {
    await using house = await openPlainPlatform({ store: shared.store })
    await house.wang.does({
      kind: 'message',
      addressed: true,
      text: 'case',
      quote: { text: '仓库爆仓', author: 'Sam' },
    })
    expect(house.heardInGroup()).toContain('仓库爆仓 (Sam)')
  })

  it('raises it as urgent, and notes it as a blocker', async () => {
    await using house = await openPlainPlatform({ store: shared.store, at: '2026-11-23 18:30' })
    await house.wang.does(wecomQuote('紧急'))
    expect(house.heardInGroup()).toContain('紧急 #1')
    expect(house.heardInGroup()).toContain('这是今日的测试情况')
    await house.wang.does(wecomQuote('卡点'))
    const [report] = await house.reportsOf('王')
    expect(report?.blockers).toEqual(['这是今日的测试情况'])
  })

  it('a command with words of its own, or one that does nothing to messages, goes its own way', async () => {
    await using house = await openPlainPlatform({ store: shared.store })
    await house.wang.does(wecomQuote('案例 华为订单延期'))
    expect(house.heardInGroup()).toContain('#1 华为订单延期')
    await house.wang.does(wecomQuote('帮助'))
    expect(house.heardInGroup() + house.wang.heard()).not.toContain('这是今日的测试情况')
    const { teamId } = await house.channel()
    expect(await shared.store.prisma.case.count({ where: { teamId: teamId ?? '' } })).toBe(1)
  })

  it('what DingTalk shows of a quoted message is read the same way', async () => {
    await using house = await openPlainPlatform({ store: shared.store })
    const quoted = sample('dingtalk/samples/bot-message/text-reply-single-5.json')
    const read = decodeRobot({ ...quoted, text: { ...quoted.text, content: '案例' } }, 'frame')
    if (read.kind !== 'inbound') throw new Error('the sample is a message')
    await house.wang.does(read.event.body)
    const { teamId } = await house.channel()
    expect(await shared.store.prisma.case.findMany({ where: { teamId: teamId ?? '' } })).toMatchObject([
      { text: '被引用文字' },
    ])
  })
})
