import type { MemberContext } from '../../context.ts'
import type { TeamMember } from '../team/members.ts'
import { askedContent, type Shown, whyAsked } from './words/question.ts'

/** Asks each manager in private. Once it is answered, the same messages tell by whom and how. */
export function askManagers(ctx: MemberContext, managers: readonly TeamMember[], shown: Shown): void {
  const { id, state } = shown.dispute
  for (const { memberId, personId, lang } of managers) {
    const key = `disputes.asked:${id}:${memberId}`
    ctx.say({
      to: { person: personId },
      content: askedContent(shown, lang),
      lane: 'nudge',
      purpose: 'disputes.asked',
      key: state === 'open' ? key : `${key}:${state}`,
      revises: { key, short: null },
      reason: { words: whyAsked },
    })
  }
}
