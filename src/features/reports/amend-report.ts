import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { formVersion } from '../forms/store.ts'
import { roundById } from '../rounds/store.ts'
import { memberById } from '../team/members.ts'
import type { Answers, Report } from './report.ts'
import { shareReport } from './share-report.ts'
import { reportById } from './store.ts'
import { requireRight } from './target.ts'
import { reportGoneWords } from './words/refusals.ts'
import { writeReport } from './write-report.ts'

/** A report of this team by its id. Throws UserError for any other. */
export async function theReport({ tx, team }: MemberContext, id: string): Promise<Report> {
  const report = await reportById(tx, id)
  if (report?.teamId !== team.id) throw new UserError('reports.report-gone', reportGoneWords)
  return report
}

/** Adds to a report that is there already, by the same rights and with the same trace as any other change. */
export async function amendReport(
  ctx: MemberContext,
  report: Report,
  change: (before: Report) => Answers & Pick<Report, 'reasons'>,
): Promise<Report> {
  const { tx, actor, now } = ctx
  const round = await roundById(tx, report.roundId)
  const member = await memberById(tx, report.memberId)
  if (!round || !member) throw new UserError('reports.report-gone', reportGoneWords)
  requireRight(ctx, member, { date: round.date, isClosed: now >= round.closesAt })
  const by = actor.personId
  const { kind, status } = report
  const written = await writeReport(ctx, {
    round,
    kind,
    member,
    status,
    by,
    change: before => change(before ?? report),
  })
  await shareReport(ctx, written.report, { personId: member.personId, by })
  return written.report
}

/** What the report's form asked when it was answered. */
export async function definitionOf({ tx }: Pick<MemberContext, 'tx'>, report: Report) {
  const round = await roundById(tx, report.roundId)
  const definition = round && (await formVersion(tx, round.formId, round.version))
  if (!definition) throw new Error('a report has a round, and that a version of its form')
  return definition
}
