import type { Words } from '../../base/words.ts'
import type { MemberContext, TeamContext } from '../../context.ts'
import type { Notice } from './notice.ts'

// What is put on record about notices, all of it here.

/**
 * That the author or a manager saw who has not read it: one entry for each look. It is about no single member: that the two
 * see it stands in the notice itself, for all.
 */
export function noteListSeen(
  { note }: Pick<TeamContext, 'note'>,
  { number }: Notice,
  { missing, by }: { readonly missing: number; readonly by: string },
): void {
  const words: Words = { zh: '看了一条通知谁还没确认', en: 'Saw who has not confirmed a notice' }
  const detail = { number, missing }
  note({ what: 'notices.readers', words, about: null, by, detail, read: true })
}

export function noteChanged(ctx: MemberContext, { number }: Notice, again: boolean): void {
  const words: Words = { zh: '更正了一条通知', en: 'Corrected a notice' }
  ctx.note({ what: 'notices.corrected', words, about: null, by: ctx.actor.personId, detail: { number, again } })
}

export function noteWithdrawn(ctx: MemberContext, { number }: Notice): void {
  const words: Words = { zh: '撤回了一条通知', en: 'Withdrew a notice' }
  ctx.note({ what: 'notices.withdrawn', words, about: null, by: ctx.actor.personId, detail: { number } })
}
