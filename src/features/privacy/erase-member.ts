import { ERASED } from '../../audit/check.ts'
import { eraseFromAudit } from '../../audit/erase.ts'
import { UserError } from '../../base/errors.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { findMember } from '../team/find-member.ts'
import { theMember } from '../team/member-errors.ts'
import { isConfirmation } from '../team/member-request.ts'
import { type Erased, eraseOwn, lockForErasure, namesOfPerson, recordErasure, rename } from './erase-store.ts'
import { everMembers } from './ever-members.ts'
import { answerInPrivate } from './in-private.ts'
import { replaceNames } from './replace-names.ts'
import {
  askErasure,
  elsewhere,
  erasedContent,
  erasedName,
  erasedWords,
  notOneself,
  whomToErase,
} from './words/erase.ts'

/**
 * Erases a person, in two steps: who they were, their accounts and all that they wrote. Figures stay as the team's, under a
 * number; the log keeps what was done, no more by or to whom. It cannot be taken back.
 */
export async function eraseMember(ctx: MemberContext, rest: string): Promise<void> {
  const words = rest.trim().split(/\s+/)
  const isConfirmed = words.length > 1 && isConfirmation(words.at(-1) ?? '')
  const name = (isConfirmed ? words.slice(0, -1) : words).join(' ')
  if (name === '') throw new UserError('privacy.erase-whom', whomToErase)
  const member = theMember(findMember(await everMembers(ctx.tx, ctx.team.id), name), name)
  if (member.personId === ctx.actor.personId) throw new UserError('privacy.not-oneself', notOneself)
  await requireRight(ctx, member.personId)
  if (!isConfirmed) return answerInPrivate(ctx, 'privacy.ask-erasure', askErasure(member.name, ctx.lang))
  const number = await erase(ctx, member.personId)
  answerInPrivate(ctx, 'privacy.erased', erasedContent(number, ctx.lang))
}

async function erase(ctx: MemberContext, personId: string): Promise<number> {
  const { tx, team, actor, now, note } = ctx
  await lockForErasure(tx, personId)
  const memberships = await tx.member.findMany({ where: { personId }, select: { id: true, teamId: true } })
  const erased: Erased = {
    personId,
    memberIds: memberships.map(({ id }) => id),
    names: await namesOfPerson(tx, personId),
  }
  const number = await recordErasure(tx, { teamId: team.id, byId: actor.personId, at: now })
  const instead = erasedName(number, team.lang)
  await eraseOwn(tx, erased)
  const parts = await eraseFromAudit(tx, erased)
  const entry = { what: ERASED, words: erasedWords, about: null, by: actor.personId }
  for (const teamId of new Set([...memberships.map(one => one.teamId), ...parts.keys()])) {
    note({ ...entry, teamId, detail: { number, parts: parts.get(teamId) ?? 0 } })
  }
  await rename(tx, erased, instead, toLocal(now, team.zone).date)
  await replaceNames(tx, erased, instead)
  return number
}

/** An admin's right ends with their own teams, and somebody's name is one in all the teams that they are or were in. */
async function requireRight({ tx, actor }: MemberContext, personId: string): Promise<void> {
  const admin = await tx.member.findMany({ where: { personId: actor.personId, role: 'admin', leftOn: null } })
  const own = admin.map(({ teamId }) => teamId)
  const others = await tx.member.count({ where: { personId, teamId: { notIn: own } } })
  if (others > 0) throw new UserError('privacy.elsewhere', elsewhere)
}
