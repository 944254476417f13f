import { UserError } from '../../../base/errors.ts'
import type { Lang, Words } from '../../../base/words.ts'
import { content, text } from '../../../content/build.ts'
import type { TeamContext } from '../../../context.ts'
import { managersOf } from '../../team/members.ts'
import { RATE_MISSING } from './rate-words.ts'

interface Unsaid {
  /** What the clock could not say. */
  readonly what: Words
  readonly purpose: string
  /** Each manager is told once for each. */
  readonly key: string
  readonly reason: Words
}

/**
 * What the clock makes; null where a rate is missing: then the managers, who can give it, are told so, and whatever else
 * there is to do goes on. It must not have written anything by then.
 */
export async function unlessUnrated<T>(ctx: TeamContext, unsaid: Unsaid, make: () => Promise<T>): Promise<T | null> {
  try {
    return await make()
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== RATE_MISSING) throw error
    await tellManagers(ctx, unsaid, error.words)
    return null
  }
}

async function tellManagers(ctx: TeamContext, { what, purpose, key, reason }: Unsaid, why: Words): Promise<void> {
  const blocks = (lang: Lang) => [text(what[lang]), text(why[lang])]
  for (const { personId, memberId, lang } of await managersOf(ctx.tx, ctx.team))
    ctx.say({
      ...{ to: { person: personId }, content: content(lang, ...blocks(lang)), lane: 'digest', purpose },
      ...{ key: `${key}:${memberId}`, reason: { words: reason } },
    })
}
