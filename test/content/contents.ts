import fc from 'fast-check'
import type { Canvas } from '../../src/content/canvas.ts'
import type { Block, BlockKind, Content, Input, Span } from '../../src/content/content.ts'

const everyBlock: readonly BlockKind[] = [
  'heading',
  'text',
  'fields',
  'list',
  'table',
  'quiet',
  'divider',
  'actions',
  'form',
  'image',
  'details',
]

export function canvas(over: Partial<Canvas> = {}): Canvas {
  return {
    blocks: new Set(everyBlock),
    mentions: 'inline',
    images: true,
    limit: { unit: 'characters', size: 4000 },
    ...over,
  }
}

/** Letters of one, two, three and four bytes, an emoji family and an accent of its own; none that we use as a mark. */
const letter = fc.constantFrom('a', 'Z', '7', 'é', '华', '为', '报', '🎉', '👩‍👩‍👧‍👦', 'e\u0301', ' ', '\n', '。')
const said = (maxLength: number) => fc.string({ unit: letter, maxLength })
/** Column labels are said once for each message or row, so they are spelled in letters of their own. */
const label = fc.string({ unit: fc.constantFrom('×', '÷'), maxLength: 6 })

const span: fc.Arbitrary<Span> = fc.oneof(
  said(120).map((text): Span => ({ t: 'text', text })),
  said(20).map((text): Span => ({ t: 'text', text, style: 'strong' })),
  said(20).map((name): Span => ({ t: 'member', id: 'm1', name })),
  fc.record({ t: fc.constant('link' as const), url: said(30), text: said(30) }),
)
const spans = fc.array(span, { maxLength: 4 })

const table = fc.integer({ min: 1, max: 3 }).chain(width =>
  fc.record({
    b: fc.constant('table' as const),
    columns: fc.array(fc.record({ label }), { minLength: width, maxLength: width }),
    rows: fc.array(fc.array(spans, { minLength: width, maxLength: width }), { maxLength: 5 }),
  }),
)
const anInput: Input = { id: 'i', label: 'l', kind: 'line' }
const button = fc.record({ id: fc.constant('a.b'), label: said(20), words: said(40) })

const block: fc.Arbitrary<Block> = fc.oneof(
  said(80).map((text): Block => ({ b: 'heading', text })),
  spans.map((spans): Block => ({ b: 'text', spans })),
  spans.map((spans): Block => ({ b: 'quiet', spans })),
  fc
    .array(fc.record({ label: said(20), value: spans }), { maxLength: 5 })
    .map((fields): Block => ({ b: 'fields', fields })),
  fc.array(spans, { maxLength: 6 }).map((items): Block => ({ b: 'list', items })),
  table,
  fc.constant<Block>({ b: 'divider' }),
  fc.array(button, { maxLength: 4 }).map((buttons): Block => ({ b: 'actions', buttons })),
  fc
    .record({ title: said(30), words: said(30), inputs: fc.constantFrom([], [anInput]) })
    .map((it): Block => ({ b: 'form', form: { id: 'f', submit: 's', ...it } })),
  said(60).map((alt): Block => ({ b: 'image', ref: 'r', alt })),
  fc.constant<Block>({ b: 'details' }),
)

export const anyContent: fc.Arbitrary<Content> = fc.record(
  {
    lang: fc.constantFrom('zh' as const, 'en' as const),
    blocks: fc.array(block, { maxLength: 6 }),
    discreet: fc.constant(true as const),
  },
  { requiredKeys: ['lang', 'blocks'] },
)

export const anyCanvas: fc.Arbitrary<Canvas> = fc.record({
  blocks: fc.subarray([...everyBlock]).map(kinds => new Set<BlockKind>(['text', ...kinds])),
  mentions: fc.constantFrom('inline' as const, 'appended' as const, 'none' as const),
  images: fc.boolean(),
  limit: fc.record({
    unit: fc.constantFrom('characters' as const, 'bytes' as const),
    size: fc.oneof(fc.integer({ min: 8, max: 60 }), fc.integer({ min: 60, max: 2000 })),
  }),
  blocksAtMost: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.integer({ min: 1, max: 4 })),
})

/**
 * The words alone: spaces, marks and column labels are how they are shown, and the way to fill a form in step by step is
 * there only where the form is not drawn.
 */
export function wordsOf(text: string): string {
  return text.replaceAll(/[\s•·→[\]():：@×÷-]/g, '').replaceAll(/逐项填写\/填写|Fillinstepbystep\/fill/g, '')
}
