import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, hashOf, sealOf } from '../../src/audit/hash.ts'
import type { Json } from '../../src/base/json.ts'

const json = fc.jsonValue().map(value => value as Json)

test('JSON is written in one way, whatever the order of its keys', () => {
  expect(canonical({ b: [1, null, true], a: { d: '"', c: -0.5 } })).toBe('{"a":{"c":-0.5,"d":"\\""},"b":[1,null,true]}')
  fc.assert(
    fc.property(json, value => {
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
  const record = fc.dictionary(fc.string(), json)
  fc.assert(
    fc.property(record, value => {
      const turned = Object.fromEntries(Object.entries(value).toReversed())
      expect(canonical(turned)).toBe(canonical(value))
    }),
  )
})

test('a seal tells nothing without its salt', () => {
  expect(sealOf('a', 'Li')).toMatch(/^[0-9a-f]{64}$/)
  expect(sealOf('a', 'Li')).not.toBe(sealOf('b', 'Li'))
  expect(sealOf('a', null)).not.toBe(sealOf('a', 'null'))
})

test('the hash of an entry is for ever', () => {
  const link = {
    ...{
      teamId: '018f0000-0000-7000-8000-000000000001',
      seq: 1,
      previous: '0'.repeat(64),
      what: 'test.look',
      read: true,
    },
    ...{ at: new Date('2026-11-20T10:10:00.123Z'), words: { zh: '看', en: 'saw' }, bySeal: 'a', aboutSeal: 'b' },
  }
  expect(hashOf(link)).toBe('ead419130f2d707e6847e8778a5397b7c9efef34ac46bb2df40ff9d5318697cb')
})
