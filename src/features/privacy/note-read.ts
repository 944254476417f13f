import type { Entry } from '../../audit/entry.ts'
import type { TeamContext } from '../../context.ts'

/** That somebody saw something about a member which is not for everybody. */
export interface Look extends Entry {
  /** The member whom it is about. */
  readonly about: string
  /** The person who saw it. */
  readonly by: string
}

/** Keeps it on record, in the transaction in which it is shown. Whoever looks at what is theirs leaves no trace. */
export async function noteRead(
  { tx, team, note }: Pick<TeamContext, 'tx' | 'team' | 'note'>,
  look: Look,
): Promise<void> {
  if ((await tx.member.count({ where: { id: look.about, personId: look.by } })) > 0) return
  note({ ...look, teamId: team.id, read: true })
}
