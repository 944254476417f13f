import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextStep, type Standing } from '../../../src/features/fairness/course.ts'

const DAY = 86_400_000

describe('whoever reports in a way that stands out', () => {
  it('hears of it first, once a week at most; managers once, and only of what went on for long enough', () => {
    const looks = fc.array(fc.record({ after: fc.integer({ min: 0, max: 6 * DAY }), isGoingOn: fc.boolean() }), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(looks, fc.integer({ min: 7, max: 60 }), (all, persistDays) => {
        let now = new Date('2026-01-05T00:00:00Z')
        let standing = null as Standing | null
        const shown: number[] = []
        const told: number[] = []
        for (const { after, isGoingOn } of all) {
          now = new Date(now.getTime() + after)
          const step = nextStep(standing, { now, isGoingOn, persistDays })
          if (step === 'begin' || step === 'show-again') shown.push(now.getTime())
          if (step === 'begin') standing = { firstShown: now, lastShown: now, managerTold: null }
          else if (standing && step === 'show-again') standing = { ...standing, lastShown: now }
          else if (standing && step === 'tell-managers') {
            told.push(now.getTime())
            standing = { ...standing, managerTold: now }
          }
        }
        expect(told.length).toBeLessThanOrEqual(1)
        for (const [n, at] of shown.entries())
          if (n > 0) expect(at - (shown[n - 1] ?? 0)).toBeGreaterThanOrEqual(7 * DAY)
        for (const at of told) expect(at - (shown[0] ?? at)).toBeGreaterThanOrEqual(persistDays * DAY)
      }),
    )
  })

  it('is left alone when it does not go on', () => {
    const firstShown = new Date('2026-01-05T00:00:00Z')
    const standing = { firstShown, lastShown: firstShown, managerTold: null }
    const later = { now: new Date('2026-02-05T00:00:00Z'), isGoingOn: false, persistDays: 14 }
    expect(nextStep(standing, later)).toBe('wait')
    expect(nextStep(standing, { ...later, isGoingOn: true })).toBe('tell-managers')
  })
})
