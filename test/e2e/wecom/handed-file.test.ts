import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WeComSimulator } from '../../simulators/wecom/index.ts'
import type { SeenMessage } from '../../simulators/wecom/seeing.ts'
import { beginFromNothing, type Person } from '../person.ts'
import { type Running, run } from '../running.ts'
import { until } from '../until.ts'
import { GROUP, openCorp, person, saidInGroup, startOn } from './corp.ts'

/** Larger than what goes up in one piece. */
const bytes = Buffer.alloc(700_000, '%PDF 价目')
const priceList = { kind: 'file', name: '价目表 2026.pdf', bytes } as const

const filesIn = (messages: readonly SeenMessage[]) =>
  messages.filter(({ author, kind }) => author === '' && kind === 'file')

describe('a file that is handed to the bot', () => {
  let wecom: WeComSimulator
  let running: Running
  let zhang: Person<SeenMessage>
  let li: Person<SeenMessage>
  const isWhole = ({ media }: SeenMessage) => Buffer.from(wecom.media(media ?? '')).equals(bytes)

  beforeAll(async () => {
    wecom = await openCorp({ zhangmin: '张敏', lina: '李娜' })
    running = await run(wecom, settings => startOn(wecom, settings))
    zhang = person(wecom, 'zhangmin')
    li = person(wecom, 'lina')
    await beginFromNothing(zhang, [li])
    await running.goTo(0, '09:30')
  })
  afterAll(() => running[Symbol.asyncDispose]())

  test('by the manager alone goes out after its notice, byte for byte', async () => {
    wecom.lendsAfter(500)
    const file = await wecom.sends('zhangmin', priceList)
    // At once, while it is still on its way.
    const notice = await zhang.tells('/通知 新价目表从今天起用 文件=上一个')
    expect([file, notice]).toMatchObject([{ told: true }, { told: true }])
    const taken = await zhang.sees(/收到文件 价目表 2026\.pdf，还没有发给任何人/)
    expect(taken.chatId).toBe('zhangmin')
    expect((await li.sees(/通知 #1[\s\S]*新价目表从今天起用/)).chatId).toBe(GROUP)
    const inGroup = () => wecom.messages(GROUP)
    await until(() => filesIn(inGroup()).length === 1, 'the file stands in the group')
    const [sent] = filesIn(inGroup())
    expect([sent?.visible.text, sent && isWhole(sent)]).toEqual(['价目表 2026.pdf', true])
    const at = (words: RegExp) => inGroup().findLastIndex(({ visible }) => words.test(visible.text))
    expect(at(/新价目表从今天起用/)).toBeLessThan(at(/^价目表 2026\.pdf$/))
    expect(saidInGroup(wecom).join('\n')).not.toContain('收到文件')
  })

  test('is given to a reader who asks for it in their own chat', async () => {
    await li.tells('/通知 1 文件')
    await until(() => filesIn(wecom.directMessages('lina')).length === 1, 'she has it')
    expect(filesIn(wecom.directMessages('lina')).every(isWhole)).toBe(true)
  })

  test('by anybody else is politely left alone', async () => {
    await wecom.sends('lina', { ...priceList, name: '我的.pdf' })
    await li.sees(/文件我打不开/)
    expect(filesIn(wecom.messages(GROUP))).toHaveLength(1)
  })

  test('and that WeCom does not give is asked for once more', async () => {
    await wecom.sends('zhangmin', { ...priceList, name: '坏的.pdf', odd: 'another key' })
    await zhang.sees(/坏的\.pdf 没有取到，请再发一次/)
    expect(running.server.output()).not.toMatch(/坏的|\/files\//)
  })
})
