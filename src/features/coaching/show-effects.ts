import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { measuredKinds } from '../nudges/kinds.ts'
import { nudgeSettings } from '../nudges/nudge-settings.ts'
import { effectsContent, type KindStand } from './effect-words.ts'
import { readEffect } from './trials.ts'

/** Answers `/effects`: for a manager in private. */
export async function showEffects({ tx, team, now, lang, say }: MemberContext): Promise<void> {
  const today = toLocal(now, team.zone).date
  const { retired } = nudgeSettings(team)
  const stands: KindStand[] = []
  for (const kind of measuredKinds)
    stands.push({
      ...{ kind, retired: retired.includes(kind) },
      effect: await readEffect(tx, { teamId: team.id, kind, today }),
    })
  say({
    to: { reply: 'private' },
    content: effectsContent(stands, retired, lang),
    lane: 'reply',
    purpose: 'coaching.effects',
  })
}
