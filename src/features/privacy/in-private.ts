import { content, text } from '../../content/build.ts'
import type { Content } from '../../content/content.ts'
import type { MemberContext } from '../../context.ts'

/**
 * Answers where nobody else reads along: in a group a private answer may have to be said openly, so there it goes to the
 * direct chat; and where they can be told so apart from the others, they hear that in the group.
 */
export function answerInPrivate(ctx: MemberContext, purpose: string, said: Content): void {
  const facts = { lane: 'reply', purpose } as const
  ctx.say({ to: { person: ctx.actor.personId }, content: said, ...facts })
  if (ctx.place.kind === 'direct' || ctx.place.whispers === false) return
  const elsewhere = { zh: '这件事只在私聊里说，已发给你。', en: 'This is between us: I answered in our direct chat.' }
  ctx.say({
    to: { reply: 'private' },
    content: content(ctx.lang, text(elsewhere[ctx.lang])),
    ...facts,
    forAnybody: true,
  })
}
