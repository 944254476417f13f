import { newId } from '../../base/ids.ts'
import type { Words } from '../../base/words.ts'
import type { TeamContext } from '../../context.ts'
import { insertAudit } from './store.ts'

/** That somebody saw something about a member which is not for everybody. */
export interface Look {
  /** The person who saw it. */
  readonly by: string
  /** The member whom it is about. */
  readonly about: string
  /** As `feature.what`. */
  readonly what: string
  /** The same for people. Without names: it outlives them. */
  readonly words: Words
  readonly detail?: Readonly<Record<string, string | number | boolean>>
}

/** Keeps it on record, in the transaction in which it is shown. Whoever looks at what is theirs leaves no trace. */
export async function noteRead({ tx, team, now }: Pick<TeamContext, 'tx' | 'team' | 'now'>, look: Look): Promise<void> {
  const { by, about, what, words, detail = {} } = look
  const row = { id: newId(now), teamId: team.id, actorPersonId: by, memberId: about, at: now }
  await insertAudit(tx, { ...row, what, words: { ...words }, detail: { ...detail } })
}
