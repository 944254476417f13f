import { addDays, type LocalDate } from '../../calendar/dates.ts'
import { lengthOf } from '../../calendar/periods.ts'
import { workdaysBetween } from '../../calendar/workdays.ts'
import { atLeast, type TeamContext } from '../../context.ts'
import { everyMetricOf } from '../metrics/catalogue.ts'
import { sumsOf } from '../metrics/entries.ts'
import { quantised } from '../metrics/entry-changes.ts'
import { findKey } from '../metrics/metric.ts'
import { membersOf } from '../team/members.ts'
import type { Contest, Rule } from './contest.ts'
import { drawSides } from './draw.ts'
import { averageOf } from './own-measures.ts'
import { post } from './post.ts'
import { countedMetrics, readPlay } from './read-play.ts'
import { standingOf } from './standing-of.ts'
import { entrantRows, saveEntrants, saveRule, saveState } from './store.ts'
import { startContent } from './words/news.ts'

/** When something happens: the nominal moment, and its date in the team. */
export interface Moment {
  readonly at: Date
  readonly date: LocalDate
}

const SHORTEST_WITH_MIDDLE = 4

/** The middle of it has come; a contest of a few days has none. */
export function isHalfway({ period }: Pick<Contest, 'period'>, date: LocalDate): boolean {
  const days = lengthOf(period)
  return days >= SHORTEST_WITH_MIDDLE && date >= addDays(period.from, Math.floor(days / 2))
}

/** From now on it is known who takes part, on which side and with which card, and the group is told. */
export async function beginContest(ctx: TeamContext, contest: Contest, { at, date }: Moment): Promise<Contest> {
  const { tx, team } = ctx
  await saveEntrants(tx, contest.id, await fieldOf(ctx, contest, date))
  const rule = await ruleOf(ctx, contest, date)
  await saveRule(tx, contest.id, rule)
  await saveState(tx, contest.id, 'running')
  const begun: Contest = { ...contest, rule, state: 'running' }
  const standing = standingOf(team, begun, await readPlay(tx, team, begun, { date, asOf: at }))
  post(ctx, begun, { what: 'start', content: startContent(standing, date, team.lang), date })
  return begun
}

/** Everybody below manager, or whom a manager put on a side; measured by their own measure, else by the average of the others'. */
async function fieldOf({ tx, team }: TeamContext, { id, rule, seed, handicap }: Contest, date: LocalDate) {
  const given = new Map((await entrantRows(tx, id)).map(row => [row.memberId, row]))
  const byHand = rule.kind === 'teams' && !rule.drawn
  const members = (await membersOf(tx, team, date)).filter(({ memberId, role }) =>
    byHand ? (given.get(memberId)?.side ?? null) !== null : !atLeast(role, 'manager'),
  )
  const ids = members.map(({ memberId }) => memberId)
  const drawn = rule.kind === 'teams' && rule.drawn ? drawSides(ids, rule.sides.length, seed) : null
  const measures = [...given.values()].flatMap(({ divisor }) => divisor ?? [])
  const usual = handicap === 'none' ? null : averageOf(measures)
  return ids.map(memberId => {
    const own = given.get(memberId)
    return { memberId, side: drawn?.get(memberId) ?? own?.side ?? null, divisor: own?.divisor ?? usual }
  })
}

const USUAL_DAYS = 28

/** For cards, what a workday of a member usually has of each metric: the team's average over the four weeks before. */
async function ruleOf({ tx, team }: TeamContext, { rule, metricKey, period }: Contest, date: LocalDate): Promise<Rule> {
  if (rule.kind !== 'bingo') return rule
  const all = await everyMetricOf(tx, team.id)
  const metrics = countedMetrics(metricKey === null ? null : findKey(all, metricKey), all)
  const [from, to] = [addDays(date, -USUAL_DAYS), addDays(date, -1)]
  const sums = await sumsOf(tx, { metricIds: metrics.map(({ id }) => id), from, to })
  const workdays = Math.max(1, workdaysBetween(team.calendar, from, to, 'usual-week').length)
  const usual = metrics.flatMap(({ id, key }): [string, number][] => {
    const own = sums.filter(({ metricId }) => metricId === id)
    const value = own.reduce((sum, one) => sum + one.value, 0) / Math.max(1, own.length) / workdays
    return value > 0 ? [[key, quantised(value)]] : []
  })
  const known = usual.length > 0 ? usual : metrics.map(({ key }): [string, number] => [key, 1])
  const days = workdaysBetween(team.calendar, period.from, period.to, 'usual-week').length
  return { kind: 'bingo', days: Math.max(1, days), usual: Object.fromEntries(known) }
}
