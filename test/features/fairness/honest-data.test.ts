import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom, type Random } from '../../../src/base/random.ts'
import { addDays } from '../../../src/calendar/dates.ts'
import { type Day, type HabitKind, habitKinds, habitsIn } from '../../../src/features/fairness/habits.ts'

const WINDOW = 20
const counted = new Set(['calls', 'visits', 'quotes'])

/** A count as it comes about by itself: so many on average, each day on its own. */
function poisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean)
  let product = random.next()
  let count = 0
  while (product > limit) {
    product *= random.next()
    count++
  }
  return count
}

interface Rep {
  readonly means: Readonly<Record<string, number>>
  /** How often they forget the report and fill it in the next morning. */
  readonly forgets: number
}

/** So many workdays of somebody who writes down what they did, in the evening or the morning after. */
function honestDays(random: Random, { means, forgets }: Rep, count: number): readonly Day[] {
  return Array.from({ length: count }, (_, n) => {
    const date = addDays('2026-03-02', n + 2 * Math.floor(n / 5))
    const isBackFilled = random.chance(forgets)
    const hour = isBackFilled ? 33 : 18
    const submittedAt = new Date(Date.parse(`${date}T00:00:00Z`) + (hour * 60 + random.int(0, 120)) * 60_000)
    const values = Object.fromEntries(Object.entries(means).map(([key, mean]) => [key, poisson(random, mean)]))
    return { date, values, notes: [], submittedAt, isBackFilled }
  })
}

/** Which habits would ever be noticed, looking every day as a report comes in. */
function everNoticed(days: readonly Day[]): ReadonlySet<HabitKind> {
  const looks = days.map((_, n) => habitsIn(days.slice(Math.max(0, n + 1 - WINDOW), n + 1), counted))
  return new Set(looks.flat().map(({ kind }) => kind))
}

function someRep(random: Random): Rep {
  return {
    means: { calls: random.int(5, 40), visits: random.int(1, 8), quotes: random.int(0, 12) },
    forgets: random.next() / 3,
  }
}

describe('honest people', () => {
  it('are taken for something else in less than one quarter of a year out of a hundred, by any rule', () => {
    const random = createRandom(20261120)
    const people = 1500
    const noticed = Array.from({ length: people }, () => [
      ...everNoticed(honestDays(random, someRep(random), 60)),
    ]).flat()
    for (const kind of habitKinds) {
      const rate = noticed.filter(one => one === kind).length / people
      expect(rate, kind).toBeLessThan(0.01)
    }
  })

  it('with few and small counts are left alone, too', () => {
    const random = createRandom(7)
    const quiet: Rep = { means: { visits: 1, quotes: 1 }, forgets: 0.2 }
    const noticed = Array.from({ length: 500 }, () => [...everNoticed(honestDays(random, quiet, 60))]).flat()
    expect(noticed.length / 500).toBeLessThan(0.01)
  })
})

describe('what each rule is for', () => {
  const honest = (seed: number, count = 20) =>
    honestDays(createRandom(seed), { means: { calls: 17, visits: 4, quotes: 3 }, forgets: 0 }, count)
  const kindsOf = (days: readonly Day[]) => habitsIn(days, counted).map(({ kind }) => kind)

  it('is noticed whatever else was reported: days that are copied', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 4, max: 9 }), (seed, copies) => {
        const days = honest(seed)
        const last = days[days.length - 1 - copies]
        const values = Object.values(last?.values ?? {})
        // One number alone is the same on many days, and so are small ones.
        fc.pre(values.filter(value => value > 0).length >= 2 && values.reduce((sum, value) => sum + value, 0) >= 8)
        const copying = days.map((day, n) =>
          last && n >= days.length - copies ? { ...day, values: last.values } : day,
        )
        expect(kindsOf(copying)).toContain('copied')
      }),
    )
  })

  it('is noticed whatever else was reported: a week filled in on its last day', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 3, max: 5 }), fc.integer({ min: 0, max: 7 }), (seed, count, minutes) => {
        const days = honest(seed)
        const at = days.at(-1)?.submittedAt.getTime() ?? 0
        const burst = days.map((day, n) =>
          n < days.length - count
            ? day
            : { ...day, isBackFilled: true, submittedAt: new Date(at + (n - days.length) * minutes * 60_000) },
        )
        expect(habitsIn(burst, counted)).toContainEqual({
          kind: 'burst',
          days: count,
          minutes: (count - 1) * minutes,
        })
      }),
    )
  })

  it('is noticed: 10, 20, 10, 20; and money that is round is not', () => {
    const rounded = honest(3).map((day, n) => ({ ...day, values: { calls: n % 2 === 0 ? 10 : 20, revenue: 50_000 } }))
    expect(habitsIn(rounded, counted)).toEqual([{ kind: 'round', round: 20, counts: 20 }])
    const onlyMoney = honest(3).map(day => ({ ...day, values: { ...day.values, revenue: 50_000 } }))
    expect(kindsOf(onlyMoney)).toEqual([])
  })

  it('is not noticed in too few days to tell', () => {
    const few = honest(3, 4).map(day => ({ ...day, values: { calls: 20, visits: 5 } }))
    expect(kindsOf(few)).toEqual([])
  })
})
