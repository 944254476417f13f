import { atLeast, type MemberContext } from '../../context.ts'
import { roundsIn } from './close-contest.ts'
import type { Contest, Entrant } from './contest.ts'
import { contestNamed, contestsOf } from './find-contest.ts'
import { directionOf, readPlay } from './read-play.ts'
import { type Place, type Play, placesOf } from './standing.ts'
import { publicPlaces } from './standing-of.ts'
import { type Result, resultsOf } from './store.ts'
import { type Proof, proofContent, type Recounted } from './words/proof.ts'
import { amountWords } from './words/rule.ts'

/**
 * Answers `/contest proof`: the rule, the chance in it, and the figures of each result, counted again from the entries as
 * they were. Everybody sees what all may see and their own; managers see all.
 */
export async function showProof(ctx: MemberContext, name: string): Promise<void> {
  const { tx, team, lang } = ctx
  const contest = contestNamed(await contestsOf(ctx, { closed: true }), name)
  const results = await resultsOf(tx, contest.id)
  const today = results.at(-1)?.date ?? contest.period.from
  const play = await readPlay(tx, team, contest, { date: today, asOf: ctx.now })
  const recounted: Recounted[] = []
  for (const result of results) recounted.push(await recount(ctx, contest, result))
  const proof: Proof = {
    ...{ contest, metric: play.metric, least: directionOf(play.metric) === 'least', entrants: play.entrants },
    results: recounted,
    measures: measuresFor(ctx, play),
  }
  ctx.say({
    to: { reply: 'private' },
    content: proofContent(proof, team.zone, lang),
    lane: 'reply',
    purpose: 'contests.proof',
  })
}

async function recount(ctx: MemberContext, contest: Contest, result: Result): Promise<Recounted> {
  const { round, asOf, date, places } = result
  const played = round === 0 ? roundsIn(contest) : round
  const play = await readPlay(ctx.tx, ctx.team, contest, { date, asOf, round: played })
  const again = placesOf({ ...play, entrants: play.entrants.map(one => asBefore(one, played)) })
  const seen = new Set(publicPlaces(ctx.team, contest, places).map(({ memberId }) => memberId))
  const may = (place: Place) => managesOrIs(ctx, place.memberId) || seen.has(place.memberId)
  return { round, asOf, places: places.filter(may), same: isSame(places, again) }
}

/** Whoever left after this round or later still took part in it. */
function asBefore(entrant: Entrant, round: number): Entrant {
  return entrant.leftRound !== null && entrant.leftRound >= round ? { ...entrant, leftRound: null } : entrant
}

function isSame(kept: readonly Place[], again: readonly Place[]): boolean {
  const facts = (places: readonly Place[]) => places.map(({ memberId, rank, score, on }) => [memberId, rank, score, on])
  return JSON.stringify(facts(kept)) === JSON.stringify(facts(again))
}

function measuresFor(ctx: MemberContext, { contest: _, metric, entrants }: Play): Proof['measures'] {
  return entrants.flatMap(({ memberId, name, divisor }) =>
    divisor !== null && managesOrIs(ctx, memberId)
      ? [{ name, divisor: amountWords({ handicap: 'none' }, metric, divisor, ctx.lang) }]
      : [],
  )
}

function managesOrIs({ actor }: MemberContext, memberId: string): boolean {
  return actor.memberId === memberId || atLeast(actor.role, 'manager')
}
