import fc from 'fast-check'
import { expect, test } from 'vitest'
import { render } from '../../../adapters/wecom/render/render.ts'
import { code, heading, quiet, strong, text } from '../../../src/content/build.ts'
import type { Block, Span } from '../../../src/content/content.ts'
import { plain } from '../../../src/content/plain.ts'
import { reading } from './reading-payloads.ts'

/** Little besides marks and line ends, so that they meet where one span ends and the next begins. */
const words = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', ' ', '\n', '#', '>', '*', '`', '\\'), maxLength })
const address = 'https://example.com/a?b=1&c=2'
const span: fc.Arbitrary<Span> = fc.oneof(
  words(6).map((text): Span => ({ t: 'text', text })),
  words(6).map(strong),
  words(6).map(code),
  words(6).map((text): Span => ({ t: 'text', text, style: 'quiet' })),
  words(6).map((name): Span => ({ t: 'member', id: 'm-li', name })),
  words(6).map((text): Span => ({ t: 'link', url: address, text })),
)
const spans = fc.array(span, { maxLength: 4 }).map(all => [{ t: 'text' as const, text: 'a' }, ...all])
const block: fc.Arbitrary<Block> = fc.oneof(
  words(8).map(more => heading(`a${more}`)),
  fc.array(span, { minLength: 1, maxLength: 4 }).map(all => text(...all)),
  fc.array(span, { minLength: 1, maxLength: 4 }).map(all => quiet(...all)),
  fc
    .array(fc.record({ label: words(5), value: spans }), { maxLength: 3 })
    .map((fields): Block => ({ b: 'fields', fields })),
  fc.array(spans, { minLength: 1, maxLength: 3 }).map((items): Block => ({ b: 'list', items })),
)

/** What was said, without what a block adds and what an address shows. */
const bare = (said: string) =>
  said
    .normalize('NFKC')
    .replaceAll(/[\s\u200b•·()[\]:→|-]/g, '')
    .replaceAll(address.replaceAll(':', ''), '')

test.each(['bot', 'webhook', 'app'] as const)('over the %s no word is lost where marks touch', lane => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 3 }), blocks => {
      const content = { lang: 'zh' as const, blocks }
      const drawn = render(content, 'direct', () => null)
      expect(bare(reading(drawn, lane).text)).toBe(bare(plain(content)))
    }),
    { numRuns: 500, examples: [[[{ b: 'text', spans: [{ t: 'link', url: address, text: '# 1' }] }]]] },
  )
})
