import { UserError } from '../../base/errors.ts'
import { fold } from '../../commands/normalise.ts'
import type { MemberContext } from '../../context.ts'
import { type Metric, metricsOf } from '../metrics/catalogue.ts'
import { amendReport, theReport } from './amend-report.ts'
import { pairFor } from './facts.ts'
import { indexNames } from './line/vocabulary.ts'
import { largestGap } from './pair.ts'
import { readReason } from './reasons.ts'
import type { Report } from './report.ts'
import { lastReports } from './store.ts'
import { vocabularyOf } from './vocabulary-of.ts'
import { howToReason, noReportYet, reasonNoted } from './words/reason.ts'

/** `/reason calls customer rescheduled`: of one's last report; without a metric, for its largest gap. */
export async function giveTypedReason(ctx: MemberContext, text: string): Promise<void> {
  const [report] = await lastReports(ctx.tx, ctx.actor.memberId, 'report', 1)
  if (!report) throw new UserError('reports.no-report', noReportYet)
  const metrics = await metricsOf(ctx.tx, ctx.team.id)
  const named = indexNames(vocabularyOf(metrics)).match(fold(text), 0)
  const metric = named?.metric.key ?? (await gapOf(ctx, report, metrics))
  const reason = readReason(text.slice(named?.end ?? 0).replace(/^[\s:：,，]+/, ''))
  if (metric === null || reason === null) throw new UserError('reports.reason-unclear', howToReason(metrics))
  await noteReason(ctx, report, metric, reason)
}

/** The one-tap way to the same. */
export async function giveReason(
  ctx: MemberContext,
  pressed: { readonly report: string; readonly metric: string; readonly reason: string },
): Promise<void> {
  const reason = readReason(pressed.reason)
  const metrics = await metricsOf(ctx.tx, ctx.team.id)
  if (reason === null) throw new UserError('reports.reason-unclear', howToReason(metrics))
  await noteReason(ctx, await theReport(ctx, pressed.report), pressed.metric, reason)
}

async function noteReason(ctx: MemberContext, report: Report, metric: string, reason: string): Promise<void> {
  await amendReport(ctx, report, before => ({ ...before, reasons: { ...before.reasons, [metric]: reason } }))
  const metrics = await metricsOf(ctx.tx, ctx.team.id)
  const content = reasonNoted({ date: report.date, metric, reason, metrics }, ctx.lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'reports.reason' })
}

async function gapOf(ctx: MemberContext, report: Report, metrics: readonly Metric[]): Promise<string | null> {
  const pair = await pairFor(ctx, report, metrics)
  return (pair && largestGap(pair)?.metricKey) ?? null
}
