import { createHash } from 'node:crypto'
import { toLocal } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import { events } from '../events.ts'
import { allForms } from '../forms/store.ts'
import { fold } from '../metrics/metric.ts'
import type { Report } from '../reports/report.ts'
import { reportById } from '../reports/store.ts'
import { visibleTo } from '../reports/visible.ts'
import { roundById } from '../rounds/store.ts'
import { memberById } from '../team/members.ts'
import type { Audience, Case, Viewer } from './case.ts'
import { caseSettings } from './case-settings.ts'
import { fileCase } from './file-case.ts'
import { similarSolved } from './find-cards.ts'
import { shownCases } from './shown.ts'
import { openFiledBy } from './store.ts'
import { fromReport, whyFromReport } from './words/filed.ts'

/** More than these in one report are no blockers any more. */
const MOST = 10
const MOST_OPEN = 200
const MOST_SIMILAR = 3

/**
 * Blockers of a plan or report become cases of whoever has them, once: neither the same report said again nor the same blocker
 * the next day makes another while it is open. They hear so in private, in one message, with how the like was solved before.
 */
export async function hearReport(ctx: TeamContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const { tx, team, now } = ctx
  const { reportId } = events['report.submitted'].parse(payload)
  const report = caseSettings(team).fromReports ? await reportById(tx, reportId) : null
  // What was copied to another team is that team's to read, and one team's to solve.
  if (!report || report.sharedFrom !== null || report.blockers.length === 0) return
  const member = await memberById(tx, report.memberId)
  if (!member || member.leftOn !== null) return
  const made = await fileAll(ctx, report)
  const [first] = made
  if (!first) return
  const similar = await similarTo(ctx, made, { memberId: member.memberId, role: member.role })
  const today = toLocal(now, team.zone).date
  ctx.say({
    to: { person: member.personId },
    content: fromReport(await shownCases(tx, made, today), await shownCases(tx, similar, today), member.lang),
    lane: 'reply',
    purpose: 'cases.from-report',
    key: `cases.from-report:${first.id}`,
    reason: { words: whyFromReport },
  })
}

async function similarTo({ tx }: TeamContext, made: readonly Case[], viewer: Viewer): Promise<readonly Case[]> {
  const all = new Map<string, Case>()
  for (const it of made)
    for (const card of await similarSolved(tx, { it, viewer, most: MOST_SIMILAR })) all.set(card.id, card)
  return [...all.values()].slice(0, MOST_SIMILAR)
}

async function fileAll(ctx: TeamContext, report: Report): Promise<readonly Case[]> {
  const { memberId, blockers } = report
  // What was solved since the report was handed in stays in it, and is no news.
  const known = await openFiledBy(ctx.tx, memberId, MOST_OPEN, report.submittedAt)
  const open = new Set(known.map(({ text }) => fold(text)))
  const audience = await audienceOf(ctx, report)
  const made: Case[] = []
  for (const text of blockers.slice(0, MOST)) {
    if (!/[\p{L}\p{N}]/u.test(text) || open.has(fold(text))) continue
    const refId = `${report.id}:${createHash('sha256').update(fold(text)).digest('hex').slice(0, 16)}`
    const filed = await fileCase(ctx, { text, from: 'report', refId, filedBy: memberId, audience })
    if (filed.isNew) made.push(filed.case)
  }
  return made
}

/** What a form asks for managers alone stays with them. */
async function audienceOf({ tx, team }: TeamContext, report: Report): Promise<Audience> {
  const round = await roundById(tx, report.roundId)
  const form = (await allForms(tx, team.id)).find(({ id }) => id === round?.formId)
  return form && visibleTo('lead', report, form.definition).blockers.length > 0 ? 'leads' : 'managers'
}
