import type { MemberContext } from '../../context.ts'
import type { Command } from '../feature.ts'
import { theSelf } from '../team/the-self.ts'
import { readWelcome } from './read-welcome.ts'
import { firstWeekContent } from './words.ts'

/** Answers `/help first week`. */
export async function showFirstWeek(ctx: MemberContext, catalogue: readonly Command[]): Promise<void> {
  const content = firstWeekContent(await readWelcome(ctx, await theSelf(ctx), catalogue, ctx.lang), ctx.lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'welcome.shown' })
}
