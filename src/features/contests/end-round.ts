import { addDays } from '../../calendar/dates.ts'
import { toInstant } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import { membersOf } from '../team/members.ts'
import type { Moment } from './begin-contest.ts'
import type { Contest } from './contest.ts'
import { leaverOf } from './elimination.ts'
import { post } from './post.ts'
import { readPlay } from './read-play.ts'
import { placesOf } from './standing.ts'
import { insertResult, saveLeft } from './store.ts'
import { leftContent, roundContent, whyLeft } from './words/news.ts'

/** Settles a round by what was recorded until now: the group hears who goes on, and who does not hears it alone. */
export async function endRound(ctx: TeamContext, contest: Contest, round: number, { at, date }: Moment): Promise<void> {
  const { tx, team } = ctx
  const play = await readPlay(tx, team, contest, { date, asOf: at, round })
  const places = placesOf(play)
  await insertResult(tx, contest.id, { round, asOf: at, date, places })
  const standing = places.filter(({ counts }) => counts)
  const leaver = leaverOf(new Map(standing.map(({ memberId, value }) => [memberId, value])))
  if (leaver !== null) await saveLeft(tx, contest.id, leaver, round)
  const goOn = play.entrants.filter(({ memberId, leftRound }) => leftRound === null && memberId !== leaver)
  const shown = { contest, metric: play.metric, least: false }
  post(ctx, contest, { what: `round-${round}`, content: roundContent(shown, round, goOn, team.lang), date })
  const member = (await membersOf(tx, team, date)).find(({ memberId }) => memberId === leaver)
  if (member === undefined) return
  ctx.say({
    to: { person: member.personId },
    content: leftContent(shown, round, member.lang),
    lane: 'digest',
    purpose: 'contests.left',
    key: `contests.left:${contest.id}:${round}`,
    expiresAt: toInstant(addDays(date, 2), '00:00', team.zone),
    reason: { words: whyLeft, facts: { contest: contest.name } },
  })
}
