import type { Block } from '../../content/content.ts'
import { isMember, type PersonContext } from '../../context.ts'
import { theSelf } from '../team/the-self.ts'
import { myDay } from './show-my-day.ts'
import { homelessBlocks } from './words/homeless.ts'

/** A member's own day; for somebody who is in no team, how to come to one. */
export async function overviewHome(ctx: PersonContext): Promise<readonly Block[]> {
  if (!isMember(ctx)) return homelessBlocks(ctx.lang)
  return (await myDay(ctx, await theSelf(ctx))).blocks
}
