import { growth, type Line, type Scorecard, type Thanked } from './scorecard.ts'

/** A fact that may speak for somebody; what it means is the manager's to judge. */
export type Fact =
  /** Their own figure grew most of all in the team. */
  | { readonly kind: 'improved-most'; readonly line: Line; readonly share: number }
  | { readonly kind: 'keeps-plans'; readonly share: number; readonly days: number }
  | { readonly kind: 'always-on-time'; readonly reports: number }
  | { readonly kind: 'recognised'; readonly times: number; readonly people: number }

/** So much growth at least, and from no less than this: three deals after one are chance. */
const LEAST_GROWTH = 0.2
const LEAST_BEFORE = 5
/** Plans that came so near to what happened, on so many days. */
const PLAN_SHARE = 0.8
const LEAST_DAYS = 10
const LEAST_REPORTS = 10
/** Thanks of fewer people are a friendship. */
const LEAST_THANKS = 3
const LEAST_PEOPLE = 2

export interface Candidate {
  readonly memberId: string
  readonly card: Pick<Scorecard, 'lines' | 'planKept' | 'reports'> & {
    readonly thanked: Pick<Thanked, 'times' | 'people'>
  }
}

/** Member id → facts; nobody is in it without any. */
export function factsOf(all: readonly Candidate[]): ReadonlyMap<string, readonly Fact[]> {
  const best = mostImproved(all)
  const facts = all.map(({ memberId, card }) => {
    const improved = best.filter(one => one.memberId === memberId).map(({ fact }) => fact)
    return [memberId, [...improved, ...ownFacts(card)]] as const
  })
  return new Map(facts.filter(([, theirs]) => theirs.length > 0))
}

/** For each metric whoever grew most; with several of the same growth nobody stands out. */
function mostImproved(all: readonly Candidate[]) {
  const grown = all.flatMap(({ memberId, card }) =>
    card.lines.flatMap(line => {
      const share = growth(line)
      const counts = share !== null && share >= LEAST_GROWTH && (line.before ?? 0) >= LEAST_BEFORE
      if (!counts || line.metric.direction === 'less') return []
      return [{ memberId, fact: { kind: 'improved-most', line, share } satisfies Fact }]
    }),
  )
  return [...Map.groupBy(grown, ({ fact }) => fact.line.metric.key).values()].flatMap(ofMetric => {
    const most = Math.max(...ofMetric.map(({ fact }) => fact.share))
    const top = ofMetric.filter(({ fact }) => fact.share === most)
    return top.length === 1 ? top : []
  })
}

function ownFacts({ planKept, reports, thanked }: Candidate['card']): readonly Fact[] {
  const facts: Fact[] = []
  if (planKept && planKept.days >= LEAST_DAYS && planKept.share >= PLAN_SHARE) {
    facts.push({ kind: 'keeps-plans', ...planKept })
  }
  if (reports.expected >= LEAST_REPORTS && reports.onTime === reports.expected) {
    facts.push({ kind: 'always-on-time', reports: reports.expected })
  }
  const { times, people } = thanked
  if (times >= LEAST_THANKS && people >= LEAST_PEOPLE) facts.push({ kind: 'recognised', times, people })
  return facts
}
