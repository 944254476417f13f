import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Bucket, burstOf, takeTurn } from '../../src/outbox/pace.ts'

const at = (ms: number) => new Date(Date.UTC(2026, 10, 23) + ms)

describe('the pace', () => {
  it('lets a small burst go at once and then one by one', () => {
    let bucket: Bucket | null = null
    for (let n = 0; n < burstOf(60); n++) {
      const turn = takeTurn(bucket, 60, at(0))
      expect(turn.go).toBe(true)
      bucket = turn.go ? turn.bucket : bucket
    }
    expect(takeTurn(bucket, 60, at(0))).toEqual({ go: false, wait: 1200 })
    expect(takeTurn(bucket, 60, at(1200)).go).toBe(true)
  })

  it('does not mind a clock that was set back', () => {
    expect(takeTurn({ tokens: 0.5, at: at(60_000) }, 60, at(0))).toEqual({ go: false, wait: 600 })
  })

  it('never lets more than the limit through in any minute', () => {
    const asks = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 50, maxLength: 300 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), asks, (perMinute, gaps) => {
        const sent: number[] = []
        let now = 0
        let bucket: Bucket | null = null
        for (const gap of gaps) {
          now += gap
          const turn = takeTurn(bucket, perMinute, at(now))
          if (!turn.go) continue
          bucket = turn.bucket
          sent.push(now)
          expect(sent.filter(moment => moment > now - 60_000).length).toBeLessThanOrEqual(perMinute)
        }
      }),
    )
  })

  it('names a wait after which the turn is really there', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (perMinute, tokens) => {
          const bucket = { tokens, at: at(0) }
          const turn = takeTurn(bucket, perMinute, at(0))
          expect(turn.go || takeTurn(bucket, perMinute, at(turn.wait)).go).toBe(true)
        },
      ),
    )
  })
})
