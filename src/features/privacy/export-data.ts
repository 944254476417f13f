import type { MemberContext } from '../../context.ts'
import type { Feature } from '../feature.ts'
import type { Json } from '../setting.ts'
import { answerInPrivate } from './in-private.ts'
import { keptAbout } from './kept-about.ts'
import { looksAt } from './store.ts'
import { exportContent } from './words/data.ts'

/** Gives whoever asks all that is kept about them in this team, with every record. */
export async function exportData(ctx: MemberContext, features: readonly Feature[]): Promise<void> {
  const { tx, team, actor, now, lang } = ctx
  const all: Record<string, readonly Json[]> = {}
  for (const { title, records } of await keptAbout(ctx, features)) all[title[lang]] = await records()
  const looks = await looksAt(tx, { memberId: actor.memberId, teamId: team.id })
  const whole = {
    ...{ team: team.name, name: actor.name, at: now.toISOString() },
    kept: all,
    seenBy: looks.map(({ at, by, what, words }) => ({ at: at.toISOString(), by, what, words: words[lang] })),
  }
  answerInPrivate(ctx, 'privacy.export', exportContent(JSON.stringify(whole, null, 1), lang))
}
