import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { theSelf } from '../team/the-self.ts'
import { asksChanged, takeBack } from './asks.ts'
import { covers, type Notice } from './notice.ts'
import { revise } from './publish.ts'
import { addReader, lockNotice, markRead, noticeNumbered, readerOf, unreadBy } from './store.ts'
import { nothingWaits, readAlready, readNow } from './words/answers.ts'
import { severalWait } from './words/list.ts'
import { noSuchNotice, ownNotice, wasWithdrawn } from './words/refusals.ts'

/** As many wait as anybody reads through. */
const MOST = 10

/** Answers `/notice 5 ok` and the button; without a number it is about the one that waits. */
export async function acknowledge(ctx: MemberContext, number: number | null): Promise<void> {
  if (number === null) return acknowledgeOnly(ctx)
  const found = await noticeNumbered(ctx.tx, ctx.team.id, number)
  if (!found) throw new UserError('notices.unknown', noSuchNotice(number))
  await confirm(ctx, found)
}

async function acknowledgeOnly(ctx: MemberContext): Promise<void> {
  const { tx, team, actor, lang } = ctx
  const [only, ...more] = await unreadBy(tx, team.id, actor.memberId, MOST)
  if (only && more.length === 0) return confirm(ctx, only)
  const content = only ? severalWait([only, ...more], team.zone, lang) : nothingWaits(lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'notices.which' })
}

async function confirm(ctx: MemberContext, found: Notice): Promise<void> {
  const { tx, actor, now, lang, team } = ctx
  const notice = await lockNotice(tx, found.id)
  if (notice === null) throw new UserError('notices.unknown', noSuchNotice(found.number))
  const before = await whetherReader(ctx, notice)
  if (notice.state === 'withdrawn') throw new UserError('notices.withdrawn', wasWithdrawn(notice.number))
  const isNew = await markRead(tx, notice.id, actor.memberId, now)
  const content = isNew ? readNow(notice, lang) : readAlready(notice, before?.readAt ?? now, team.zone, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'notices.read', forAnybody: true })
  if (!isNew) return
  await takeBack(ctx, notice.id, await theSelf(ctx), 'read meanwhile')
  // Only in the group is there a count to be kept true.
  if (notice.inGroup) await revise(ctx, notice, { news: null })
  asksChanged(ctx)
}

/** Also somebody who was not there when it was posted may say that they have read it. */
async function whetherReader({ tx, actor }: MemberContext, notice: Notice) {
  const reader = await readerOf(tx, notice.id, actor.memberId)
  if (reader) return reader
  if (notice.postedBy === actor.memberId) throw new UserError('notices.own', ownNotice)
  if (!covers(notice, actor)) throw new UserError('notices.unknown', noSuchNotice(notice.number))
  await addReader(tx, notice.id, { memberId: actor.memberId, readAt: null, dueAt: null })
  return null
}
