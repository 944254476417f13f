import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { metricsOf } from '../metrics/catalogue.ts'
import { noteRead } from '../privacy/note-read.ts'
import { theMember } from '../team/member-errors.ts'
import { memberById, membersOf } from '../team/members.ts'
import { nameIn } from '../team/name-in.ts'
import { definitionOf, theReport } from './amend-report.ts'
import { pairFor } from './facts.ts'
import type { Report } from './report.ts'
import { markRead, reportToRead, unreadReports } from './store.ts'
import { visibleTo } from './visible.ts'
import { nothingToRead, readContent, readWords, replyContent, unreadContent, whyReply } from './words/read.ts'

const MOST_LISTED = 10
const LONGEST_REPLY = 500

/** `/read`: what nobody has read yet. `/read 张三 做得好`: reads that member's latest, and says so. */
export async function obeyRead(ctx: MemberContext, text: string): Promise<void> {
  if (text.trim() === '') return listUnread(ctx)
  const { found, name, rest } = nameIn(text, await membersOf(ctx.tx, ctx.team))
  const member = theMember(found, name)
  const report = await reportToRead(ctx.tx, member.memberId)
  if (!report) throw new UserError('reports.nothing-to-read', nothingToRead(member.name))
  await readReport(ctx, report, rest)
}

/** The one-tap way to the same, without words. */
export async function readById(ctx: MemberContext, id: string): Promise<void> {
  await readReport(ctx, await theReport(ctx, id), '')
}

/** Shows a report and notes that it was read, by whoever was first; `reply` reaches the reporter, to them alone. */
async function readReport(ctx: MemberContext, report: Report, reply: string): Promise<void> {
  const { tx, team, actor, now, lang } = ctx
  const reporter = await memberById(tx, report.memberId)
  if (!reporter) throw new Error('a report has a member')
  const metrics = await metricsOf(tx, team.id)
  const definition = await definitionOf(ctx, report)
  const isFirst = await markRead(tx, report.id, actor.personId, now)
  const look = { by: actor.personId, about: report.memberId, what: 'reports.read', detail: { date: report.date } }
  await noteRead(ctx, { ...look, words: readWords(report.date) })
  const words = reply.trim().slice(0, LONGEST_REPLY)
  const visible = visibleTo(actor.role, report, definition)
  const shown = { report: visible, definition, metrics, pair: await pairFor(ctx, visible, metrics) }
  const content = readContent({ ...shown, name: reporter.name, isFirst, isTold: words !== '' }, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'reports.read' })
  if (words === '') return
  ctx.say({
    to: { person: reporter.personId },
    content: replyContent({ by: actor.name, title: definition.title, date: report.date, words }, reporter.lang),
    lane: 'reply',
    purpose: 'reports.reply',
    reason: { words: whyReply(actor.name) },
  })
}

async function listUnread(ctx: MemberContext): Promise<void> {
  const unread = await unreadReports(ctx.tx, ctx.team.id, ctx.now)
  const latest = unread.toReversed().slice(0, MOST_LISTED)
  const members = new Map((await membersOf(ctx.tx, ctx.team)).map(({ memberId, name }) => [memberId, name]))
  const rows = latest.flatMap(({ id, memberId, date }) => {
    const name = members.get(memberId)
    return name === undefined ? [] : [{ id, date, name }]
  })
  const content = unreadContent({ rows, total: unread.length }, ctx.lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'reports.unread' })
}
