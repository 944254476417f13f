import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Leave } from '../../../src/calendar/leave.ts'
import { workCalendarSchema } from '../../../src/calendar/work-calendar.ts'
import { minutesOf, timeOf, toLocal } from '../../../src/calendar/zone.ts'
import { decide, type Situation } from '../../../src/features/nudges/budget.ts'
import { heldWords } from '../../../src/features/nudges/held-words.ts'
import { at } from './stage.ts'

const zone = 'Asia/Shanghai'
const usual: Situation = {
  now: at('2026-11-20 09:00'),
  zone,
  calendar: workCalendarSchema.parse({ kind: 'cn' }),
  leaves: [],
  hours: { from: '21:00', to: '08:00' },
  quietUntil: null,
  spent: 0,
  perDay: 3,
}

describe('whether somebody is spoken to unasked', () => {
  it.each<[string, Partial<Situation>, string | null]>([
    ['on a workday morning', {}, null],
    ['at the end of quiet hours', { now: at('2026-11-20 08:00') }, null],
    ['a minute before', { now: at('2026-11-20 07:59') }, 'quiet-hours'],
    ['at their beginning', { now: at('2026-11-20 21:00') }, 'quiet-hours'],
    ['at night without quiet hours', { now: at('2026-11-20 23:00'), hours: null }, null],
    ['on a Saturday', { now: at('2026-11-21 09:00') }, 'not-a-workday'],
    ['on a holiday', { now: at('2026-10-01 09:00') }, 'not-a-workday'],
    ['on a Saturday that is worked instead', { now: at('2026-10-10 09:00') }, null],
    ['on leave', { leaves: [{ from: '2026-11-19', to: '2026-11-23' }] }, 'on-leave'],
    ['on leave in the morning', { leaves: [{ from: '2026-11-20', to: '2026-11-20', half: 'am' }] }, 'on-leave'],
    ['on leave in the afternoon', { leaves: [{ from: '2026-11-20', to: '2026-11-20', half: 'pm' }] }, null],
    ['while quiet was asked for', { quietUntil: at('2026-11-20 09:01') }, 'asked-for-quiet'],
    ['when that ends', { quietUntil: at('2026-11-20 09:00') }, null],
    ['with the last of the budget', { spent: 2 }, null],
    ['with the budget spent', { spent: 3 }, 'budget'],
    ['in a team without nudges', { perDay: 0 }, 'budget'],
  ])('%s', (_, change, held) => {
    const decision = decide({ ...usual, ...change })
    expect(decision.say ? null : decision.held.kind).toBe(held)
  })

  it('is told apart in words', () => {
    const told = (change: Partial<Situation>) => {
      const decision = decide({ ...usual, ...change })
      return decision.say ? null : heldWords(decision.held, zone)
    }
    expect(told({ spent: 3 })?.zh).toBe('今天已提醒 3 次，到了每天的上限')
    expect(told({ now: at('2026-11-21 09:00') })?.zh).toContain('周六不是工作日')
    expect(told({ now: at('2026-11-21 09:00') })?.en).toContain('Saturday is no workday')
    expect(told({ now: at('2026-10-01 09:00') })?.zh).toContain('国庆')
    expect(told({ hours: { from: '08:30', to: '10:00' } })?.en).toBe('these are quiet hours (08:30–10:00)')
  })
})

const minuteOfDay = fc.integer({ min: 0, max: 1439 })
const dayOfMonth = fc.integer({ min: 1, max: 14 })
const date = dayOfMonth.map(day => `2026-10-${String(day).padStart(2, '0')}`)
const leave = fc
  .record({ day: date, half: fc.constantFrom('am' as const, 'pm' as const, undefined) })
  .map(({ day, half }): Leave => (half ? { from: day, to: day, half } : { from: day, to: day }))
const hours = fc
  .tuple(minuteOfDay, minuteOfDay)
  .filter(([from, to]) => from !== to)
  .map(([from, to]) => ({ from: timeOf(from), to: timeOf(to) }))

/** The days off around China's national holiday of 2026, by hand. */
const off = new Set([1, 2, 3, 4, 5, 6, 7, 11])

describe('what may be said may be said until the moment that is given', () => {
  it('and until then breaks no rule', () => {
    fc.assert(
      fc.property(
        date,
        minuteOfDay,
        fc.array(leave, { maxLength: 4 }),
        fc.option(hours),
        fc.nat(4),
        (day, minute, leaves, hours, spent) => {
          const decision = decide({ ...usual, now: at(`${day} ${timeOf(minute)}`), leaves, hours, spent })
          if (!decision.say) return
          const now = at(`${day} ${timeOf(minute)}`).getTime()
          const end = decision.until.getTime()
          expect(end).toBeGreaterThan(now)
          for (let ms = now; ms < end; ms += 60_000) {
            const local = toLocal(new Date(ms), zone)
            expect(local.date).toBe(day)
            expect(off.has(Number(day.slice(8)))).toBe(false)
            expect(leaves.some(one => one.from === day && isAway(one, local.time))).toBe(false)
            expect(hours !== null && minutesQuiet(hours).has(minutesOf(local.time))).toBe(false)
          }
          expect(spent).toBeLessThan(usual.perDay)
        },
      ),
      { numRuns: 300 },
    )
  })
})

function isAway({ half }: Leave, time: string): boolean {
  return half === undefined || (half === 'am') === time < '12:00'
}

/** Walks the clock round from the beginning of the hours to their end. */
function minutesQuiet({ from, to }: { from: string; to: string }): ReadonlySet<number> {
  const quiet = new Set<number>()
  for (let minute = minutesOf(from); minute !== minutesOf(to); minute = (minute + 1) % 1440) quiet.add(minute)
  return quiet
}
