import { UserError } from '../../base/errors.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { cardOf, linesOf, metGoals } from './bingo.ts'
import { contestNamed, contestsOf } from './find-contest.ts'
import { readPlay } from './read-play.ts'
import { noCard } from './refusals.ts'
import { cardContent } from './words/card.ts'

/** Answers `/contest card` with one's own card, in private. */
export async function showCard(ctx: MemberContext, name: string): Promise<void> {
  const { tx, team, actor, now, lang } = ctx
  const open = (await contestsOf(ctx, { closed: true })).filter(
    ({ rule, state }) => rule.kind === 'bingo' && state !== 'planned',
  )
  if (open.length === 0) throw new UserError('contest-no-card', noCard)
  const contest = contestNamed(open, name)
  const play = await readPlay(tx, team, contest, { date: toLocal(now, team.zone).date, asOf: null })
  const { rule } = contest
  if (rule.kind !== 'bingo' || !play.entrants.some(({ memberId }) => memberId === actor.memberId))
    throw new UserError('contest-no-card', noCard)
  const goals = cardOf({ ...rule, seed: contest.seed }, actor.memberId)
  const keys = new Map(play.all.map(({ id, key }) => [id, key]))
  const own = play.days.filter(({ memberId }) => memberId === actor.memberId)
  const met = metGoals(goals, own, id => keys.get(id))
  const content = cardContent(contest, { goals, met, lines: linesOf(met) }, play.all, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'contests.card' })
}
