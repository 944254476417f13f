import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, eachDate } from '../../../src/calendar/dates.ts'
import { type Leave, leaveOn } from '../../../src/calendar/leave.ts'
import { roles } from '../../../src/context.ts'
import { addLeave, cutLeave, type LeaveChange, refuseLeave } from '../../../src/features/team/leave-rules.ts'
import type { KeptLeave } from '../../../src/features/team/leaves.ts'

const first = '2026-03-01'
const days = eachDate(first, addDays(first, 30)).toArray()

const leaves = fc
  .record({ start: fc.nat(20), length: fc.nat(6), half: fc.constantFrom('am' as const, 'pm' as const, undefined) })
  .map(({ start, length, half }): Leave => {
    const from = addDays(first, start)
    return half ? { from, to: from, half } : { from, to: addDays(from, length) }
  })

/** The leaves after a change, each with an id, as the store would have them. */
function apply(kept: readonly KeptLeave[], { end, write }: LeaveChange): readonly KeptLeave[] {
  const stay = kept.filter(leave => !end.includes(leave))
  return [...stay, ...write].map((leave, index) => ({ ...leave, id: String(index) }))
}

const addAll = (all: readonly Leave[]) =>
  all.reduce<readonly KeptLeave[]>((kept, leave) => apply(kept, addLeave(kept, leave)), [])

const kept = (...all: Leave[]): KeptLeave[] => all.map((leave, index) => ({ ...leave, id: String(index) }))

describe('adding leave', () => {
  it('covers exactly what was asked for, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(leaves, { maxLength: 8 }), all => {
        const merged = addAll(all)
        for (const date of days) expect(leaveOn(merged, date)).toBe(leaveOn(all, date))
      }),
    )
  })

  it('leaves no two whole leaves that overlap or touch', () => {
    fc.assert(
      fc.property(fc.array(leaves, { maxLength: 8 }), all => {
        const whole = addAll(all)
          .filter(leave => !leave.half)
          .sort((a, b) => (a.from < b.from ? -1 : 1))
        for (const [index, leave] of whole.entries()) {
          const next = whole[index + 1]
          if (next) expect(next.from > addDays(leave.to, 1)).toBe(true)
        }
      }),
    )
  })

  it('changes nothing when the same is asked for again', () => {
    fc.assert(
      fc.property(fc.array(leaves, { minLength: 1, maxLength: 8 }), all => {
        const merged = addAll(all)
        for (const leave of all) expect(addLeave(merged, leave)).toEqual({ end: [], write: [] })
      }),
    )
  })

  it('makes a day of its two halves', () => {
    const morning: Leave = { from: '2026-03-05', to: '2026-03-05', half: 'am' }
    const { write } = addLeave(kept(morning), { ...morning, half: 'pm' })
    expect(write).toEqual([{ from: '2026-03-05', to: '2026-03-05' }])
  })
})

describe('taking leave back', () => {
  it('frees exactly the days and halves that were named', () => {
    fc.assert(
      fc.property(fc.array(leaves, { maxLength: 6 }), leaves, (all, hole) => {
        const before = addAll(all)
        const after = apply(before, cutLeave(before, hole))
        for (const date of days) {
          const isHole = hole.from <= date && date <= hole.to
          for (const half of ['am', 'pm'] as const) {
            const had = [half, 'day'].includes(leaveOn(before, date) ?? '')
            const has = [half, 'day'].includes(leaveOn(after, date) ?? '')
            expect(has).toBe(had && !(isHole && (hole.half ?? half) === half))
          }
        }
      }),
    )
  })

  it('leaves what lies on either side', () => {
    const week = kept({ from: '2026-03-02', to: '2026-03-06' })
    expect(cutLeave(week, { from: '2026-03-04', to: '2026-03-04', half: 'pm' }).write).toEqual([
      { from: '2026-03-02', to: '2026-03-03' },
      { from: '2026-03-04', to: '2026-03-04', half: 'am' },
      { from: '2026-03-05', to: '2026-03-06' },
    ])
  })
})

describe('who may put in which leave', () => {
  const today = '2026-03-05'
  const ahead: Leave = { from: today, to: '2026-03-06' }
  const past: Leave = { from: '2026-03-04', to: '2026-03-06' }
  const tooLong: Leave = { from: today, to: '2027-03-06' }
  const members = roles.filter(role => role !== 'guest')

  it.each([
    ['own days ahead', ahead, true, [null, null, null, null]],
    ['another’s days ahead', ahead, false, ['for-others', null, null, null]],
    ['own days gone by', past, true, ['past', 'past', null, null]],
    ['another’s days gone by', past, false, ['for-others', 'past', null, null]],
    ['more than a year', tooLong, true, ['too-long', 'too-long', 'too-long', 'too-long']],
  ] as const)('%s', (_, leave, isOwn, expected) => {
    expect(members.map(role => refuseLeave({ leave, today, role, isOwn }))).toEqual(expected)
  })
})
