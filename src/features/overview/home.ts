import type { Block } from '../../content/content.ts'
import type { PersonContext } from '../../context.ts'
import { theSelf } from '../team/the-self.ts'
import { myDay } from './show-my-day.ts'
import { homelessBlocks } from './words/homeless.ts'

/** A member's own day; for somebody who is in no team, how to come to one. */
export async function overviewHome(ctx: PersonContext): Promise<readonly Block[]> {
  const { team, actor, lang } = ctx
  if (team === null || actor.memberId === '') return homelessBlocks(lang)
  const member = { ...ctx, team }
  return (await myDay(member, await theSelf(member))).blocks
}
