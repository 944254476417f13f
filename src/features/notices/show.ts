import { UserError } from '../../base/errors.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { answerInPrivate } from '../privacy/in-private.ts'
import { readingOf } from './end.ts'
import { noteListSeen } from './noted.ts'
import { covers, type Notice } from './notice.ts'
import { shownOf } from './publish.ts'
import { noticeNumbered, openNotices, readerOf, tallyOf } from './store.ts'
import { fileWithdrawn, noFileIn } from './words/handed.ts'
import { type Line, listContent } from './words/list.ts'
import { fileContent, ownContent } from './words/notice.ts'
import { readersContent } from './words/readers.ts'
import { noSuchNotice } from './words/refusals.ts'

/** The latest so many that are open. */
const MOST = 20

/** Answers `/notice 5`: to the author and managers who has read it, in private; to anybody else what it says. */
export async function showNotice(ctx: MemberContext, number: number): Promise<void> {
  const { tx, team, actor, lang } = ctx
  const notice = await noticeNumbered(tx, team.id, number)
  if (!notice || !(await maySee(ctx, notice))) throw new UserError('notices.unknown', noSuchNotice(number))
  const reader = await readerOf(tx, notice.id, actor.memberId)
  const shown = await shownOf(ctx, notice)
  const own = { readAt: reader?.readAt ?? null }
  if (!mayList(ctx, notice)) {
    ctx.say({
      to: { reply: 'private' },
      content: ownContent(shown, own, lang),
      lane: 'reply',
      purpose: 'notices.shown',
    })
    return
  }
  const reading = await readingOf(ctx, notice)
  const missing = reading.missing.length + reading.away.length
  noteListSeen(ctx, notice, { missing, by: actor.personId })
  answerInPrivate(ctx, 'notices.readers', readersContent(shown, { ...reading, asks: reader?.readAt === null }, lang))
}

/** Answers `/notice 5 file`: a whisper holds no file, so it goes to the direct chat. */
export async function giveFileOf(ctx: MemberContext, number: number): Promise<void> {
  const { tx, team, actor, lang, now } = ctx
  const notice = await noticeNumbered(tx, team.id, number)
  if (!notice || !(await maySee(ctx, notice))) throw new UserError('notices.unknown', noSuchNotice(number))
  if (notice.state === 'withdrawn') throw new UserError('notices.withdrawn', fileWithdrawn(number))
  if (notice.fileRef === null) throw new UserError('notices.without-file', noFileIn(number))
  ctx.say({
    ...(ctx.place?.kind === 'direct' ? { to: { reply: 'private' } } : { to: { person: actor.personId } }),
    ...{ content: fileContent(notice, lang), lane: 'reply', purpose: 'notices.file' },
    key: `notices.file:${notice.id}:${actor.memberId}:${now.toISOString()}`,
    // The same file twice does no harm.
    repeatable: true,
  })
}

/** Answers `/notice`: what is open and meant for whoever asks, or posted by them; managers see all. */
export async function listNotices(ctx: MemberContext): Promise<void> {
  const { tx, team, actor, lang } = ctx
  const lines: Line[] = []
  for (const notice of await openNotices(tx, team.id, MOST)) {
    const reader = await readerOf(tx, notice.id, actor.memberId)
    const lists = mayList(ctx, notice)
    if (!lists && !reader && !covers(notice, actor)) continue
    const tally = lists ? await tallyOf(tx, notice.id) : null
    const waits = notice.postedBy !== actor.memberId && reader?.readAt === null
    lines.push({ notice, tally, waits })
  }
  const content = listContent(lines, { zone: team.zone, mayPost: atLeast(actor.role, 'lead') }, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'notices.list' })
}

async function maySee(ctx: MemberContext, notice: Notice): Promise<boolean> {
  if (mayList(ctx, notice) || covers(notice, ctx.actor)) return true
  return (await readerOf(ctx.tx, notice.id, ctx.actor.memberId)) !== null
}

function mayList({ actor }: MemberContext, { postedBy }: Notice): boolean {
  return postedBy === actor.memberId || atLeast(actor.role, 'manager')
}
