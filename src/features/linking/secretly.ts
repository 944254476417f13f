import type { Content } from '../../content/content.ts'
import type { PersonContext } from '../../context.ts'
import { endOfCode, type Purpose } from './code.ts'
import { sentPrivatelyWords } from './words/link.ts'

/**
 * Says a code where nobody else reads it: in a group a private answer may have to be said openly, so there it goes to the
 * direct chat, and the group hears no more than that.
 */
export function saySecretly(ctx: PersonContext, purpose: Purpose, content: Content): void {
  const facts = { lane: 'reply', purpose: `linking.${purpose}-code` } as const
  ctx.say({ to: { person: ctx.actor.personId }, content, ...facts, expiresAt: endOfCode(ctx.now) })
  if (ctx.place.kind === 'direct') return
  ctx.say({ to: { reply: 'private' }, content: sentPrivatelyWords(ctx.lang, purpose), ...facts })
}
