import type { Json } from '../../base/json.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { keepFile } from '../../store/files.ts'
import type { Feature } from '../feature.ts'
import { EXPORT } from './export-purpose.ts'
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
  const bytes = new TextEncoder().encode(JSON.stringify(whole, null, 2))
  const filename = `my-data-${toLocal(now, team.zone).date}.json`
  const ref = await keepFile(tx, { bytes, filename, type: 'application/json' }, now)
  answerInPrivate(ctx, EXPORT, exportContent({ ref, filename }, lang))
}
