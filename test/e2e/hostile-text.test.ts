import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentSchema } from '../../src/content/schema.ts'
import { features } from '../../src/features/index.ts'
import { openTalk, type SeenMessage, type Speaker, type Talk } from '../talk.ts'
import { at, only } from './cast.ts'

const day = '2026-11-23'
const people = { zhang: '<b>张敏</b>', li: '@all', han: '=1+1' }

let talk: Talk
let zhang: Speaker
let li: Speaker
let han: Speaker

beforeAll(async () => {
  talk = await openTalk({ at: at(day, '08:40'), people, features })
  zhang = talk.person('zhang')
  li = talk.person('li')
  han = talk.person('han')
  await zhang.says('/setup <!channel>销售一部')
  await han.says('/计划 电话1')
  await talk.goTo(at(day, '17:30'))
})
afterAll(() => talk[Symbol.asyncDispose]())

const hostile: readonly (readonly [name: string, text: string])[] = [
  ['a script', '<script>alert(1)</script>'],
  ['an image with a handler', '<img src=x onerror=alert(1)>'],
  ['a call to everybody', '@all @所有人 @everyone @here'],
  ['a call to a channel as Slack writes it', '<!channel> <!here> <@U123> <#C1|general>'],
  ['a link in markdown', '[点我](javascript:alert(1)) ![x](http://evil.example/x.png)'],
  ['SQL', `'; DROP TABLE "Report"; --`],
  ['a path', '../../../../etc/passwd'],
  ['a formula', '=1+1 +cmd|calc @SUM(A1) -2'],
  ['a template', '\u0024{process.exit(1)} {{constructor}} %s %n'],
  ['letters that turn the line around', 'abc\u202Egnp.exe\u202C\u2066x\u2069'],
  ['letters that cannot be seen', '客\u200B户\uFEFF甲\u2060乙'],
  ['emoji', '👩‍👩‍👧‍👦🏳️‍🌈 签约🎉'],
  ['a tower of accents', `Z${'\u0300'.repeat(200)}`],
  ['control characters', 'a\u0007b\u001B[31mc'],
  ['JSON', '{"__proto__":{"admin":true},"t":"member","id":"x"}'],
  ['very many letters', '长'.repeat(7900)],
  ['very many numbers', '电话1 '.repeat(1500)],
  ['very many lines', '\n卡点：甲'.repeat(1000)],
]

/** Whatever a span says besides plain text is ours to say: nobody can be mentioned or linked to by typing. */
function expectOnlyText(message: SeenMessage): void {
  const { blocks } = contentSchema.parse(message.content)
  const parts = JSON.stringify(blocks).matchAll(/"t":"(link|member)"/g)
  expect([...parts].map(([, kind]) => kind)).toEqual([])
}

describe('what somebody types is never more than text', () => {
  test.for(hostile)('%s', { timeout: 30_000 }, async ([, text]) => {
    await li.says(`/日报 拜访1 ${text}`)
    const heard = await li.heard()
    expect(heard.length).toBeGreaterThan(0)
    expect(heard.join()).not.toMatch(/没能处理好/)
    await li.tells(`/${text}`)
    await li.says(`@bot ${text}`)
    await li.says('/日报')
    const half = text.slice(0, 3_900)
    await li.uses('reports.submit', { values: { visits: '1', blockers: half, notes: half } })
    await zhang.says(`/已读 @all ${half}`)
  })

  test('a NUL is left out, since no database keeps it', async () => {
    await li.says('/日报 卡点：甲\0乙')
    await expect(li).toHear(/甲乙/)
  })

  test('nothing of it failed, everything was answered as text, and every table is still there', async () => {
    expect(await talk.store.prisma.inboundEvent.count({ where: { state: 'failed' } })).toBe(0)
    expect(await talk.store.prisma.inboundEvent.count({ where: { state: 'pending' } })).toBe(0)
    expect(await talk.store.prisma.report.count()).toBe(2)
    expect(await talk.store.prisma.member.count()).toBe(3)
    for (const person of [zhang, li, han]) {
      for (const message of await person.all()) if (message.from === 'bot') expectOnlyText(message)
    }
  })

  test('the digest shows it as it was typed', async () => {
    await li.says('/日报')
    await li.uses('reports.submit', { values: { visits: '1', blockers: '<script>alert(1)</script>\n@all' } })
    await talk.goTo(at(day, '19:00'))
    const digest = await only(talk, /日报汇总/)
    expectOnlyText(digest)
    expect(digest.text).toContain('<script>alert(1)</script>')
    expect(digest.text).toContain('@all')
  })
})
