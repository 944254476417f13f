import { newId } from '../../base/ids.ts'
import type { TeamContext } from '../../context.ts'
import type { FormKind } from '../forms/definition.ts'
import { recordValues } from '../metrics/entries.ts'
import type { Round } from '../rounds/store.ts'
import { saysTheSame } from './merge.ts'
import { type Answers, answersOf, type Report, type ReportStatus } from './report.ts'
import { insertReport, lockReportsOf, reportIn, reviseReport } from './store.ts'

export interface Writing {
  readonly round: Pick<Round, 'id' | 'date'>
  readonly kind: FormKind
  readonly member: { readonly memberId: string; readonly personId: string }
  /** How a first answer counts; a changed one keeps what it was. */
  readonly status: ReportStatus
  /** The person who writes, who need not be the member. */
  readonly by: string
  readonly sharedFrom?: string
  /** What it is to say, given what it says now. */
  change(before: Report | null): Answers & { readonly reasons?: Report['reasons'] }
}

export interface Written {
  readonly report: Report
  readonly change: 'new' | 'revised' | 'same'
}

/**
 * The one way in which a report is written: the row, what it said before, the entries behind its numbers and the event, in
 * the caller's transaction. Submissions of one person follow each other, so there is one row for a round and a member.
 */
export async function writeReport(
  ctx: Pick<TeamContext, 'tx' | 'now' | 'team' | 'emit'>,
  writing: Writing,
): Promise<Written> {
  const { tx } = ctx
  const { round, member, sharedFrom = null } = writing
  await lockReportsOf(tx, member.personId)
  const before = await reportIn(tx, round.id, member.memberId)
  const said = writing.change(before)
  const after = { ...answersOf(said), reasons: said.reasons ?? before?.reasons ?? {}, sharedFrom }
  if (before && isSame(before, after)) return { report: before, change: 'same' }
  const report = before
    ? await reviseReport(tx, before, after, { at: ctx.now, by: writing.by })
    : await addReport(ctx, writing, after)
  await recordNumbers(ctx, report, writing.by)
  const change = before ? 'revised' : 'new'
  const { id: reportId, roundId, memberId, kind, status } = report
  const payload = { reportId, roundId, memberId, kind, late: status !== 'on-time', revised: change === 'revised' }
  ctx.emit({ name: 'report.submitted', teamId: ctx.team.id, payload })
  return { report, change }
}

type Wording = Answers & Pick<Report, 'reasons' | 'sharedFrom'>

async function addReport(
  { tx, now, team }: Pick<TeamContext, 'tx' | 'now' | 'team'>,
  { round, kind, member, status, by }: Writing,
  wording: Wording,
): Promise<Report> {
  const report: Report = {
    ...wording,
    id: newId(now),
    roundId: round.id,
    teamId: team.id,
    memberId: member.memberId,
    date: round.date,
    kind,
    status,
    revision: 1,
    submittedBy: by,
    submittedAt: now,
    revisedAt: null,
    readBy: null,
    readAt: null,
  }
  await insertReport(tx, report)
  return report
}

/** Only what was done is counted: what is planned stays on the plan. */
async function recordNumbers(ctx: Pick<TeamContext, 'tx' | 'now' | 'team'>, report: Report, by: string): Promise<void> {
  if (report.kind !== 'report') return
  const { id: reportId, memberId, date, values } = report
  await recordValues(ctx, { memberId, date, values, source: 'report', reportId, createdBy: by })
}

function isSame(before: Report, after: Wording): boolean {
  if (before.sharedFrom !== after.sharedFrom || !saysTheSame(before, after)) return false
  const keys = new Set([...Object.keys(before.reasons), ...Object.keys(after.reasons)])
  return [...keys].every(key => before.reasons[key] === after.reasons[key])
}
