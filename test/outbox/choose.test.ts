import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choose } from '../../src/outbox/choose.ts'
import { superseded } from '../../src/outbox/coalesce.ts'
import type { Head } from '../../src/outbox/delivery.ts'

const now = new Date('2026-11-23T01:00:00Z')
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)

function head(seq: number, facts: Partial<Head> = {}): Head {
  const nobody = { channelId: null, personId: null, whisperTo: null, by: null }
  const plain = { ...nobody, reviseKey: null, expiresAt: null, begun: false, traceless: false }
  return { id: `d${seq}`, seq: BigInt(seq), state: 'pending', lane: 3, notBefore: now, attempts: 0, ...plain, ...facts }
}

const anyHeads = fc
  .array(
    fc.record({
      lane: fc.nat(3),
      reviseKey: fc.constantFrom(null, 'a', 'b'),
      begun: fc.boolean(),
      state: fc.constantFrom('pending' as const, 'sending' as const),
      attempts: fc.nat(5),
      notBefore: fc.integer({ min: -5, max: 5 }).map(minutes),
      expiresAt: fc.option(fc.integer({ min: -5, max: 5 }).map(minutes)),
    }),
    { maxLength: 12 },
  )
  .map(all => all.map((facts, seq) => head(seq, facts)))

describe('the next delivery', () => {
  it.each([
    ['the lower lane first', [head(1), head(2, { lane: 0 })], 'd2'],
    ['then the older', [head(2), head(1)], 'd1'],
    ['what has begun before all', [head(1, { lane: 0 }), head(2, { begun: true })], 'd2'],
    ['what was being sent before all', [head(1, { lane: 0 }), head(2, { state: 'sending' })], 'd2'],
    ['nothing that expired', [head(1, { expiresAt: now }), head(2)], 'd2'],
    [
      'nothing that a newer version replaces',
      [head(1, { reviseKey: 'a' }), head(2), head(3, { reviseKey: 'a' })],
      'd2',
    ],
  ])('is %s', (_, heads, id) => {
    expect(choose(heads, now).due[0]?.id).toBe(id)
  })

  it('waits for one that is tried again, three times and no more', () => {
    const waiting = (attempts: number) => [head(1, { attempts, notBefore: minutes(2) }), head(2)]
    expect(choose(waiting(3), now)).toMatchObject({ due: [], heldUntil: minutes(2) })
    expect(choose(waiting(4), now)).toMatchObject({ due: [{ id: 'd2' }], heldUntil: null })
  })

  it('is always due, alive and not replaced, and everything gets at most one fate', () => {
    fc.assert(
      fc.property(anyHeads, heads => {
        const { due, expired, merged, heldUntil } = choose(heads, now)
        const fates = [...expired, ...merged, ...due.map(one => one.id)]
        expect(new Set(fates).size).toBe(fates.length)
        expect(due.filter(one => one.notBefore > now)).toEqual([])
        expect(heldUntil === null || (due.length === 0 && heldUntil > now)).toBe(true)
      }),
    )
  })
})

describe('coalescing', () => {
  it('leaves exactly the newest version of each message, and all that has begun', () => {
    fc.assert(
      fc.property(anyHeads, heads => {
        const gone = superseded(heads)
        for (const key of ['a', 'b']) {
          const versions = heads.filter(one => one.reviseKey === key)
          const left = versions.filter(one => !gone.has(one.id))
          expect(left.filter(one => one === versions.at(-1) || one.begun || one.state === 'sending')).toEqual(left)
          expect(versions.length === 0 || left.includes(versions[versions.length - 1] ?? head(0))).toBe(true)
        }
        expect(heads.filter(one => one.reviseKey === null && gone.has(one.id))).toEqual([])
      }),
    )
  })
})
