import { earlier } from '../../calendar/dates.ts'
import type { TeamContext } from '../../context.ts'
import type { Moment } from './begin-contest.ts'
import type { Contest, Entrant } from './contest.ts'
import { pictureOf } from './picture.ts'
import { post } from './post.ts'
import { readPlay } from './read-play.ts'
import { type Place, placesOf, winnersOf } from './standing.ts'
import { standingOf } from './standing-of.ts'
import { insertResult, saveState } from './store.ts'
import { endContent } from './words/news.ts'

/** Keeps the result as it stands at that moment, tells the group, and says who won to whoever gives something for it. */
export async function closeContest(ctx: TeamContext, contest: Contest, { at, date }: Moment): Promise<void> {
  const { tx, team } = ctx
  const { rule, period } = contest
  const last = earlier(period.to, date)
  const play = await readPlay(tx, team, contest, { date: last, asOf: at, round: roundsIn(contest) })
  const places = placesOf(play)
  await insertResult(tx, contest.id, { round: 0, asOf: at, date: last, places })
  await saveState(tx, contest.id, 'closed')
  const won = winnersOf(rule, places)
  const winners = entrantsAmong(won, play.entrants)
  const memberIds = winners.map(({ memberId }) => memberId)
  if (winners.length > 0)
    ctx.emit({
      name: 'contest.won',
      teamId: team.id,
      payload: { contestId: contest.id, name: contest.name, memberIds },
    })
  const closed: Contest = { ...contest, state: 'closed' }
  const standing = standingOf(team, closed, play, places)
  const sides = rule.kind === 'teams' ? won.map(({ name }) => name) : []
  const picture = await pictureOf(ctx, standing)
  const content = endContent(standing, { asOf: at, zone: team.zone, winners, sides, picture }, team.lang)
  post(ctx, closed, { what: 'end', content, date })
}

export function roundsIn({ rule }: Pick<Contest, 'rule'>): number {
  return rule.kind === 'elimination' ? rule.rounds : 0
}

/** The people behind the places: of a side, all its members. */
function entrantsAmong(places: readonly Place[], entrants: readonly Entrant[]): readonly Entrant[] {
  const ids = new Set(places.map(({ memberId }) => memberId))
  return entrants.filter(({ memberId, side }) => ids.has(memberId) || ids.has(`side:${side}`))
}
