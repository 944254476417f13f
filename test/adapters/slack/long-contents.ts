import fc from 'fast-check'
import type { Block, Content, Span } from '../../../src/content/content.ts'

/** Letters of several lengths, and everything that means something to Slack or to JSON. */
const letter = fc.constantFrom(
  'a',
  'B',
  '7',
  '华',
  '🎉',
  '👩‍👩‍👧‍👦',
  ' ',
  '\n',
  '。',
  '&',
  '<',
  '>',
  '"',
  '\\',
  '*',
  '_',
  '~',
  '`',
  ':',
  '|',
  '#',
)
const said = (maxLength: number) =>
  fc.oneof(
    fc.string({ unit: letter, maxLength: Math.min(maxLength, 40) }),
    fc.string({ unit: letter, maxLength, size: 'max' }),
  )

const span: fc.Arbitrary<Span> = fc.oneof(
  said(4_000).map((text): Span => ({ t: 'text', text })),
  said(60).map((text): Span => ({ t: 'text', text, style: 'strong' })),
  said(60).map((text): Span => ({ t: 'text', text, style: 'code' })),
  said(30).map((name): Span => ({ t: 'member', id: 'm-li', name })),
  said(30).map((name): Span => ({ t: 'member', id: 'm-unknown', name })),
  said(200).map((text): Span => ({ t: 'link', url: 'https://example.com/a?b=1&c=2', text })),
  said(60).map((url): Span => ({ t: 'link', url, text: '' })),
)
const spans = fc.array(span, { maxLength: 6 })
/** Hardly a word, but many marks. */
const heavy = fc.array(
  fc.constantFrom<Span>({ t: 'text', text: 'a', style: 'strong' }, { t: 'member', id: 'm-li', name: 'b' }),
  { minLength: 200, maxLength: 900, size: 'max' },
)
const short = fc.array(
  said(12).map((text): Span => ({ t: 'text', text })),
  { maxLength: 3 },
)

/** Of at most so many columns and rows. */
const table = (columns: number, rows: number) =>
  fc.integer({ min: 1, max: columns }).chain(width =>
    fc.record({
      b: fc.constant('table' as const),
      columns: fc.array(fc.record({ label: said(12), align: fc.constantFrom('start' as const, 'end' as const) }), {
        minLength: width,
        maxLength: width,
      }),
      rows: fc.array(fc.array(short, { maxLength: width }), { maxLength: rows, size: 'max' }),
    }),
  )

const button = fc.record({
  id: fc.constantFrom('a.b', `long.${'x'.repeat(300)}`),
  label: said(100),
  words: said(60),
  value: fc.constantFrom('v', 'x'.repeat(2_001)),
})

const block: fc.Arbitrary<Block> = fc.oneof(
  said(400).map((text): Block => ({ b: 'heading', text })),
  spans.map((spans): Block => ({ b: 'text', spans })),
  spans.map((spans): Block => ({ b: 'quiet', spans })),
  heavy.map((spans): Block => ({ b: 'text', spans })),
  fc
    .array(fc.record({ label: said(30), value: spans }), { maxLength: 30 })
    .map((fields): Block => ({ b: 'fields', fields })),
  fc.array(short, { maxLength: 60, size: 'max' }).map((items): Block => ({ b: 'list', items })),
  table(24, 6),
  table(3, 130),
  fc.constant<Block>({ b: 'divider' }),
  fc.constant<Block>({ b: 'details' }),
  fc.array(button, { maxLength: 60, size: 'max' }).map((buttons): Block => ({ b: 'actions', buttons })),
  fc
    .record({ title: said(200), words: said(60) })
    .map((it): Block => ({ b: 'form', form: { id: 'f', submit: 's', inputs: [], ...it } })),
  said(3_000).map((alt): Block => ({ b: 'image', ref: 'r', alt })),
)

/** So small that their number counts, not their length. */
const smallBlock: fc.Arbitrary<Block> = fc.oneof(
  said(6).map((text): Block => ({ b: 'heading', text })),
  short.map((spans): Block => ({ b: 'text', spans })),
  short.map((spans): Block => ({ b: 'quiet', spans })),
  fc.constant<Block>({ b: 'divider' }),
  fc.array(button, { maxLength: 3 }).map((buttons): Block => ({ b: 'actions', buttons })),
  said(6).map((title): Block => ({ b: 'form', form: { id: 'f', title, submit: 's', words: '/f', inputs: [] } })),
)

export const longContent: fc.Arbitrary<Content> = fc.record({
  lang: fc.constantFrom('zh' as const, 'en' as const),
  blocks: fc.oneof(
    fc.array(block, { maxLength: 5 }),
    fc.array(smallBlock, { minLength: 20, maxLength: 70, size: 'max' }),
  ),
})
