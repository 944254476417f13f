import { safeFileName } from '../../base/handed-file.ts'
import { DAY_MS } from '../../calendar/dates.ts'
import { atLeast, isMember, type MemberContext, type PersonContext, type TeamContext } from '../../context.ts'
import type { Handed, SlotRun } from '../feature.ts'
import { forgetHandedFiles, handedSince, keepHandedFile } from './handed-store.ts'
import { notTaken, takenContent } from './words/handed.ts'

/** So long a file that was handed to us waits for its notice. */
const HANDED_MS = DAY_MS

/** Takes a file from whoever may post a notice with it, and offers that. */
export async function takeFile(ctx: PersonContext, { name: given, file }: Handed): Promise<boolean> {
  if (!isMember(ctx) || !atLeast(ctx.actor.role, 'lead')) return false
  const name = safeFileName(given)
  const answer = { to: { reply: 'private' }, lane: 'reply', purpose: 'notices.handed' } as const
  if (!file.kept) {
    ctx.say({ ...answer, content: notTaken(name, file.why, ctx.lang) })
    return true
  }
  await keepHandedFile(ctx.tx, ctx.actor.personId, { ref: file.ref, name }, ctx.now)
  ctx.say({ ...answer, content: takenContent({ ref: file.ref, name }, ctx.lang) })
  return true
}

/** The files of the actor's that may still go out with a notice, the latest first. */
export function handedBy({ tx, actor, now }: MemberContext) {
  return handedSince(tx, actor.personId, new Date(now.getTime() - HANDED_MS))
}

/** Every day; a file that went out with a notice stays as long as that does. */
export async function forgetFiles({ tx, log, team }: TeamContext, { at }: SlotRun): Promise<void> {
  const files = await forgetHandedFiles(tx, new Date(at.getTime() - HANDED_MS))
  if (files > 0) log.info({ team: team.id, files }, 'files that nobody used were forgotten')
}
