import { describe, expect, it } from 'vitest'
import { render } from '../../../adapters/slack/render/render.ts'
import {
  actions,
  code,
  content,
  details,
  field,
  fields,
  form,
  heading,
  link,
  list,
  mention,
  quiet,
  strong,
  table,
  text,
} from '../../../src/content/build.ts'
import type { Block } from '../../../src/content/content.ts'
import { hostileTexts } from '../../contract/samples.ts'
import { accountOf, reading, refusals, valuesOf } from './reader.ts'

const draw = (...blocks: readonly (Block | null)[]) => render(content('en', ...blocks), 'group', accountOf)
const li = mention({ id: 'm-li', name: 'Li' })
const who = mention({ id: 'm-who', name: 'Who' })

/** Each way in which a member's words can get into a message. */
const ways: readonly (readonly [string, (words: string) => Block | null])[] = [
  ['a heading', words => heading(words)],
  ['a text', words => text(words)],
  ['strong words', words => text('so: ', strong(words))],
  ['a list', words => list([[strong('Li'), ': ', words]])],
  ['a field', words => fields(field('Blocker', words))],
  ['the label of a field', words => fields(field(words, '25'))],
  ['many fields', words => fields(...Array.from({ length: 11 }, () => field('Blocker', words)))],
  ['a cell', words => table([{ label: 'Who' }], [[words], [strong(words)]])],
  ['the head of a column', words => table([{ label: words }], [['Li']])],
  ['a quiet line', words => quiet(words)],
  ['a quiet line with marks', words => quiet('see ', code(words), strong(words))],
  ['the name of a stranger', words => text(mention({ id: 'm-who', name: words }))],
  ['a link that leads nowhere', words => text(link(words, words))],
]

describe.each(ways)('in %s', (_, block) => {
  it.each(hostileTexts)('%j reads as these very words', words => {
    const { text: fallback, blocks } = draw(block(words))
    const read = reading(blocks)
    expect(read.text).toContain(words)
    expect(read).toMatchObject({ mentions: [], links: [] })
    expect(fallback).not.toMatch(/[<>]/)
    expect(refusals(blocks, 'message')).toEqual([])
  })
})

describe('a mention', () => {
  it.each([
    ['a text', text('thanks ', li, ' and ', who)],
    ['a quiet line', quiet('thanks ', li, ' and ', who)],
    ['a field', fields(field('Thanks', li, who))],
    ['a list', list([[li], [who]])],
    ['a table', table([{ label: 'Who' }], [[li], [who]])],
  ])('in %s rings whom it can and only names the others', (_, block) => {
    const read = reading(draw(block).blocks)
    expect(read.mentions).toEqual(['U0LI0000001'])
    expect(read.text).toContain('@Who')
  })
})

describe('what Slack has a block for is drawn as one', () => {
  const typesOf = (...blocks: readonly (Block | null)[]) => draw(...blocks).blocks.map(({ type }) => type)

  it.each([
    ['a heading', heading('Friday'), 'header'],
    ['a heading longer than a header', heading('Friday '.repeat(30)), 'rich_text'],
    ['short fields', fields(field('Calls', '25'), field('Visits', '3')), 'section'],
    ['a long field', fields(field('Blocker', 'words '.repeat(20))), 'rich_text'],
    ['a field with marks', fields(field('Blocker', 'contract *signature*')), 'rich_text'],
    ['a field like a quote', fields(field('Blocker', '> quoted')), 'rich_text'],
    ['a label with an emoji', fields(field(':smile:', '25')), 'rich_text'],
    ['eleven fields', fields(...Array.from({ length: 11 }, () => field('Calls', '25'))), 'rich_text'],
    ['a table', table([{ label: 'Who' }], [['Li']]), 'table'],
    [
      'a table of too many columns',
      table(
        Array.from({ length: 21 }, () => ({ label: 'n' })),
        [['1']],
      ),
      'rich_text',
    ],
    [
      'a table of too many rows',
      table(
        [{ label: 'n' }],
        Array.from({ length: 100 }, () => ['1']),
      ),
      'rich_text',
    ],
    ['a quiet line', quiet('see ', code('/help')), 'context'],
    ['a quiet line of too many spans', quiet(...Array.from({ length: 11 }, () => strong('a'))), 'rich_text'],
  ])('%s', (_, block, type) => {
    expect(typesOf(block)).toEqual([type])
  })

  it('one table in a message; further ones in letters of one width', () => {
    const one = table(
      [{ label: 'Who' }, { label: 'Calls', align: 'end' }],
      [
        ['李', '25'],
        ['Wang', '7'],
      ],
    )
    const { blocks } = draw(one, one)
    expect(blocks.map(({ type }) => type)).toEqual(['table', 'rich_text'])
    expect(reading(blocks.slice(1)).text).toBe('Who   Calls\n李       25\nWang      7')
  })
})

describe('a button', () => {
  const button = { id: 'reports.read', label: 'Read', words: '/read Li', value: '7' }

  it('carries its id, its number in the message and its value', () => {
    const [row] = draw(actions(button, { ...button, value: '8' })).blocks
    expect(valuesOf(row, 'action_id')).toEqual(['reports.read#1', 'reports.read#2'])
    expect(valuesOf(row, 'value')).toEqual(['7', '8'])
  })

  it('is cut between letters when its label is too long', () => {
    const [row] = draw(actions({ ...button, label: '👩‍👩‍👧‍👦'.repeat(10) })).blocks
    expect(reading(row === undefined ? [] : [row]).text).toBe(`[${'👩‍👩‍👧‍👦'.repeat(6)}…]`)
  })

  it('is typed when Slack could not carry its value', () => {
    const { blocks } = draw(actions(button, { ...button, label: 'Read all', value: 'x'.repeat(2_001) }))
    expect(reading(blocks).text).toBe('[Read]\n[Read all] → \n`/read Li`')
  })

  it('is in the next row after 25, with a number of its own', () => {
    const { blocks } = draw(actions(...Array.from({ length: 26 }, () => button)))
    expect(blocks.map(block => valuesOf(block, 'action_id').length)).toEqual([25, 1])
    expect(refusals(blocks, 'message')).toEqual([])
  })

  it('opens a form, whose id it carries', () => {
    const asked = form({ id: 'reports.submit', title: 'Plan <today>', submit: 'Send', words: '/plan', inputs: [] })
    const { blocks, text: fallback } = draw(asked)
    expect(valuesOf(blocks, 'action_id')).toEqual(['form:reports.submit#1'])
    expect(reading(blocks).text).toBe('Plan <today>\n[Fill in]')
    expect(fallback).toBe('Plan &lt;today&gt; → /plan')
  })
})

it('is drawn with hardly a mark where marks would make it too heavy, and says the same', () => {
  const items = Array.from({ length: 200 }, (_, n) => [strong('Li'), ' ', code(`${n}`)])
  const { blocks } = draw(heading('Friday'), list(items))
  expect(refusals(blocks, 'message')).toEqual([])
  expect(reading(blocks).text).toBe(`Friday\n${items.map((_, n) => `• Li ${n}`).join('\n')}`)
  expect(JSON.stringify(blocks)).not.toContain('"bold"')
})

it('tells where pictures go', () => {
  const { blocks, pictures } = draw(text('Calls'), { b: 'image', ref: 'chart-1', alt: 'calls by week' })
  expect(pictures).toEqual([{ ref: 'chart-1', alt: 'calls by week', blockIndex: 1 }])
  expect(blocks[1]).toMatchObject({ type: 'image', alt_text: 'calls by week' })
})

it('puts details into the thread, and only them', () => {
  expect(draw(details, text('one'))).toMatchObject({ inThread: true, blocks: [{ type: 'rich_text' }] })
  expect(draw(text('one')).inThread).toBe(false)
})

it('cuts no entity in two in the words of a notification', () => {
  const { text: fallback } = draw(text('&'.repeat(2_400)))
  expect(fallback.length).toBeLessThanOrEqual(3_000)
  expect(fallback).toMatch(/^(?:&amp;)+…$/)
})
