import { atLeast, type MemberContext } from '../../context.ts'
import { answerInPrivate } from '../privacy/in-private.ts'
import { memberNames } from '../team/members.ts'
import { mayChange, maySee } from './case.ts'
import { searchCards } from './find-cards.ts'
import { type Called, theCase, todayOf, viewerOf } from './scene.ts'
import { shownCase, shownCases } from './shown.ts'
import { latestCards, openIn, openOf, stepsOf } from './store.ts'
import { cardContent } from './words/card.ts'
import { foundContent, listContent } from './words/list.ts'

const MOST_LISTED = 15
const MOST_FOUND = 5
const MOST_STEPS = 10
/** So many are read of a team, however many of them a lead may see. */
const MOST_READ = 60

/** Answers `/case`: one's own that are open, and for leads and above the team's. */
export async function listCases(ctx: MemberContext): Promise<void> {
  const { tx, team, actor, lang } = ctx
  const own = await openOf(tx, actor.memberId, MOST_LISTED)
  const ofTeam = atLeast(actor.role, 'lead') ? await openIn(tx, team.id, MOST_READ) : []
  const others = ofTeam.filter(it => it.ownerId !== actor.memberId && maySee(it, viewerOf(ctx))).slice(0, MOST_LISTED)
  const [mine, theirs] = [await shownCases(tx, own, todayOf(ctx)), await shownCases(tx, others, todayOf(ctx))]
  answerInPrivate(ctx, 'cases.list', listContent({ mine, theirs, isLead: atLeast(actor.role, 'lead') }, lang))
}

/** Answers `/case 12`: what it is, what became of it, and the ways to go on. */
export async function showCase(ctx: MemberContext, called: Called): Promise<void> {
  const { tx, lang } = ctx
  const it = await theCase(ctx, called)
  const steps = await stepsOf(tx, it.id, MOST_STEPS)
  const names = await memberNames(
    tx,
    steps.flatMap(({ by, ownerId }) => [by, ownerId ?? by]),
  )
  const shown = await shownCase(tx, it, todayOf(ctx))
  const ways = mayChange(it, viewerOf(ctx))
  answerInPrivate(ctx, 'cases.card', cardContent({ shown, steps, names, ways, zone: ctx.team.zone }, lang))
}

/** Answers `/case search delayed`; without words, the latest cards. */
export async function search(ctx: MemberContext, words: string): Promise<void> {
  const { tx, team, lang } = ctx
  const viewer = viewerOf(ctx)
  const found = /[\p{L}\p{N}]/u.test(words)
    ? await searchCards(tx, { teamId: team.id, words, viewer, most: MOST_FOUND })
    : (await latestCards(tx, team.id, MOST_LISTED)).filter(card => maySee(card, viewer)).slice(0, MOST_FOUND)
  answerInPrivate(ctx, 'cases.found', foundContent(await shownCases(tx, found, todayOf(ctx)), words.trim(), lang))
}
