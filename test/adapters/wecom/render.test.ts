import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { render } from '../../../adapters/wecom/render/render.ts'
import { surfacesOf } from '../../../adapters/wecom/surfaces.ts'
import { actions, code, heading, link, list, mention, quiet, strong, text } from '../../../src/content/build.ts'
import type { Block } from '../../../src/content/content.ts'
import { fit as fitTo } from '../../../src/content/fit.ts'
import { plain } from '../../../src/content/plain.ts'
import { hostileTexts } from '../../contract/samples.ts'
import { longContent } from '../slack/long-contents.ts'
import { allLanes } from './lane-settings.ts'
import { accountOf, drawn, reading, refusals } from './reading-payloads.ts'

const lanes = ['bot', 'webhook', 'app'] as const
const { group, direct } = surfacesOf(allLanes)

const typing = () => [actions({ id: 'plan.open', label: '交计划', words: '/计划' })].filter(block => block !== null)

const deals: Block = {
  b: 'table',
  columns: [{ label: '姓名' }, { label: '成交', align: 'end' }],
  rows: [
    [[{ t: 'text', text: '李' }], [{ t: 'text', text: '8' }]],
    [[{ t: 'text', text: '王|伟' }], []],
  ],
}

describe.each(lanes)('words over the %s', lane => {
  it.each([...hostileTexts, 'www.evil.example', '1. 第一', '- 一项', '====', '    code', '![x](https://evil.example)'])(
    '%j are read as these very words',
    words => {
      for (const payload of [drawn(text(words)), drawn(text('好的 ', strong(words))), drawn(text(code(words)))]) {
        const { text: read, mentions, links } = reading(payload, lane)
        expect(read).toContain(words.trim())
        expect({ mentions, links }).toEqual({ mentions: [], links: [] })
      }
    },
  )

  it('are neither marks nor links nor mentions, whatever they are made of', () => {
    const sign = fc.constantFrom(...'a华1 \n*_`~<>@#[]()!|\\&;-+=.:/', 'http://', '<@li>', '**', '](', 'lt;')
    fc.assert(
      fc.property(fc.string({ unit: sign, minLength: 1, maxLength: 40 }), words => {
        const { text: read, mentions, links } = reading(drawn(text(words)), lane)
        const bare = (said: string) => said.replaceAll(/[\s\u200b]+/g, '')
        expect(bare(read)).toBe(bare(words))
        expect({ mentions, links }).toEqual({ mentions: [], links: [] })
      }),
      { numRuns: 500 },
    )
  })

  it('lead where they say', () => {
    const { text: read, links } = reading(drawn(text('见 ', link('https://example.com/a(1)?b=*', '合同 [终]'))), lane)
    expect(links).toEqual(['https://example.com/a%281%29?b=%2A'])
    expect(read).toContain('合同 [终]')
    expect(reading(drawn(text(link('javascript:alert(1)', '合同'))), lane).links).toEqual([])
  })
})

test('a person is called where that is possible, and named elsewhere', () => {
  const payload = drawn(text('谢谢 ', mention({ id: 'm-li', name: '李娜' }), mention({ id: 'm-wang', name: '王<伟' })))
  expect(payload.calls).toBe(true)
  expect(payload.whole.webhook).toEqual(['谢谢 <@li>@王＜伟'])
  expect(payload.whole.bot).toEqual(['谢谢 @李娜@王＜伟'])
  expect(
    render({ lang: 'zh', blocks: [text(mention({ id: 'm-li', name: '李娜' }))] }, 'direct', accountOf),
  ).toMatchObject({
    calls: false,
    whole: { app: ['@李娜'] },
  })
})

test('a command is shown as it is typed: in a group after the name of the bot', () => {
  const said = {
    lang: 'zh' as const,
    blocks: [text('比如 ', code('/计划 拜访3'), '，或 ', code('取消')), text('说明'.repeat(300)), ...typing()],
  }
  const shown = (surface: 'group' | 'direct', bot: { name: string | null } | null) =>
    render(said, surface, accountOf, bot).whole.bot.join('\n').replaceAll(/说明/g, '')
  expect(shown('group', { name: '领头羊' })).toMatch(/`@领头羊 \/计划 拜访3`，或 `取消`[\s\S]*→ @领头羊 \/计划/)
  expect(shown('group', { name: null })).toContain('`@机器人 /计划 拜访3`')
  expect(shown('group', null)).toContain('`/计划 拜访3`')
  expect(shown('direct', { name: '领头羊' })).not.toContain('@')
})

test('an account that is no user id calls nobody', () => {
  const odd = { lang: 'zh' as const, blocks: [text(mention({ id: 'm', name: '李' }))] }
  expect(render(odd, 'group', () => ({ accountId: 'all> <@all' })).whole.webhook).toEqual(['@李'])
})

test('a table is one where the dialect has tables, and a list where somebody is called', () => {
  expect(drawn(heading('榜单'), deals)).toMatchObject({
    webhookFormat: 'markdown_v2',
    whole: {
      webhook: ['### 榜单\n\n| 姓名 | 成交 |\n| :-- | --: |\n| 李 | 8 |\n| 王｜伟 |  |'],
      app: ['### 榜单\n• 李 · 成交 8\n• 王｜伟'],
    },
  })
  const called = drawn(text('恭喜 ', mention({ id: 'm-li', name: '李' })), deals)
  expect(called).toMatchObject({
    webhookFormat: 'markdown',
    whole: { webhook: ['恭喜 <@li>\n• 李 · 成交 8\n• 王｜伟'] },
  })
})

test('marks stand around words alone, so that they act', () => {
  const payload = drawn(text(strong('成交：'), '3 ', strong('a'), strong('b\nc')), quiet('顺便 ', code(' x ')))
  expect(payload.whole.bot).toEqual(['**成交**：3 **ab**  \n**c**\n\n顺便  `x` '.trimEnd()])
  expect(payload.whole.app).toEqual(['**成交**：3 **ab**\n**c**\n<font color="comment">顺便</font>  `x` '.trimEnd()])
})

test('an exclamation before a link makes no picture of it', () => {
  expect(drawn(text('看!', link('https://example.com/', '这里'))).whole.bot).toEqual([
    '看！[这里](https://example.com/)',
  ])
})

test.each([
  ['one line', '长'.repeat(3_000)],
  ['many lines', '一二三四五六七八九十\n'.repeat(300)],
  ['signs that grow', '<*'.repeat(1_500)],
  ['signs of several code points', '👩‍👩‍👧‍👦'.repeat(200)],
  ['one sign that is longer than a message', `a${'\u0301'.repeat(2_000)}`],
])('words that exceed a message go on in the next one: %s', (_, words) => {
  const payload = drawn(text(words))
  const { app } = payload.whole
  expect(refusals(payload)).toEqual([])
  expect(app.length).toBeGreaterThan(1)
  expect(app.every(part => part.isWellFormed())).toBe(true)
  const bare = (said: string) => said.normalize('NFKC').replaceAll('\n', '')
  expect(bare(app.join(''))).toBe(bare(words))
})

test('a table that exceeds a message goes on as a list, since half a table is none', () => {
  const rows = Array.from({ length: 400 }, (_, n) => [[{ t: 'text' as const, text: `成员${n}` }], []])
  const { whole } = drawn({ ...deals, rows })
  expect(whole.webhook.length).toBeGreaterThan(1)
  expect(whole.webhook.join('')).not.toContain('|')
  expect(whole.bot).toHaveLength(1)
  expect(whole.bot[0]).toContain('| 成员399 |')
})

test('an item without words leaves the list in one piece', () => {
  const items = list([['\n一'], [' \n'], ['二']])
  expect(drawn(items).whole.bot).toEqual(['- 一  \n- 二'])
})

describe('whatever fits the canvas', () => {
  test.each([
    ['group', group],
    ['direct', direct],
  ] as const)(
    'in a %s chat goes out within the limits of WeCom',
    (place, { canvas }) => {
      fc.assert(
        fc.property(longContent, content => {
          for (const part of fitTo(content, canvas)) {
            const payload = render(part, place, accountOf)
            expect(refusals(payload)).toEqual([])
            expect(payload.whole.bot.length + payload.pictures.length).toBeGreaterThan(0)
          }
        }),
        { numRuns: 60, endOnFailure: true },
      )
    },
    60_000,
  )

  test('loses no word', () => {
    const bare = (said: string) =>
      said
        .normalize('NFKC')
        .replaceAll(/[\s\u200b•·()[\]:→|-]/g, '')
        .replaceAll('https//example.com/a?b=1&c=2', '')
    fc.assert(
      fc.property(longContent, content => {
        for (const part of fitTo(content, direct.canvas)) {
          const blocks = part.blocks.filter(({ b }) => !['image', 'table', 'divider'].includes(b))
          const worded = { ...part, blocks }
          const said = bare(plain(worded))
          for (const lane of lanes)
            expect(
              bare(
                reading(
                  render(worded, 'direct', () => null),
                  lane,
                ).text,
              ),
            ).toBe(said)
        }
      }),
      { numRuns: 60, endOnFailure: true },
    )
  }, 60_000)
})
