import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardParams } from '../../../adapters/dingtalk/cards/params.ts'
import type { DingTalkPayload } from '../../../adapters/dingtalk/render/payload.ts'
import { render } from '../../../adapters/dingtalk/render/render.ts'
import { surfacesOf } from '../../../adapters/dingtalk/surfaces.ts'
import {
  actions,
  code,
  content,
  field,
  fields,
  heading,
  link,
  list,
  mention,
  quiet,
  strong,
  text,
} from '../../../src/content/build.ts'
import type { Block, Content } from '../../../src/content/content.ts'
import { fit as fitTo } from '../../../src/content/fit.ts'
import { visibleText } from '../../simulators/dingtalk/visible.ts'

const bare = surfacesOf({ cardTemplateId: null })
const accounts: Readonly<Record<string, string>> = { 'm-li': 'li01', 'm-out': 'x:$:LWCP_v1:$out' }
const accountOf = (id: string) => (accounts[id] === undefined ? null : { accountId: accounts[id] })
const draw = (...blocks: readonly (Block | null)[]) => render(content('zh', ...blocks), 'group', accountOf)
const read = ({ ringing, atUserIds }: DingTalkPayload) => visibleText({ text: ringing, mentions: atUserIds })

describe('a message', () => {
  it('is drawn in what every client knows', () => {
    const { title, markdown } = draw(
      heading('日报汇总'),
      text('已交 ', strong('2'), ' / 5\n截止 18:00'),
      fields(field('拜访', '3'), field('电话', '20')),
      list([['李娜 ', strong('8')], ['王强']]),
      quiet('以提交时间为准\n可更正'),
    )
    expect(title).toBe('日报汇总')
    expect(markdown).toBe(
      [
        '### 日报汇总',
        '已交 **2** / 5  \n截止 18:00',
        '**拜访**：3  \n**电话**：20',
        '- 李娜 **8**\n- 王强',
        '> 以提交时间为准  \n> 可更正',
      ].join('\n\n'),
    )
  })

  it('rings whom DingTalk knows and names everybody else, in a group', () => {
    const li = mention({ id: 'm-li', name: '李娜' })
    const out = mention({ id: 'm-out', name: '外部' })
    const nobody = mention({ id: 'm-who', name: '某人' })
    const drawn = draw(text(li, '、', out, '、', nobody))
    expect(drawn).toMatchObject({ atUserIds: ['li01'], ringing: expect.stringContaining('@li01 ') })
    expect(visibleText({ text: drawn.markdown }).text).toBe('@李娜、@外部、@某人')
    expect(read(drawn).text).toBe('@li01 、@外部、@某人')
    expect(render(content('zh', text(li)), 'direct', accountOf).atUserIds).toEqual([])
  })

  it('says what to type, in a group with the robot called', () => {
    const buttons = actions({ id: 'a', label: '更正', words: '/日报 更正' })
    const shown = (surface: 'group' | 'direct') => {
      const [part] = fitTo(content('zh', text('收到'), buttons), bare[surface].canvas)
      return visibleText({ text: render(part ?? content('zh'), surface, accountOf).markdown }).text
    }
    expect(shown('group')).toBe('收到\n\n[更正] → @机器人 /日报 更正')
    expect(shown('direct')).toBe('收到\n\n[更正] → /日报 更正')
  })

  it('links where we mean it, and only there', () => {
    const links = (block: Block) => read(draw(block)).links
    expect(links(text(link('https://example.com/a(b) c', '看板')))).toEqual([])
    expect(links(text(link('https://example.com/a(b)?q=[1]', '看[板]')))).toEqual([
      'https://example.com/a%28b%29?q=%5b1%5d',
    ])
    expect(links(text(link('javascript:alert(1)', '看板')))).toEqual([])
    expect(links(text(link('dtmd://dingtalkclient/sendMessage?content=1', '看板')))).toEqual([])
  })

  it('says an address that it does not link once, where it is its own label', () => {
    expect(read(draw(text(link('crm/7', 'crm/7'), ' ', link('crm/8', 'order')))).text).toBe('crm/7 order (crm/8)')
  })

  it('carries its pictures by their place, after which no words can look', () => {
    const drawn = draw(
      text('![图](picture:0)'),
      { b: 'image', ref: 'r1', alt: '图' },
      { b: 'image', ref: 'r2', alt: '表' },
    )
    expect(drawn.images).toEqual([
      { ref: 'r1', alt: '图' },
      { ref: 'r2', alt: '表' },
    ])
    expect(drawn.markdown.match(/\]\(picture:\d\)/g)).toEqual(['](picture:0)', '](picture:1)'])
  })
})

describe('strong words', () => {
  const strongly = (words: string) => draw(text('见', strong(words), '了')).markdown

  it.each([
    ['合计', '见**合计**了'],
    ['“合计”：', '见“**合计**”：了'],
    ['1. 合计', '见**1. 合计**了'],
  ])('stand out beside any others: %s', (words, markdown) => {
    expect(strongly(words)).toBe(markdown)
  })

  it.each(['1. 合计', '- 合计', '…'])('%s leave no mark to be read', words => {
    expect(read(draw(text(strong(words)))).text).toBe(words)
  })
})

describe('the title', () => {
  it('is one short line, without marks', () => {
    expect(draw(text('一\n二')).title).toBe('一')
    expect(draw(text('长'.repeat(100))).title).toHaveLength(40)
    expect(draw(text('**@所有人**')).title).toBe('**@所有人**')
    expect(draw(text(' ')).title).toBe('领头羊')
  })
})

const hostile = [
  '@all',
  '@li01 你好',
  '- 一\n- 二',
  '1. 一\n2) 二',
  '    代码',
  '\t代码',
  '标题\n===',
  '标题\n---',
  '+ 加',
  '***',
  '__x__',
  '~~x~~',
  '[微笑]',
  '![x](https://evil.example/a.png)',
  '[a](dtmd://dingtalkclient/sendMessage?content=x)',
  'www.evil.example',
  'evil.example/x',
  '<font color="red">x</font>',
  '&lt;b&gt;',
  '\\*x\\*',
  'a|b\n-|-',
  '**粗**：`码`',
  'a@b.example',
  '# 一',
  'https:\u0001//evil\u0002.example',
]

describe('words of members', () => {
  it.each(hostile)('%j do nothing, however they are said', words => {
    for (const block of [
      text(words),
      text(strong(words)),
      text(code(words)),
      quiet(words),
      heading(words),
      list([[words]]),
    ]) {
      const { text: seen, links, mentions } = read(draw(block))
      const lines = words.split('\n').map(line => line.replaceAll(/\p{Cc}/gu, '').trim())
      for (const line of lines) expect(seen).toContain(line)
      expect({ links, mentions }).toEqual({ links: [], mentions: [] })
    }
    const { markdown } = draw(text(words))
    // Neither a list, a rule, a heading nor a block of code begins at any line, and nobody is named by a bare @.
    expect(markdown).not.toMatch(/^(?: {4}|\t| {0,3}(?:[-+*] |\d+[.)] |#|>|[-=*_]{2,}\s*$))/m)
    expect(markdown).not.toMatch(/@(?!\u200b)|<(?!\u200b)|&(?!\u200b)|\\(?!\u200b)|\[(?!\u200b)|:\/\/|[a-z]\.[a-z]{2}/i)
  })

  it('are neither lost nor changed', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 5 }), words => {
        const said = words
          .map(word => word.replaceAll(/[\p{Cc}\p{Cs}\s\u200b]+/gu, ' ').trim())
          .filter(word => word !== '')
        const { text: seen, links } = read(draw(...said.map(word => text(word))))
        for (const word of said) expect(seen).toContain(word)
        expect(links).toEqual([])
      }),
    )
  })
})

describe('a message that is heavy', () => {
  const heaviest = (payload: DingTalkPayload) =>
    Buffer.byteLength(JSON.stringify({ title: payload.title, text: payload.ringing }))

  it('never exceeds what DingTalk takes, and loses nothing', () => {
    const { canvas } = bare.group
    const kinds = fc.constantFrom('*', '"', '\\', '中', 'a', '@', '\n', '://', '😀', '`_')
    const spans = fc.array(fc.record({ of: kinds, times: fc.integer({ min: 1, max: 900 }), loud: fc.boolean() }), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(spans, parts => {
        const block = text(...parts.map(({ of, times, loud }) => (loud ? strong(of.repeat(times)) : of.repeat(times))))
        for (const part of fitTo(content('zh', block), canvas)) {
          const payload = render(part, 'group', accountOf)
          expect(heaviest(payload)).toBeLessThanOrEqual(14_000)
          if (payload.bare) expect(payload.markdown).not.toMatch(/:\/\//)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('is plain where its marks would be too much', () => {
    const stars = draw(text('*'.repeat(6_000)))
    expect(stars).toMatchObject({ bare: true, markdown: '*'.repeat(6_000) })
  })

  it('rings nobody where that would be too much', () => {
    const many: Content = content(
      'zh',
      text(...Array.from({ length: 800 }, (_, n) => mention({ id: `m${n}`, name: '李' }))),
    )
    const drawn = render(many, 'group', id => ({ accountId: `${id}-${'9'.repeat(30)}` }))
    expect(drawn).toMatchObject({ bare: false, atUserIds: [] })
    expect(heaviest(drawn)).toBeLessThanOrEqual(14_000)
  })
})

describe('a card', () => {
  it('is filled where it has room, and not where pictures are to be shown', () => {
    const cardOf = (...blocks: readonly Block[]) =>
      render(content('zh', ...blocks), 'group', accountOf, cardParams).card
    expect(cardOf(text('收到'))?.params).toMatchObject({ title: expect.any(String) })
    expect(cardOf(text('收到'), { b: 'image', ref: 'r', alt: '图' })).toBeNull()
    expect(cardOf(text('长'.repeat(6_000)))).toBeNull()
  })
})
