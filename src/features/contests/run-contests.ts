import { earlier } from '../../calendar/dates.ts'
import { nextWorkday } from '../../calendar/workdays.ts'
import type { TeamContext } from '../../context.ts'
import type { SlotRun } from '../feature.ts'
import { unlessUnrated } from '../metrics/money/unless-unrated.ts'
import { beginContest, isHalfway, type Moment } from './begin-contest.ts'
import { closeContest } from './close-contest.ts'
import type { Contest } from './contest.ts'
import { roundsOf } from './elimination.ts'
import { endRound } from './end-round.ts'
import { pictureOf } from './picture.ts'
import { post } from './post.ts'
import { readPlay, refuseUnratedPlay } from './read-play.ts'
import { placesOf, winnersOf } from './standing.ts'
import { standingOf } from './standing-of.ts'
import { lockContests, openContests, resultsOf, saveHalfway } from './store.ts'
import { halfwayContent, notGoneOn, whyNews } from './words/news.ts'

/** Takes every contest of the team as far as the slot's day allows. Whatever a missed day left undone is done now. */
export async function runContests(ctx: TeamContext, { at, date }: SlotRun): Promise<void> {
  await lockContests(ctx.tx, ctx.team.id)
  for (const contest of await openContests(ctx.tx, ctx.team.id)) await advance(ctx, contest, { at, date })
}

async function advance(ctx: TeamContext, contest: Contest, moment: Moment): Promise<void> {
  if (contest.state === 'planned') {
    if (!isDue(ctx, contest, moment)) return
    const begun = await beginContest(ctx, contest, moment)
    // Nobody could hear of it while it lasted: then only how it ended is news.
    if (begun.period.to >= moment.date) return
    contest = begun
  }
  if (!(await isRated(ctx, contest, moment))) return
  await endRounds(ctx, contest, moment)
  if (await isDecided(ctx, contest, moment)) return closeContest(ctx, contest, moment)
  if (contest.halfwayAt === null && isHalfway(contest, moment.date)) await postHalfway(ctx, contest, moment)
}

/** Nothing is decided while a rate is missing; the managers are told, and the next run goes on. */
async function isRated(ctx: TeamContext, contest: Contest, { at, date }: Moment): Promise<boolean> {
  const unsaid = {
    ...{ what: notGoneOn(contest), purpose: 'contests.unrated', reason: whyNews },
    key: `contests.unrated:${contest.id}:${date}`,
  }
  const wanted = { date: earlier(contest.period.to, date), asOf: at }
  const rated = await unlessUnrated(ctx, unsaid, async () => {
    await refuseUnratedPlay(ctx.tx, ctx.team, contest, wanted)
    return true
  })
  return rated !== null
}

/** On its first day; on the workday before where that is a day off, so that all know when it begins. */
function isDue({ team }: TeamContext, { period }: Contest, { date }: Moment): boolean {
  const next = nextWorkday(team.calendar, date, 'usual-week')
  return date >= period.from || (next !== null && next > period.from)
}

/** The rounds of an elimination that are over, but for the last one, which the result tells. */
async function endRounds(ctx: TeamContext, contest: Contest, moment: Moment): Promise<void> {
  if (contest.rule.kind !== 'elimination') return
  const ended = new Set((await resultsOf(ctx.tx, contest.id)).map(({ round }) => round))
  const rounds = roundsOf(contest.period, contest.rule.rounds).slice(0, -1)
  for (const [at, { to }] of rounds.entries())
    if (to < moment.date && !ended.has(at + 1)) await endRound(ctx, contest, at + 1, moment)
}

/** Over, or the mark was reached on a day that is over: others who reached it that day share the win. */
async function isDecided({ tx, team }: TeamContext, contest: Contest, { at, date }: Moment): Promise<boolean> {
  if (contest.period.to < date) return true
  if (contest.rule.kind !== 'first') return false
  const winners = winnersOf(contest.rule, placesOf(await readPlay(tx, team, contest, { date, asOf: at })))
  return winners.some(({ on }) => on !== null && on < date)
}

async function postHalfway(ctx: TeamContext, contest: Contest, { at, date }: Moment): Promise<void> {
  const { tx, team } = ctx
  await saveHalfway(tx, contest.id, at)
  const standing = standingOf(team, contest, await readPlay(tx, team, contest, { date, asOf: at }))
  const picture = await pictureOf(ctx, standing)
  post(ctx, contest, { what: 'halfway', content: halfwayContent(standing, { today: date, picture }, team.lang), date })
}
