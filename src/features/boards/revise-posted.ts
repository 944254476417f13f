import { compare, DAY_MS, type LocalDate } from '../../calendar/dates.ts'
import type { TeamContext } from '../../context.ts'
import { events } from '../events.ts'
import { everyMetricOf, type Metric, shownMetricsOf } from '../metrics/catalogue.ts'
import { sourcesOf } from '../metrics/figures.ts'
import { unlessUnrated } from '../metrics/money/unless-unrated.ts'
import type { Board } from './board.ts'
import { pictureOf } from './board-picture.ts'
import { type Post, postsWithin } from './post-store.ts'
import { notRevised, whyCorrected } from './post-words.ts'
import { readBoard } from './read-board.ts'
import { readScorecard, weightsOf } from './read-scorecard.ts'
import { boardContent, correctedNote } from './words.ts'

/** What was posted longer ago than this is no news any more: a correction leaves it as it was. `/board` shows how it stands. */
const NEWS_MS = 31 * DAY_MS

/**
 * Says every board anew, once, that was posted in the last 31 days and whose public part a correction has changed: as it stands
 * with the correction, in place where that can be. Where it cannot, one that came on schedule is posted again, of several of
 * one kind the latest alone, since an import may correct weeks at one moment; one that was only asked for is left. What was
 * reported between the posting and the correction counts in it, too.
 */
export async function revisePosted(ctx: TeamContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const { tx, team } = ctx
  const { memberId, metricId, date, at, others = [] } = events['entries.corrected'].parse(payload)
  const all = await everyMetricOf(tx, team.id)
  const metrics = await shownMetricsOf(tx, team.id)
  const weights = weightsOf(team, metrics)
  const changed: Changed[] = []
  const since = new Date(Date.parse(at) - NEWS_MS)
  const scored = weights.map(one => one.metric)
  for (const { post, metric, corrected } of await touched(
    ctx,
    { all, scored },
    [{ metricId, date }, ...others],
    since,
  )) {
    const { period, basis, newcomers } = post
    const asOf = (until: Date) => {
      const wanted = { period, until, sums: 'then', newcomers } as const
      return metric
        ? readBoard(tx, team, { ...wanted, metric, basis })
        : readScorecard(tx, team, { ...wanted, weights, metrics })
    }
    const key = `${post.key}:${memberId}:${metricId}:${date}:${at}`
    const unsaid = { what: notRevised, purpose: 'boards.not-revised', key: `${key}:unrated`, reason: whyCorrected }
    const boards = await unlessUnrated(ctx, unsaid, async () => {
      const after = await asOf(new Date(at))
      return { after, before: await asOf(new Date(Date.parse(at) - 1)) }
    })
    if (boards === null || shows(boards.after) === shows(boards.before)) continue
    changed.push({ post, after: boards.after, corrected, key })
  }
  const scheduled = changed.filter(({ post }) => post.channelId === null)
  const latest = new Map(scheduled.toSorted(byPeriod).map(one => [kindOf(one.post), one]))
  for (const one of changed) {
    const { post, after, corrected, key } = one
    const { zone, lang } = team
    const picture = await pictureOf(ctx, after, lang)
    const content = boardContent(after, { picture, note: correctedNote(after, corrected, zone, lang) }, zone, lang)
    const short = latest.get(kindOf(post)) === one ? content : null
    ctx.say({
      to: post.channelId === null ? { team: team.id } : { channel: post.channelId },
      ...{ content, lane: 'digest', purpose: 'boards.corrected', key },
      revises: { key: post.key, short },
      reason: { words: whyCorrected },
    })
  }
}

interface Touched {
  readonly post: Post
  /** Null for the team's scorecard. */
  readonly metric: Metric | null
  /** What was corrected of that on which it stands. */
  readonly corrected: readonly { readonly metric: Metric; readonly date: LocalDate }[]
}

interface Changed extends Pick<Touched, 'post' | 'corrected'> {
  readonly after: Board
  /** Under which it is said. */
  readonly key: string
}

/** The posted boards in which any of those figures count. */
async function touched(
  { tx, team }: TeamContext,
  { all, scored }: { readonly all: readonly Metric[]; readonly scored: readonly Metric[] },
  days: readonly { readonly metricId: string; readonly date: LocalDate }[],
  since: Date,
): Promise<readonly Touched[]> {
  const dates = days.map(({ date }) => date).toSorted()
  const span = { from: dates.at(0) ?? '', to: dates.at(-1) ?? '' }
  return (await postsWithin(tx, team.id, span, since)).flatMap(post => {
    const metric = all.find(({ id }) => id === post.metricId) ?? null
    const ranked = post.metricId === null ? scored : metric ? [metric] : []
    const sources = new Map(ranked.flatMap(one => sourcesOf(one, all)).map(source => [source.id, source]))
    const corrected = days.flatMap(({ metricId, date }) => {
      const source = date >= post.period.from && date <= post.period.to ? sources.get(metricId) : undefined
      return source ? [{ metric: source, date }] : []
    })
    return corrected.length === 0 ? [] : [{ post, metric, corrected }]
  })
}

/** Boards that differ in nothing but the time that they are of. */
function kindOf({ metricId, basis, period }: Post): string {
  return `${metricId}:${basis}:${period.kind}`
}

function byPeriod({ post: one }: Changed, { post: other }: Changed): number {
  return compare(one.period.to, other.period.to) || compare(one.key, other.key)
}

/** All that the group sees of its figures. */
function shows({ top }: Board): string {
  return JSON.stringify(top.map(({ memberId, rank, value }) => [memberId, rank, value]))
}
