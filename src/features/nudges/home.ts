import { heading } from '../../content/build.ts'
import type { Block } from '../../content/content.ts'
import { isMember, type PersonContext } from '../../context.ts'
import { quietFacts } from './keep-quiet.ts'
import { quietBlocks } from './quiet-words.ts'

/** Whether and when the member is reminded, with the ways to change it. */
export async function nudgesHome(ctx: PersonContext): Promise<readonly Block[]> {
  if (!isMember(ctx)) return []
  const { lang } = ctx
  const facts = await quietFacts(ctx)
  const blocks = [heading({ zh: '提醒', en: 'Reminders' }[lang]), ...quietBlocks(lang, facts)]
  return blocks.filter(block => block !== null)
}
