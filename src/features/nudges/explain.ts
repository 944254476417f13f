import { addDays, DAY_MS } from '../../calendar/dates.ts'
import { toInstant, toLocal } from '../../calendar/zone.ts'
import type { Content } from '../../content/content.ts'
import type { MemberContext } from '../../context.ts'
import { memberById } from '../team/members.ts'
import { decide } from './budget.ts'
import { heldWords } from './held-words.ts'
import { situationOf } from './nudge.ts'
import { nudgeSettings } from './nudge-settings.ts'
import { nudgesOn } from './store.ts'
import { lastDigest, lastUnaskedTo } from './why-store.ts'
import { nothingToSay, whyDigestWords, whyWords } from './why-words.ts'

/** How far back `/why` looks for the last message. */
const REMEMBERED_DAYS = 7

/** Answers `/why`: why the last unasked message came, what was held today and why, or why there was nothing at all. */
export async function explainToMember(ctx: MemberContext): Promise<void> {
  const { tx, now, team, lang } = ctx
  const { zone } = team
  const { personId } = ctx.actor
  const { date } = toLocal(now, zone)
  const last = await lastUnaskedTo(tx, personId, new Date(now.getTime() - REMEMBERED_DAYS * DAY_MS))
  const held = (await nudgesOn(tx, personId, date)).filter(({ sent }) => !sent)
  const spokenToday =
    last !== null &&
    last.sentAt >= toInstant(date, '00:00', zone) &&
    last.sentAt < toInstant(addDays(date, 1), '00:00', zone)
  const silence = spokenToday || held.length > 0 ? null : await whySilent(ctx)
  answer(ctx, whyWords(lang, { last, held, silence, zone }))
}

/** Answers `/why digest`: why the group got its last digest or board. In a direct chat that of the team. */
export async function explainDigest(ctx: MemberContext): Promise<void> {
  const { tx, team, place, lang } = ctx
  const last = await lastDigest(tx, team.id, place.kind === 'group' ? place.channelId : null)
  answer(ctx, whyDigestWords(lang, last, team.zone))
}

/** Nobody had anything to say to them today; the calendar or their own wish may be why. */
async function whySilent({ tx, now, team, actor }: MemberContext) {
  const member = await memberById(tx, actor.memberId)
  const decision = member && decide(await situationOf({ tx, team }, member, '*', now))
  return decision && !decision.say
    ? heldWords(decision.held, team.zone)
    : nothingToSay(nudgeSettings(team).beforeMinutes)
}

function answer(ctx: MemberContext, content: Content): void {
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'nudges.why' })
}
