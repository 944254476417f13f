import { UserError } from '../../base/errors.ts'
import { newId } from '../../base/ids.ts'
import { addDays } from '../../calendar/dates.ts'
import { periodOf } from '../../calendar/periods.ts'
import { toLocal } from '../../calendar/zone.ts'
import { image } from '../../content/build.ts'
import type { Block } from '../../content/content.ts'
import type { MemberContext } from '../../context.ts'
import { keepDrawing } from '../../store/pictures.ts'
import { theMember } from '../team/member-errors.ts'
import type { TeamMember } from '../team/members.ts'
import { hasOpenGroup } from '../team/open-groups.ts'
import { lockMember } from '../team/store.ts'
import { cardDrawing } from './card-drawing.ts'
import { type Card, cardContent, cardPictureWords, whyCard } from './card-words.ts'
import { ownSpelling, refuse, type Thanks } from './kudos.ts'
import { kudosSettings } from './kudos-settings.ts'
import type { KudosRequest } from './read-kudos.ts'
import { howToPraise, nobodyHears, refusalWords } from './refusal-words.ts'
import { insertBatch, readLedger } from './store.ts'
import { givenContent } from './words.ts'

/** A card that is not heard within so many hours is no news any more. */
const WORTH_HOURS = 24

/** Thanks members in the team's groups, wherever it was typed, within what everybody may give and receive. */
export async function give(
  ctx: MemberContext,
  { to, reason, tags }: Extract<KudosRequest, { kind: 'give' }>,
  members: readonly TeamMember[],
): Promise<void> {
  const { tx, team, actor, now, lang } = ctx
  const receivers = receiversOf(to)
  const limits = kudosSettings(team)
  const thanks: Thanks = {
    giverId: actor.memberId,
    receiverIds: receivers.map(({ memberId }) => memberId),
    reason,
    tags: [...new Set(tags.map(tag => ownSpelling(tag, limits.values) ?? tag))],
  }
  // In one order for everybody, so that nobody waits in a circle.
  for (const id of [thanks.giverId, ...thanks.receiverIds].toSorted()) await lockMember(tx, id)
  const day = toLocal(now, team.zone).date
  const week = periodOf('week', day)
  const ledger = await readLedger(tx, thanks, { day, week })
  const refusal = refuse(thanks, ledger, limits)
  if (refusal) {
    const again = { day: addDays(day, 1), week: addDays(week.to, 1) }
    throw new UserError(`kudos.${refusal.kind}`, refusalWords(refusal, { limits, members, again }))
  }
  if (!(await hasOpenGroup(tx, team.id))) throw new UserError('kudos.nobody-hears', nobodyHears)
  const batchId = newId(now)
  await insertBatch(tx, { ...thanks, batchId, teamId: team.id, date: day, givenAt: now })
  const key = cardKey(batchId)
  const card: Card = { giver: actor.name, receivers, reason, tags: thanks.tags }
  ctx.say({
    to: { team: team.id },
    content: cardContent(card, limits.pictures ? await pictureOf(ctx, card) : null, team.lang),
    lane: 'urgent',
    purpose: 'kudos.card',
    key,
    revises: { key, short: null },
    expiresAt: new Date(now.getTime() + WORTH_HOURS * 3_600_000),
    reason: { words: whyCard(actor.name) },
  })
  const { giverId, receiverIds } = thanks
  ctx.emit({
    name: 'kudos.given',
    teamId: team.id,
    payload: { batchId, giverId, receiverIds, tags: thanks.tags, date: day },
  })
  const left = limits.givePerDay - ledger.givenToday - receivers.length
  const content = givenContent({ batchId, receivers, left, undoMinutes: limits.undoMinutes }, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'kudos.given' })
}

/** Whoever is named twice is thanked once. */
function receiversOf(to: Extract<KudosRequest, { kind: 'give' }>['to']): readonly TeamMember[] {
  const [first] = to
  if (first?.isMention === false && first.found.kind === 'none' && !first.found.nearest) {
    throw new UserError('kudos.to-whom', howToPraise)
  }
  const all = to.map(({ found, name }) => theMember(found, name))
  return [...new Map(all.map(member => [member.memberId, member])).values()]
}

async function pictureOf({ tx, team, now }: MemberContext, card: Card): Promise<Block> {
  return image(await keepDrawing(tx, cardDrawing(card, team.lang), now), cardPictureWords(card, team.lang))
}

export function cardKey(batchId: string): string {
  return `kudos.card:${batchId}`
}
