import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterFailure, deadlineOf, type Situation } from '../../src/outbox/policy.ts'

const now = new Date('2026-11-23T01:00:00Z')
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000)
const situation: Situation = { attempts: 1, now, deadline: hours(24), harmless: false, jitter: 0 }
const secondsUntil = (at: Date) => (at.getTime() - now.getTime()) / 1000

describe('after a failure', () => {
  it.each([
    ['rate-limited', false, 'retry'],
    ['unavailable', false, 'retry'],
    ['uncertain', false, 'fail'],
    ['uncertain', true, 'retry'],
    ['unauthorized', false, 'retry'],
    ['forbidden', true, 'other-way'],
    ['unreachable', true, 'other-way'],
    ['reply-expired', true, 'other-way'],
    ['rejected', true, 'fail'],
  ] as const)('%s, harmless %s: %s', (kind, harmless, verdict) => {
    expect(afterFailure({ kind }, { ...situation, harmless }).do).toBe(verdict)
  })

  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [9, 256],
    [10, 300],
    [1000, 300],
  ])('the wait of attempt %i is %i seconds at least', (attempts, seconds) => {
    const verdict = afterFailure({ kind: 'unavailable' }, { ...situation, attempts })
    expect(verdict.do === 'retry' && secondsUntil(verdict.at)).toBe(seconds)
  })

  it('never asks again earlier than the platform said', () => {
    fc.assert(
      fc.property(fc.nat(3_600_000), fc.double({ min: 0, max: 0.999, noNaN: true }), (retryAfterMs, jitter) => {
        const verdict = afterFailure({ kind: 'rate-limited', retryAfterMs }, { ...situation, jitter })
        expect(verdict.do === 'retry' && verdict.at.getTime() - now.getTime()).toBeGreaterThanOrEqual(retryAfterMs)
      }),
    )
  })

  it('gives the operator minutes to mend refused credentials', () => {
    const verdict = afterFailure({ kind: 'unauthorized' }, situation)
    expect(verdict.do === 'retry' && secondsUntil(verdict.at)).toBe(300)
  })

  it('fails when the next try would come after the end of its life', () => {
    const late = { ...situation, deadline: new Date(now.getTime() + 500) }
    expect(afterFailure({ kind: 'unavailable' }, late)).toEqual({ do: 'fail' })
  })

  it('takes a day for the life of a message that names no end', () => {
    expect(deadlineOf({ createdAt: now, expiresAt: null })).toEqual(hours(24))
    expect(deadlineOf({ createdAt: now, expiresAt: hours(1) })).toEqual(hours(1))
  })
})
