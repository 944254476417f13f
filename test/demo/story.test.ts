import { describe, expect, test } from 'vitest'
import { createRandom } from '../../src/base/random.ts'
import { addDays } from '../../src/calendar/dates.ts'
import { toInstant } from '../../src/calendar/zone.ts'
import { cast } from '../../src/demo/cast.ts'
import { type StoryDay, tellStory } from '../../src/demo/story.ts'

const zone = 'Asia/Shanghai'
const at = (date: string, time: string) => toInstant(date, time, zone)
const days: readonly StoryDay[] = [0, 7, 14, 21]
  .flatMap(week => [0, 1, 2, 3, 4].map(day => addDays('2026-10-19', week + day)))
  .map(date => ({
    date,
    plan: { opensAt: at(date, '08:30'), dueAt: at(date, '09:15') },
    report: { opensAt: at(date, '17:00'), dueAt: at(date, '19:00') },
  }))
const tell = (seed: number) => tellStory(cast, days, createRandom(seed), 'zh')

describe('the story of the demo', () => {
  test('is always the same one', () => {
    expect(tell(20)).toEqual(tell(20))
    expect(tell(20).acts).not.toEqual(tell(21).acts)
  })

  test('has everybody hand in one plan and one report a day at most, in order, and on time as they say', () => {
    const { acts } = tell(20)
    const keys = acts.map(({ who, kind, date }) => `${who} ${kind} ${date}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(acts.map(({ at: when }) => when.getTime())).toEqual(
      acts.map(({ at: when }) => when.getTime()).toSorted((a, b) => a - b),
    )
    for (const { kind, date, at: when, status } of acts) {
      const window = days.find(day => day.date === date)?.[kind]
      expect(when >= (window?.opensAt ?? when)).toBe(true)
      expect(status).toBe(when > (window?.dueAt ?? when) ? 'late' : 'on-time')
    }
    expect(acts.some(({ status }) => status === 'late')).toBe(true)
    expect(keys.length).toBeLessThan(7 * days.length * 2)
  })

  test('lets nobody write while they are away', () => {
    const { acts, absences } = tell(20)
    const [whole, half] = absences
    expect(absences).toHaveLength(2)
    expect(acts.filter(it => it.who === whole?.who && it.date === whole.leave.from)).toEqual([])
    const onHalf = acts.filter(it => it.who === half?.who && it.date === half.leave.from)
    expect(onHalf.map(({ kind }) => kind)).not.toContain('plan')
  })

  test('has believable numbers: a deal has its amount, and the last week is better than the first', () => {
    const reports = tell(20).acts.filter(({ kind }) => kind === 'report')
    for (const { answers } of reports) {
      const { deals = 0, revenue = 0, visits = 0, calls = 0 } = answers.values
      expect(deals > 0).toBe(revenue > 0)
      expect(deals).toBeLessThanOrEqual(visits)
      expect(calls).toBeLessThan(80)
    }
    const callsIn = (week: readonly StoryDay[]) => {
      const dates = week.map(({ date }) => date)
      const those = reports.filter(({ date }) => dates.includes(date))
      return those.reduce((sum, { answers }) => sum + (answers.values['calls'] ?? 0), 0) / those.length
    }
    expect(callsIn(days.slice(-5))).toBeGreaterThan(callsIn(days.slice(0, 5)))
  })
})
