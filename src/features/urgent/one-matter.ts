import { UserError } from '../../base/errors.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import type { Matter } from './matter.ts'
import { lockMatter, type Which } from './store.ts'
import { closedAlready, noSuchMatter } from './words/refusals.ts'

/** The open matter that a member wants to do something with, locked. Throws UserError where there is none, or none that is open. */
export async function openOne({ tx, team }: MemberContext, which: Which): Promise<Matter> {
  const matter = await lockMatter(tx, team.id, which)
  if (matter === null) throw new UserError('urgent-unknown', noSuchMatter(which))
  if (matter.state === 'closed') throw new UserError('urgent-closed', closedAlready(matter.number))
  return matter
}

/** Whether the actor has a matter or may decide on it in place of whoever has it. */
export function isTheirs({ actor }: MemberContext, { ownerId, askedId }: Matter): boolean {
  return ownerId === actor.memberId || askedId === actor.memberId || atLeast(actor.role, 'manager')
}
