import type { Content } from '../../content/content.ts'
import type { Context } from '../../context.ts'

/** Answers the one who spoke, for their eyes only where that can be. */
export function reply(ctx: Context, purpose: `rules.${string}`, content: Content): void {
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose })
}
