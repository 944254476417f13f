import { UserError } from '../../base/errors.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { asksChanged, replan, takeBack } from './asks.ts'
import { fileOf, readAttached } from './attach.ts'
import { noteChanged, noteWithdrawn } from './noted.ts'
import type { Notice } from './notice.ts'
import { copyByMail, giveFile, present, revise, shownOf } from './publish.ts'
import { type Draft, readDraft } from './read-draft.ts'
import type { NoticeFields } from './request.ts'
import { changeNotice, forgetReading, lockNotice, noticeNumbered, readersOf } from './store.ts'
import { changedContent, withdrawnContent } from './words/answers.ts'
import { newsOfChange, newsOfWithdrawal } from './words/notice.ts'
import { noSuchNotice, nothingToChange, notOpen, notYours, sameReaders } from './words/refusals.ts'

/** Corrects a notice where it stands. It is asked about anew only if its author says so. */
export async function correctNotice(ctx: MemberContext, number: number, fields: NoticeFields): Promise<void> {
  const { tx, team, now, lang } = ctx
  const notice = await openOne(ctx, number)
  if (fields.who !== undefined) throw new UserError('notices.same-readers', sameReaders(number))
  const { file, link } = await readAttached(ctx, fields)
  const draft = readDraft({ ...fields, link }, team, now)
  const change = { ...whatChanges(draft), ...(file !== undefined && fileOf(file)) }
  if (Object.keys(change).length === 0 && !draft.again)
    throw new UserError('notices.nothing-to-change', nothingToChange(number))
  const anew = draft.again ? { edition: notice.edition + 1, askedAt: now } : {}
  const changed = await changeNotice(tx, notice.id, { ...change, ...anew })
  const hadRead = await readersBefore(ctx, notice, draft.again)
  if (draft.again) await forgetReading(tx, notice.id)
  await replan(ctx, changed, hadRead)
  const shown = await shownOf(ctx, changed)
  await revise(ctx, changed, { news: lang => newsOfChange(shown, draft.again, lang) })
  if (file) await giveFile(ctx, changed)
  if (draft.again) copyByMail(ctx, shown, await present(ctx, changed))
  noteChanged(ctx, changed, draft.again)
  asksChanged(ctx)
  const content = changedContent(changed, { again: draft.again, zone: team.zone }, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'notices.done' })
}

/** Takes a notice back: nobody is asked to read it any more. */
export async function withdrawNotice(ctx: MemberContext, number: number): Promise<void> {
  const { tx, actor, lang } = ctx
  const open = await openOne(ctx, number)
  const notice = await changeNotice(tx, open.id, { state: 'withdrawn' })
  await revise(ctx, notice, { news: lang => newsOfWithdrawal(notice, actor.name, lang) })
  for (const member of await present(ctx, notice)) await takeBack(ctx, notice.id, member, 'withdrawn')
  noteWithdrawn(ctx, notice)
  asksChanged(ctx)
  ctx.say({ to: { reply: 'private' }, content: withdrawnContent(notice, lang), lane: 'reply', purpose: 'notices.done' })
}

/** Whoever has read what was there before is told at once that it is another text now. */
async function readersBefore({ tx }: MemberContext, notice: Notice, again: boolean): Promise<ReadonlySet<string>> {
  if (!again) return new Set()
  return new Set((await readersOf(tx, notice.id)).flatMap(it => (it.readAt === null ? [] : [it.memberId])))
}

function whatChanges({ text, link, until, important }: Draft) {
  return {
    ...(text !== undefined && { text }),
    ...(link !== undefined && { link }),
    ...(until !== undefined && { until }),
    ...(important !== undefined && { important }),
  }
}

/** Locked, and the actor's own or a manager's to change. */
async function openOne(ctx: MemberContext, number: number): Promise<Notice> {
  const { tx, team, actor } = ctx
  const found = await noticeNumbered(tx, team.id, number)
  const notice = found && (await lockNotice(tx, found.id))
  if (!notice) throw new UserError('notices.unknown', noSuchNotice(number))
  if (notice.postedBy !== actor.memberId && !atLeast(actor.role, 'manager'))
    throw new UserError('notices.not-yours', notYours(number))
  if (notice.state !== 'open') throw new UserError('notices.not-open', notOpen(number))
  return notice
}
