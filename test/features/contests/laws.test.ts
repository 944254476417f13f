import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, eachDate } from '../../../src/calendar/dates.ts'
import { rangeOf } from '../../../src/calendar/periods.ts'
import { cardOf, linesOf } from '../../../src/features/contests/bingo.ts'
import type { Entrant, Rule } from '../../../src/features/contests/contest.ts'
import { drawSides } from '../../../src/features/contests/draw.ts'
import { leaverOf, roundOn, roundsOf } from '../../../src/features/contests/elimination.ts'
import type { Day } from '../../../src/features/contests/figures.ts'
import { type Play, placesOf, winnersOf } from '../../../src/features/contests/standing.ts'
import type { Metric } from '../../../src/features/metrics/metric.ts'

const calls: Metric = {
  ...{ id: 'c', key: 'calls', zh: '电话', en: 'Calls', aliases: [], kind: 'activity', unit: 'count' },
  ...{ decimals: null, currency: null, direction: 'more', aggregation: 'sum', reportedBy: 'rep' },
  ...{ amountKey: null, formula: null, position: 0 },
}
const period = rangeOf('2026-12-01', '2026-12-12')

const rules: readonly Rule[] = [
  { kind: 'most' },
  { kind: 'first', mark: 20 },
  { kind: 'race', marks: [5, 15, 30] },
  { kind: 'elimination', rounds: 3 },
  { kind: 'bingo', days: 9, usual: { calls: 4 } },
  { kind: 'teams', sides: ['红队', '蓝队'], drawn: true },
]

const entrants = fc
  .array(
    fc.record({
      side: fc.constantFrom(0, 1),
      divisor: fc.constantFrom(null, 10, 40),
      leftRound: fc.constantFrom(null, null, 1),
    }),
    {
      minLength: 2,
      maxLength: 8,
    },
  )
  .map(all => all.map((one, at): Entrant => ({ ...one, memberId: `m${at}`, name: `名${at}` })))

const days = fc
  .array(fc.record({ member: fc.nat(7), day: fc.nat(11), value: fc.integer({ min: 0, max: 12 }) }), { maxLength: 40 })
  .map(all => {
    const byDay = new Map(all.map(({ member, day, value }) => [`${member} ${day}`, { member, day, value }]))
    return [...byDay.values()].map(
      ({ member, day, value }): Day => ({
        metricId: 'c',
        memberId: `m${member}`,
        date: addDays(period.from, day),
        value,
        entries: 1,
      }),
    )
  })

const play = fc.record({ entrants, days, rule: fc.constantFrom(...rules), seed: fc.nat() })
type Drawn = typeof play extends fc.Arbitrary<infer T> ? T : never

const playOf = ({ entrants, days, rule, seed }: Drawn): Play => ({
  ...{
    contest: { rule, period, seed },
    metric: calls,
    all: [calls],
    direction: 'most',
    entrants,
    round: 2,
    converted: null,
  },
  days: days.filter(({ memberId }) => entrants.some(entrant => entrant.memberId === memberId)),
})

describe('a standing', () => {
  test('is the same in whatever order people and entries come', () => {
    fc.assert(
      fc.property(play, fc.infiniteStream(fc.nat()), (drawn, chance) => {
        const mixed = <T>(items: readonly T[]): T[] =>
          items
            .map(item => ({ item, at: chance.next().value ?? 0 }))
            .sort((one, other) => one.at - other.at)
            .map(({ item }) => item)
        const again = { ...drawn, entrants: mixed(drawn.entrants), days: mixed(drawn.days) }
        expect(placesOf(playOf(again))).toEqual(placesOf(playOf(drawn)))
      }),
    )
  })

  test('shares a rank among equals, goes on behind all of them, and its winners are first', () => {
    fc.assert(
      fc.property(play, drawn => {
        const places = placesOf(playOf(drawn))
        for (const place of places) {
          const better = places.filter(other => other.rank < place.rank)
          expect(place.rank).toBe(better.length + 1)
          const equal = places.filter(other => JSON.stringify(other.score) === JSON.stringify(place.score))
          expect(new Set(equal.map(({ rank }) => rank)).size).toBe(1)
        }
        for (const winner of winnersOf(drawn.rule, places)) expect(winner).toMatchObject({ rank: 1, counts: true })
      }),
    )
  })

  test('of the most is by the sums', () => {
    fc.assert(
      fc.property(play, drawn => {
        const plain = drawn.entrants.map(entrant => ({ ...entrant, divisor: null }))
        const places = placesOf(playOf({ ...drawn, entrants: plain, rule: { kind: 'most' } }))
        for (const { memberId, value } of places) {
          const own = drawn.days.filter(day => day.memberId === memberId)
          expect(value).toBe(own.reduce((sum, day) => sum + day.value, 0))
        }
      }),
    )
  })
})

test('nobody passes a mark later by doing more, or on a day on which nothing was added', () => {
  fc.assert(
    fc.property(play, fc.nat(11), (drawn, day) => {
      const rule: Rule = { kind: 'first', mark: 20 }
      const [first] = drawn.entrants
      if (!first) return
      const before = placesOf(playOf({ ...drawn, rule })).find(({ memberId }) => memberId === first.memberId)
      const date = addDays(period.from, day)
      const others = drawn.days.filter(one => one.memberId !== first.memberId || one.date !== date)
      const own = drawn.days.find(one => one.memberId === first.memberId && one.date === date)
      const more: Day = { metricId: 'c', memberId: first.memberId, date, value: (own?.value ?? 0) + 5, entries: 1 }
      const after = placesOf(playOf({ ...drawn, rule, days: [...others, more] })).find(
        it => it.memberId === first.memberId,
      )
      if (before?.on != null) {
        expect(after?.on).not.toBeNull()
        expect((after?.on ?? '') <= before.on).toBe(true)
        expect(drawn.days.some(one => one.memberId === first.memberId && one.date === before.on)).toBe(true)
      }
    }),
  )
})

test('rounds cover the period, each day once, and differ by a day at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 2, max: 12 }), (length, count) => {
      fc.pre(count <= length)
      const whole = rangeOf('2026-12-01', addDays('2026-12-01', length - 1))
      const rounds = roundsOf(whole, count)
      expect(rounds.flatMap(({ from, to }) => [...eachDate(from, to)])).toEqual([...eachDate(whole.from, whole.to)])
      const lengths = rounds.map(({ from, to }) => daysBetween(from, to))
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1)
      for (const [at, { from, to }] of rounds.entries())
        for (const date of [from, to]) expect(roundOn(whole, count, date)).toBe(at + 1)
    }),
  )
})

test('who leaves a round has the lowest figure, alone, and two always go on', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { minLength: 1, maxLength: 8 }), figures => {
      const values = new Map(figures.map((value, at) => [`m${at}`, value]))
      const leaver = leaverOf(values)
      const lowest = figures.filter(value => value === Math.min(...figures))
      expect(leaver !== null).toBe(lowest.length === 1 && figures.length > 2)
      if (leaver !== null) expect(values.get(leaver)).toBe(lowest[0])
    }),
  )
})

test('sides differ by one at most, and the same seed draws the same', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.integer({ min: 2, max: 8 }), fc.nat(), (people, sides, seed) => {
      const ids = Array.from({ length: people }, (_, at) => `m${at}`)
      const drawn = drawSides(ids, sides, seed)
      const sizes = Array.from({ length: sides }, (_, side) => [...drawn.values()].filter(own => own === side).length)
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
      expect(drawSides(ids.toReversed(), sides, seed)).toEqual(drawn)
    }),
  )
})

test('chance is fair: over many seeds everybody is drawn to each side about equally often', () => {
  const first = Array.from({ length: 600 }, (_, seed) => drawSides(['a', 'b', 'c', 'd'], 2, seed * 7919).get('c'))
  const share = first.filter(side => side === 0).length / first.length
  expect(share).toBeGreaterThan(0.42)
  expect(share).toBeLessThan(0.58)
})

test('a card has nine different goals that can be met, whatever the metrics, and is the same each time', () => {
  const usual = fc.dictionary(
    fc.constantFrom('calls', 'visits', 'revenue'),
    fc.double({ min: 0.01, max: 1e6, noNaN: true }),
    {
      minKeys: 1,
    },
  )
  fc.assert(
    fc.property(usual, fc.integer({ min: 1, max: 250 }), fc.nat(), (of, length, seed) => {
      const card = cardOf({ seed, usual: of, days: length }, 'm1')
      expect(card).toHaveLength(9)
      expect(new Set(card.map(goal => JSON.stringify(goal))).size).toBe(9)
      expect(card.every(({ mark }) => mark >= 1)).toBe(true)
      expect(card.every(({ kind, mark }) => kind !== 'days' || mark <= length)).toBe(true)
      expect(cardOf({ seed, usual: of, days: length }, 'm1')).toEqual(card)
    }),
  )
})

test('a card has eight lines', () => {
  expect(linesOf(new Array<boolean>(9).fill(true))).toBe(8)
  expect(linesOf([true, true, true, false, true, false, true, false, false])).toBe(2)
  expect(linesOf(new Array<boolean>(9).fill(false))).toBe(0)
})
