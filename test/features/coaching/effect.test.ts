import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectOf, sideOf, type Trial } from '../../../src/features/coaching/effect.ts'

const several = (spoken: boolean, changes: readonly number[]): readonly Trial[] =>
  changes.map(change => ({ spoken, change }))

function judged(trials: readonly Trial[]) {
  return effectOf(sideOf(trials, true), sideOf(trials, false))
}

describe('what a kind of nudge does', () => {
  it('helps when those who heard it moved more than those held back', () => {
    const trials = [...several(true, [3, 4, 3, 5, 4, 3, 4, 4]), ...several(false, [1, 0, 1, 2, 0, 1, 0, 1])]
    expect(judged(trials)).toMatchObject({ kind: 'helps', spoken: 8, held: 8, gain: 3 })
  })

  it('does nothing when both moved alike, however much', () => {
    const alike = [9, 8, 9, 10, 9, 8, 9, 10]
    expect(judged([...several(true, alike), ...several(false, alike)])).toMatchObject({ kind: 'nothing', gain: 0 })
  })

  it('does nothing when it makes things worse', () => {
    expect(judged([...several(true, Array(9).fill(-1)), ...several(false, Array(9).fill(0))])).toMatchObject({
      kind: 'nothing',
      gain: -1,
    })
  })

  it('is unclear while chance is as wide as the gain', () => {
    const wide = [-9, 9, -9, 9, -9, 9, -9, 12]
    const trials = [
      ...several(
        true,
        wide.map(change => change + 3),
      ),
      ...several(false, wide),
    ]
    expect(judged(trials)).toMatchObject({ kind: 'unclear' })
  })

  it('is too early to tell with few on either side', () => {
    const trials = [...several(true, Array(50).fill(5)), ...several(false, Array(7).fill(0))]
    expect(judged(trials)).toEqual({ kind: 'too-early', spoken: 50, held: 7 })
  })

  it('does not depend on the order of the trials', () => {
    const trial = fc.record({ spoken: fc.boolean(), change: fc.integer({ min: -9, max: 9 }) })
    fc.assert(
      fc.property(fc.array(trial, { minLength: 30, maxLength: 60 }), trials => {
        expect(judged(trials.toReversed()).kind).toBe(judged(trials).kind)
      }),
    )
  })
})
