import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardParams, isPressable } from '../../../adapters/dingtalk/cards/params.ts'
import { buttonRows, PRESSED, texts } from '../../../adapters/dingtalk/cards/variables.ts'
import { surfacesOf } from '../../../adapters/dingtalk/surfaces.ts'
import {
  actions,
  content,
  divider,
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
import type { Content } from '../../../src/content/content.ts'
import { fit as fitTo } from '../../../src/content/fit.ts'
import { plain } from '../../../src/content/plain.ts'
import { anyContent, wordsOf } from '../../content/contents.ts'
import { readCard } from './card-reader.ts'

function drawn(it: Content) {
  const params = cardParams(it)
  if (params === null) throw new Error('The content has no room on a card')
  return readCard(params)
}

const correct = { id: 'reports.correct', label: '改一下', words: '/日报', value: 'r1', style: 'primary' as const }

describe('a card', () => {
  it('shows a report as it is said, with its heading above and its buttons below', () => {
    const report = content(
      'zh',
      heading('李娜 · 日报'),
      text('收到 ', strong('3'), ' 项，', mention({ id: 'm1', name: '王经理' }), '看得到'),
      actions(correct),
      fields(field('电话', '25'), field('拜访', '2\n都在上海')),
      list([['√ ', '跟进华为'], ['☐ 写方案']]),
      divider,
      quiet('还差 5 个电话'),
    )
    expect(drawn(report)).toEqual({
      title: '李娜 · 日报',
      text: '收到 3 项，@王经理看得到\n• 电话：25\n• 拜访：2\n都在上海\n• √ 跟进华为\n• ☐ 写方案\n———\n还差 5 个电话',
      links: [],
      buttons: [{ id: 'reports.correct', label: '改一下', value: 'r1', style: 'primary' }],
      pressed: '',
    })
  })

  it.each([
    '<br><font color=red>x</font>',
    '**粗** __斜__ ~~划~~ `码`',
    '# 标题',
    '> 引用',
    '- 一\n+ 二\n1. 三\n2) 四',
    '[点我](https://evil.example)',
    '![](https://evil.example/a.png)',
    'https://evil.example www.evil.example dtmd://dingtalkclient/sendMessage?content=x',
    '@所有人 @all a@b.cn',
    '| a | b |\n|---|---|',
    '&lt;br&gt; \\*',
  ])('shows a member’s words %j as these very words', words => {
    const shown = drawn(content('zh', text(words)))
    expect(shown.text).toBe(words)
    expect(shown.links).toEqual([])
    expect(drawn(content('zh', text(strong(words)))).text).toBe(words)
  })

  it('lets no mark of a member’s act, wherever it stands', () => {
    const hostile = fc.string({
      size: 'large',
      maxLength: 2_500,
      unit: fc.constantFrom('*', '_', '`', '<', '>', '[', ']', '(', ')', '!', '@', '华', 'a', '/', ':', '#', ' '),
    })
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        const params = cardParams(content('zh', text(one, strong(other), one)))
        // Each value is drawn by itself.
        for (const raw of texts.map(name => params?.[name] ?? '')) {
          // Two stars without anything between them are ours alone; whatever else would act is parted from what follows.
          expect(raw.replaceAll('**', '')).not.toMatch(/[*_`<[@#!](?!\u200b)|:(?=\/\/)/)
          expect((raw.match(/\*\*/g) ?? []).length % 2).toBe(0)
        }
      }),
      // An address in parts, which chance hardly makes.
      {
        examples: [
          ['a:', '//a'],
          ['/a:', '/'],
          ['/a', 'a:/'],
          [':/', `/${'*'.repeat(255)}`],
        ],
      },
    )
  })

  it('links to what is meant, and to nothing that is no page', () => {
    const shown = drawn(
      content('en', text(link('https://example.com/a_(b)?q=1', 'the [page]'), ' ', link('dtmd://x', 'no'))),
    )
    expect(shown.links).toEqual(['https://example.com/a_%28b%29?q=1'])
    expect(shown.text).toBe('the ［page］ no (dtmd://x)')
  })

  it('says all words of anything that it has room for, in values of at most a kilobyte', () => {
    fc.assert(
      fc.property(anyContent, it => {
        const params = cardParams(it)
        if (params === null) return
        for (const value of Object.values(params)) expect(Buffer.byteLength(value)).toBeLessThanOrEqual(1_024)
        const shown = readCard(params)
        const drawnWords = [shown.title, shown.text, ...shown.buttons.map(({ label }) => label)].join('')
        const without = { ...it, blocks: it.blocks.filter(({ b }) => b === 'text' || b === 'quiet') }
        const said = wordsOf(plain({ ...without, blocks: without.blocks.slice(0, 1) }))
        expect(wordsOf(drawnWords)).toContain(said)
      }),
    )
  })

  it('goes on in the next value at the end of a line, and within a line only where the line has no room in one', () => {
    const line = '销售'.repeat(100)
    const params = cardParams(content('zh', text([line, line, line].join('\n')), text('尾'.repeat(700)))) ?? {}
    expect(params['text1']).toBe(line)
    expect(params['text2']).toBe(line)
    expect(params['text3']).toBe(line)
    expect(params['text4']).toMatch(/^尾+$/)
    expect(readCard(params).text.replaceAll('\n', '')).toBe(line.repeat(3) + '尾'.repeat(700))
  })

  it('has no room for what fills all its values', () => {
    expect(cardParams(content('zh', text('满'.repeat(2_000))))).not.toBeNull()
    expect(cardParams(content('zh', text('满'.repeat(2_100))))).toBeNull()
  })

  it('leaves its own marks out, and parts lines, rather than have no room', () => {
    const lines = Array.from({ length: 8 }, (_, at) => [strong(`第${at}行`), '：', `${at}`.repeat(520)])
    const it = content('zh', list(lines))
    const shown = readCard(cardParams(it) ?? {})
    expect(shown.text.replaceAll('\n', '')).toBe(lines.map((_, at) => `• 第${at}行：${`${at}`.repeat(520)}`).join(''))
    expect(JSON.stringify(cardParams(it))).not.toContain('**')
  })

  it.each(['group', 'direct'] as const)('has room for whatever is fitted to its canvas in a %s chat', place => {
    const { canvas } = surfacesOf({ cardTemplateId: 'bellwether.schema' })[place]
    const word = fc.string({
      unit: fc.constantFrom(...'华为合同盖章 abc。，3:.-*'),
      minLength: 1,
      maxLength: 60,
      size: 'max',
    })
    const line = fc.tuple(word, word).map(([name, said]) => [strong(name), '：', said])
    const full = fc.array(line, { minLength: 40, maxLength: 120 })
    fc.assert(
      fc.property(full, lines => {
        const parts = fitTo(content('zh', heading('日报汇总'), list(lines), actions(correct)), canvas)
        expect(parts.length).toBeGreaterThan(0)
        for (const part of parts) expect(cardParams(part, '@机器人 ')).not.toBeNull()
      }),
      { numRuns: 20, endOnFailure: true },
    )
  })

  it('keeps a long heading whole in the text', () => {
    const long = '很长的标题'.repeat(20)
    const shown = drawn(content('zh', heading(long), text('话')))
    expect([...shown.title]).toHaveLength(60)
    expect(shown.text).toBe(`${long}\n话`)
  })

  it('puts as many buttons as a team needs into its rows, and says what to type for the others', () => {
    const value = JSON.stringify({ round: 'r'.repeat(36), member: 'm'.repeat(36) })
    const many = Array.from({ length: 30 }, (_, at) => ({
      id: 'reports.open',
      label: `第${at}个`,
      words: `/填 ${at}`,
      value,
    }))
    const shown = drawn(content('zh', actions(...many)))
    for (const row of Object.values(cardParams(content('zh', actions(...many))) ?? {}))
      expect(Buffer.byteLength(row)).toBeLessThanOrEqual(1_024)
    const last = shown.buttons.length
    expect(last).toBeGreaterThan(15)
    expect(shown.buttons.map(({ label }) => label)).toEqual(many.slice(0, last).map(({ label }) => label))
    expect(shown.text).toBe(
      many
        .slice(last)
        .map(({ label, words }) => `[${label}] → ${words}`)
        .join(' · '),
    )
  })

  it('types a button whose value no card can carry', () => {
    const item = { id: 'reports.item', label: '完成', words: '√ 跟进', value: '跟'.repeat(400) }
    const shown = drawn(content('zh', actions(correct, item)))
    expect(shown.buttons.map(({ id }) => id)).toEqual(['reports.correct'])
    expect(shown.text).toBe('[完成] → √ 跟进')
  })

  it('calls the robot in what is to be typed in a group', () => {
    const far = { ...correct, value: 'x'.repeat(2_000) }
    const params = cardParams(content('zh', actions(far)), '@机器人 ') ?? {}
    expect(readCard(params).text).toBe('[改一下] → @机器人 /日报')
  })

  it('knows whether there is anything to press', () => {
    expect(isPressable(cardParams(content('zh', actions(correct))) ?? {})).toBe(true)
    expect(isPressable(cardParams(content('zh', text('话'))) ?? {})).toBe(false)
  })

  it('fills every variable each time, so that a revision leaves nothing of before', () => {
    const all = ['title', ...texts, ...buttonRows].sort()
    expect(Object.keys(cardParams(content('zh', text('话'))) ?? {}).sort()).toEqual(all)
  })

  it('is explained to whoever builds the template, variable by variable, in both languages', async () => {
    const page = await readFile(path.join(import.meta.dirname, '../../../adapters/dingtalk/cards/TEMPLATE.md'), 'utf8')
    for (const name of ['title', ...texts, ...buttonRows, PRESSED]) {
      expect(page.match(new RegExp(`\\\`${name}\\\``, 'g'))?.length ?? 0, name).toBeGreaterThanOrEqual(2)
    }
  })
})
