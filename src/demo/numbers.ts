import type { Random } from '../base/random.ts'
import type { Weekday } from '../calendar/dates.ts'
import type { Temper } from './cast.ts'

/** What makes one day unlike another. */
export interface DayNumbers {
  readonly weekday: Weekday
  /** 1 for an ordinary day of the story, more towards its end. */
  readonly growth: number
}

type Values = Readonly<Record<string, number>>

/** Mondays are for the telephone, the middle of the week for visits; whoever works a weekend takes it easy. */
const rhythm: Readonly<Record<Weekday, { readonly calls: number; readonly visits: number }>> = {
  1: { calls: 1.2, visits: 0.6 },
  2: { calls: 1, visits: 1.1 },
  3: { calls: 0.9, visits: 1.25 },
  4: { calls: 1, visits: 1.15 },
  5: { calls: 0.85, visits: 0.9 },
  6: { calls: 0.6, visits: 0.5 },
  7: { calls: 0.6, visits: 0.5 },
}

/** What somebody means to do: round numbers, a little hopeful, and seldom a deal. */
export function plannedFor(temper: Temper, { weekday, growth }: DayNumbers, random: Random): Values {
  const { calls, visits } = rhythm[weekday]
  const hopes = random.chance(temper.luck * temper.visits)
  return present({
    visits: Math.max(1, Math.round(temper.visits * visits * growth)),
    calls: Math.max(5, Math.round((temper.calls * calls * growth) / 5) * 5),
    quotes: Math.round(temper.quotes * growth),
    deals: hopes ? 1 : 0,
    revenue: hopes ? toThousands(temper.deal) : 0,
  })
}

/** What came of it. */
export function reachedOn(temper: Temper, { weekday, growth }: DayNumbers, random: Random): Values {
  const { calls, visits } = rhythm[weekday]
  const visited = around(temper.visits * visits * growth, random)
  const deals = Array.from({ length: visited }, () => random.chance(temper.luck * growth)).filter(Boolean).length
  const revenue = Array.from({ length: deals }, () => toThousands(temper.deal * (0.5 + 1.2 * random.next())))
  const rest = {
    quotes: around(temper.quotes * growth, random),
    deals,
    revenue: revenue.reduce((sum, amount) => sum + amount, 0),
    lost: random.chance(0.06) ? 1 : 0,
  }
  return { visits: visited, calls: around(temper.calls * calls * growth, random), ...present(rest) }
}

/** A whole number near that one, up to two fifths more or less, rounded up as often as its fraction says. */
function around(mean: number, random: Random): number {
  return Math.floor(mean * (0.6 + 0.8 * random.next()) + random.next())
}

function toThousands(amount: number): number {
  return Math.max(1, Math.round(amount / 1000)) * 1000
}

function present(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value > 0))
}
