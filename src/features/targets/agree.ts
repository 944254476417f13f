import type { Target, TargetState } from './target.ts'

/** Who says what about whose target. */
export interface Voice {
  /** Null for the team's. */
  readonly ownerPersonId: string | null
  readonly personId: string
  readonly isManager: boolean
  /** A manager means it to stand without being asked about. */
  readonly insists: boolean
  /** Somebody else has had a say in what is agreed or proposed there now. */
  readonly others: boolean
}

/**
 * What becomes of a target that somebody states; null for who may not. One's own stands at once, unless it would change
 * what was agreed with others: then it is an offer to them. Another's is proposed to them. The team's is the managers'.
 */
export function stateFor({ ownerPersonId, personId, isManager, insists, others }: Voice): TargetState | null {
  if (ownerPersonId === null) return isManager ? 'accepted' : null
  if (ownerPersonId === personId) return isManager || !others ? 'accepted' : 'proposed'
  if (!isManager) return null
  return insists ? 'accepted' : 'proposed'
}

/** Whether somebody may agree to a proposal: the owner to what others ask of them, a manager to what the owner offers. */
export function mayAccept(
  { state, createdBy }: Pick<Target, 'state' | 'createdBy'>,
  { ownerPersonId, personId, isManager }: Pick<Voice, 'ownerPersonId' | 'personId' | 'isManager'>,
): boolean {
  if (state !== 'proposed') return false
  return createdBy === ownerPersonId ? isManager && personId !== ownerPersonId : personId === ownerPersonId
}
