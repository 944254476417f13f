import fc from 'fast-check'
import { expect, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type { Content } from '../../src/content/content.ts'
import { contentSchema } from '../../src/content/schema.ts'
import { anyContent } from './contents.ts'

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T

test('the schema and the type are one', () => {
  expectTypeOf<DeepReadonly<z.infer<typeof contentSchema>>>().toEqualTypeOf<DeepReadonly<Content>>()
})

test('content comes back from JSON as it went', () => {
  fc.assert(
    fc.property(anyContent, said => {
      expect(contentSchema.parse(JSON.parse(JSON.stringify(said)))).toEqual(said)
    }),
  )
})

test.each([
  ['an unknown block', { lang: 'zh', blocks: [{ b: 'marquee' }] }],
  ['an unknown language', { lang: 'fr', blocks: [] }],
  ['a span without text', { lang: 'en', blocks: [{ b: 'text', spans: [{ t: 'text' }] }] }],
  ['an empty style', { lang: 'en', blocks: [{ b: 'text', spans: [{ t: 'text', text: '', style: '' }] }] }],
])('%s is refused', (_, json) => {
  expect(contentSchema.safeParse(json).success).toBe(false)
})
