import type { Words } from '../../base/words.ts'
import type { Content } from '../../content/content.ts'
import type { MemberContext } from '../../context.ts'
import { answerInPrivate } from '../privacy/in-private.ts'
import { noteRead } from '../privacy/note-read.ts'
import type { TeamMember } from '../team/members.ts'
import type { Review } from './review.ts'

/** Answers whoever acts, where nobody else reads along. */
export function answer(ctx: MemberContext, what: string, said: Content): void {
  answerInPrivate(ctx, `reviews.${what}`, said)
}

/** Tells the other one of the two what was just done. */
export function tellOther(
  ctx: MemberContext,
  { review, other, what, said, why }: { review: Review; other: TeamMember; what: string; said: Content; why: Words },
): void {
  ctx.say({
    to: { person: other.personId },
    content: said,
    lane: 'reply',
    purpose: `reviews.${what}`,
    // Both may sign at the same moment: each hears of the other.
    key: `reviews.${what}:${review.id}:${other.memberId}:${ctx.now.toISOString()}`,
    reason: { words: why },
  })
}

/** Whoever sees something of a member that is not theirs leaves a trace. */
export async function noteSeen(
  ctx: MemberContext,
  { about, by = ctx.actor.personId, what, words }: { about: string; by?: string; what: string; words: Words },
): Promise<void> {
  await noteRead(ctx, { by, about, what: `reviews.${what}`, words })
}
