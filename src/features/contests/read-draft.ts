import { UserError } from '../../base/errors.ts'
import type { Lang } from '../../base/words.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { lengthOf, type Period } from '../../calendar/periods.ts'
import { fold, type Metric } from '../metrics/metric.ts'
import type { TeamMember } from '../team/members.ts'
import type { Contest, ContestKind, Handicap, Rule } from './contest.ts'
import { readMarks } from './read-marks.ts'
import { readDivisors, readSides, type Sides } from './read-sides.ts'
import { peelPeriod, playable, readSpan } from './read-span.ts'
import {
  badRounds,
  contestUnclear,
  cutShort,
  lessIsBetter,
  noHandicapHere,
  notForPercents,
  whichKind,
  whichMetric,
} from './refusals.ts'

/** A contest as somebody wants it. */
export interface Draft extends Pick<Contest, 'rule' | 'metricKey' | 'period' | 'prize' | 'handicap'> {
  /** Null for the usual one. */
  readonly name: string | null
  /** By member id, where a manager says who is on which side. */
  readonly sideOf: ReadonlyMap<string, number> | null
  readonly divisors: ReadonlyMap<string, number> | null
}

/** What was typed, or filled into the form. `span` holds the metric, the period and perhaps marks. */
export interface DraftFields {
  readonly kind: string
  readonly span: string
  readonly marks?: string | undefined
  readonly sides?: string | undefined
  readonly rounds?: string | undefined
  readonly prize?: string | undefined
  readonly name?: string | undefined
  readonly handicap?: string | undefined
}

export interface Around {
  readonly metrics: readonly Metric[]
  readonly members: readonly TeamMember[]
  readonly today: LocalDate
  readonly lang: Lang
  isLeast(metric: Metric): boolean
}

const kinds: ReadonlyMap<string, ContestKind> = new Map([
  ...(['most', 'highest', '最多', '最高', '冲高'] as const).map(word => [word, 'most'] as const),
  ...(['first', '先到', '抢先', '率先', '先达标'] as const).map(word => [word, 'first'] as const),
  ...(['race', 'stages', '闯关', '赛跑', '阶段'] as const).map(word => [word, 'race'] as const),
  ...(['elimination', 'knockout', '淘汰', '淘汰赛', '晋级'] as const).map(word => [word, 'elimination'] as const),
  ...(['bingo', '宾果', '九宫格'] as const).map(word => [word, 'bingo'] as const),
  ...(['teams', 'team', '分队', '对抗', '团队', '团队赛'] as const).map(word => [word, 'teams'] as const),
])

export function kindNamed(word: string): ContestKind | null {
  return kinds.get(fold(word)) ?? null
}

const LONGEST_NAME = 30
const LONGEST_PRIZE = 80

/** Throws UserError, with what would work, for whatever cannot be played. */
export function readDraft(typed: DraftFields, around: Around): Draft {
  const kind = kindNamed(typed.kind)
  if (kind === null) throw new UserError('contest-kind', whichKind(typed.kind))
  const { metric, period: said, rest } = readSpan(typed.span, around.metrics, around.today)
  const { period: after, fields } = said === null ? periodAfter(typed, around.today) : { period: null, fields: typed }
  const period = playable(said ?? after, around.today)
  const handicap = readHandicap(fields.handicap, around)
  refuseMetric(kind, metric, handicap.handicap, around)
  const takesMarks = kind === 'first' || kind === 'race'
  if (rest !== '' && !(takesMarks && fields.marks === undefined))
    throw new UserError('contest-unclear', contestUnclear(rest))
  const sides = kind === 'teams' ? readSides(fields.sides ?? '', around.members, around.lang) : null
  return {
    ...handicap,
    rule: ruleOf(kind, { ...fields, marks: fields.marks ?? rest }, period, handicap.handicap, sides),
    metricKey: metric?.key ?? null,
    period,
    sideOf: sides?.sideOf ?? null,
    prize: shortEnough(fields.prize ?? '', LONGEST_PRIZE),
    name: shortEnough(fields.name ?? '', LONGEST_NAME) || null,
  }
}

/** The period may as well stand after an option: `轮=3 下月`. Then the option's value ends before it. */
function periodAfter(fields: DraftFields, today: LocalDate): { period: Period | null; fields: DraftFields } {
  for (const key of ['marks', 'rounds', 'sides', 'handicap', 'prize', 'name'] as const) {
    const peeled = peelPeriod(fields[key] ?? '', today)
    if (peeled && peeled.before !== '') return { period: peeled.period, fields: { ...fields, [key]: peeled.before } }
  }
  return { period: null, fields }
}

function refuseMetric(kind: ContestKind, metric: Metric | null, handicap: Handicap, around: Around): void {
  if (metric === null && kind !== 'bingo') throw new UserError('contest-metric', whichMetric(around.metrics))
  if (kind === 'bingo' && handicap !== 'none') throw new UserError('contest-handicap-bingo', noHandicapHere)
  if (metric === null) return
  const adds = metric.unit !== 'percent' && metric.aggregation === 'sum'
  if (!adds && (kind === 'first' || kind === 'race' || kind === 'bingo'))
    throw new UserError('contest-percent', notForPercents(metric))
  if (kind === 'bingo' && metric.formula !== null) throw new UserError('contest-percent', notForPercents(metric))
  if (around.isLeast(metric) && (kind !== 'most' || handicap !== 'none'))
    throw new UserError('contest-least', lessIsBetter(metric))
}

function ruleOf(kind: ContestKind, fields: DraftFields, period: Period, handicap: Handicap, sides: Sides | null): Rule {
  const percent = handicap !== 'none'
  switch (kind) {
    case 'most':
      return { kind }
    case 'first': {
      const [mark = 0, ...more] = readMarks(fields.marks ?? '', { percent })
      if (more.length > 0) throw new UserError('contest-unclear', contestUnclear(fields.marks ?? ''))
      return { kind, mark }
    }
    case 'race':
      return { kind, marks: [...readMarks(fields.marks ?? '', { percent })] }
    case 'elimination':
      return { kind, rounds: readRounds(fields.rounds, period) }
    case 'bingo':
      return { kind, days: 0, usual: {} }
    case 'teams':
      return { kind, sides: [...(sides?.names ?? [])], drawn: sides?.sideOf === null }
  }
}

const MOST_ROUNDS = 12

/** One a week unless told; at least two, and none shorter than a day. */
function readRounds(text: string | undefined, period: Period): number {
  const days = lengthOf(period)
  const said = (text ?? '').normalize('NFKC').trim()
  const rounds = said === '' ? Math.min(MOST_ROUNDS, Math.max(2, Math.round(days / 7))) : Number(said)
  if (Number.isInteger(rounds) && rounds >= 2 && rounds <= Math.min(MOST_ROUNDS, days)) return rounds
  throw new UserError('contest-rounds', badRounds(Math.min(MOST_ROUNDS, days)))
}

function readHandicap(text: string | undefined, { members }: Around): Pick<Draft, 'handicap' | 'divisors'> {
  const said = fold(text ?? '')
  if (['', 'none', 'no', 'off', '无', '不要', '关'].includes(said)) return { handicap: 'none', divisors: null }
  if (['history', 'own', 'self', '历史', '自己', '自己的历史'].includes(said))
    return { handicap: 'history', divisors: null }
  return { handicap: 'given', divisors: readDivisors(text ?? '', members) }
}

function shortEnough(text: string, most: number): string {
  if ([...text].length > most) throw new UserError('contest-text-too-long', cutShort(text, most))
  return text.trim()
}
