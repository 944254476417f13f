import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SlackSimulator } from './slack/index.ts'
import { visibleText } from './slack/visible.ts'
import { escaped } from './slack/wire/rich-text.ts'
import { buildSales, button, clientOf, connect, refusalOf, rep, sales } from './slack-bot.ts'

let slack: SlackSimulator
beforeAll(async () => {
  slack = await buildSales({ pace: 'off' })
  await connect(slack, heard => heard.ack())
})
afterAll(async () => {
  slack.takeUnexpected()
  await slack.close()
})

const words = (length: number) => 'x'.repeat(length)
const times = <Item>(count: number, item: (n: number) => Item) => Array.from({ length: count }, (_, n) => item(n))
const plain = (text: string) => ({ type: 'plain_text', text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const section = (text: string) => ({ type: 'section', text: mrkdwn(text) })
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const option = (value: string, text = value) => ({ text: plain(text), value })
const select = (more: object) => actions({ type: 'static_select', action_id: 'pick', ...more })
const field = (element: object) => ({ type: 'input', block_id: 'f', label: plain('Visits'), element })
const table = (rows: number, columns: number) => ({
  type: 'table',
  rows: times(rows, () => times(columns, () => ({ type: 'raw_text', text: 'x' }))),
})

const post = (blocks: readonly object[]) =>
  clientOf(slack).apiCall('chat.postMessage', { channel: sales, text: 'x', blocks })

describe('blocks at their limits are taken, and beyond refused', () => {
  const limits: readonly [string, fits: readonly object[], breaks: readonly object[]][] = [
    ['blocks of a message', times(50, () => ({ type: 'divider' })), times(51, () => ({ type: 'divider' }))],
    ['words of a section', [section(words(3_000))], [section(words(3_001))]],
    ['an empty section', [section('x')], [section('')]],
    [
      'fields',
      [{ type: 'section', fields: times(10, () => mrkdwn('x')) }],
      [{ type: 'section', fields: times(11, () => mrkdwn('x')) }],
    ],
    [
      'words of a field',
      [{ type: 'section', fields: [mrkdwn(words(2_000))] }],
      [{ type: 'section', fields: [mrkdwn(words(2_001))] }],
    ],
    ['words of a header', [{ type: 'header', text: plain(words(150)) }], [{ type: 'header', text: plain(words(151)) }]],
    ['the kind of a header', [{ type: 'header', text: plain('x') }], [{ type: 'header', text: mrkdwn('x') }]],
    [
      'elements of a context',
      [{ type: 'context', elements: times(10, () => mrkdwn('x')) }],
      [{ type: 'context', elements: times(11, () => mrkdwn('x')) }],
    ],
    [
      'elements of actions',
      [actions(...times(25, n => button(`a${n}`, 'x')))],
      [actions(...times(26, n => button(`a${n}`, 'x')))],
    ],
    [
      'words of a button',
      [actions({ type: 'button', text: plain(words(75)) })],
      [actions({ type: 'button', text: plain(words(76)) })],
    ],
    [
      'the value of a button',
      [actions({ ...button('a', 'x'), value: words(2_000) })],
      [actions({ ...button('a', 'x'), value: words(2_001) })],
    ],
    ['an action id', [actions(button(words(255), 'x'))], [actions(button(words(256), 'x'))]],
    [
      'action ids in a block',
      [actions(button('a', 'x'), button('b', 'x'))],
      [actions(button('a', 'x'), button('a', 'y'))],
    ],
    [
      'block ids',
      [
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'b' },
      ],
      times(2, () => ({ type: 'divider', block_id: 'a' })),
    ],
    [
      'options',
      [select({ options: times(100, n => option(`${n}`)) })],
      [select({ options: times(101, n => option(`${n}`)) })],
    ],
    ['no options', [select({ options: [option('a')] })], [select({ options: [] })]],
    [
      'words of an option',
      [select({ options: [option('a', words(75))] })],
      [select({ options: [option('a', words(76))] })],
    ],
    [
      'the option chosen before',
      [select({ options: [option('a')], initial_option: option('a') })],
      [select({ options: [option('a')], initial_option: option('b') })],
    ],
    [
      'words of a placeholder',
      [select({ options: [option('a')], placeholder: plain(words(150)) })],
      [select({ options: [option('a')], placeholder: plain(words(151)) })],
    ],
    [
      'radio buttons',
      [actions({ type: 'radio_buttons', options: times(10, n => option(`${n}`)) })],
      [actions({ type: 'radio_buttons', options: times(11, n => option(`${n}`)) })],
    ],
    [
      'an image',
      [{ type: 'image', image_url: 'https://example.com/a.png', alt_text: 'a' }],
      [{ type: 'image', image_url: 'https://example.com/a.png' }],
    ],
    [
      'the source of an image',
      [{ type: 'image', image_url: 'https://example.com/a.png', alt_text: 'a' }],
      [{ type: 'image', alt_text: 'a' }],
    ],
    ['a file of an image', [{ type: 'divider' }], [{ type: 'image', slack_file: { id: 'F0NONE' }, alt_text: 'a' }]],
    ['rows of a table', [table(100, 2)], [table(101, 2)]],
    ['columns of a table', [table(2, 20)], [table(2, 21)]],
    ['tables', [table(1, 1)], [table(1, 1), table(1, 1)]],
    ['known kinds', [{ type: 'divider' }], [{ type: 'marquee' }]],
    ['known elements', [actions(button('a', 'x'))], [actions({ type: 'lever', action_id: 'a' })]],
    ['known properties', [{ type: 'divider' }], [{ type: 'divider', colour: 'red' }]],
  ]

  it.each(limits)('%s', async (_, fits, breaks) => {
    expect(await post(fits)).toMatchObject({ ok: true })
    const refusal = await refusalOf(post(breaks))
    expect(refusal).toMatchObject({ error: 'invalid_blocks' })
    expect(JSON.stringify(refusal)).toContain('json-pointer:/blocks')
  })

  it('all words together, and the text', async () => {
    await post(times(4, () => section(words(3_000))))
    expect(await refusalOf(post(times(5, () => section(words(2_700)))))).toMatchObject({ error: 'msg_blocks_too_long' })
    const long = clientOf(slack).chat.postMessage({ channel: sales, text: words(40_001) })
    expect(await refusalOf(long)).toMatchObject({ error: 'msg_too_long' })
  })
})

describe('views at their limits are taken, and beyond refused', () => {
  const modal = (more: object) => ({ type: 'modal', title: plain('Plan'), submit: plain('Send'), blocks: [], ...more })
  const limits: readonly [string, fits: object, breaks: object][] = [
    ['the title', { title: plain(words(24)) }, { title: plain(words(25)) }],
    ['the word to send with', { submit: plain(words(24)) }, { submit: plain(words(25)) }],
    ['private metadata', { private_metadata: words(3_000) }, { private_metadata: words(3_001) }],
    [
      'blocks of a modal',
      { blocks: times(100, () => ({ type: 'divider' })) },
      { blocks: times(101, () => ({ type: 'divider' })) },
    ],
    [
      'something to send with',
      { blocks: [field({ type: 'plain_text_input' })] },
      { blocks: [field({ type: 'plain_text_input' })], submit: undefined },
    ],
    [
      'the label of a field',
      { blocks: [field({ type: 'datepicker' })] },
      { blocks: [{ type: 'input', element: { type: 'datepicker' } }] },
    ],
    [
      'the hint of a field',
      { blocks: [{ ...field({ type: 'datepicker' }), hint: plain(words(2_000)) }] },
      { blocks: [{ ...field({ type: 'datepicker' }), hint: plain(words(2_001)) }] },
    ],
    ['tables', {}, { blocks: [table(1, 1)] }],
  ]

  it.each(limits)('%s', async (_, fits, breaks) => {
    const open = async (more: object) => {
      const { triggerId: trigger_id } = await slack.slash(rep, sales, '/plan')
      return clientOf(slack).apiCall('views.open', { trigger_id, view: modal(more) })
    }
    expect(await open(fits)).toMatchObject({ ok: true })
    expect(await refusalOf(open(breaks))).toMatchObject({ error: 'invalid_arguments' })
  })
})

describe('what a reader sees', () => {
  it('is every word as it was meant, and nothing that acts, once it is escaped', () => {
    const anything = fc.string({
      unit: fc.constantFrom(
        ...['<', '>', '&', 'amp;', '!channel', '@U1', '@here', 'https://x.y', '|', 'x', ' ', '&lt;'],
      ),
    })
    fc.assert(
      fc.property(anything, said => {
        const blocks = [{ type: 'section', text: { ...mrkdwn(escaped(said)), verbatim: true } }]
        expect(visibleText({ blocks })).toEqual({ text: said, mentions: [], links: [] })
      }),
    )
  })

  it('tells of rings and links, however they came to be', () => {
    const { mentions, links } = visibleText({
      blocks: [
        section(`<@U1> <!channel> <https://a.example|here> https://b.example @here`),
        { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'user', user_id: 'U2' }] }] },
        { type: 'markdown', text: '[c](https://c.example)' },
        actions({ ...button('a', 'x'), url: 'https://d.example' }),
      ],
    })
    expect(mentions).toEqual(['U1', 'channel', 'here', 'U2'])
    expect(links).toEqual(['https://a.example', 'https://b.example', 'https://c.example', 'https://d.example'])
  })

  it('reads headers, fields, tables, buttons and pictures in their order', () => {
    const { text } = visibleText({
      blocks: [
        { type: 'header', text: plain('Board &amp; more') },
        { type: 'section', fields: [mrkdwn('*Visits*'), mrkdwn('3')] },
        { type: 'table', rows: [['Li', '5'].map(each => ({ type: 'raw_text', text: each }))] },
        { type: 'image', image_url: 'https://example.com/a.png', alt_text: 'a picture' },
        actions(button('a', 'Go')),
      ],
    })
    expect(text).toBe('Board & more\n*Visits*\n3\nLi | 5\na picture\n[Go]')
  })
})
