import type { Lang } from '../../base/words.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext, Team } from '../../context.ts'
import { readAnswers, toFormValues } from '../forms/answers.ts'
import { labelOf } from '../forms/definition.ts'
import type { Metric } from '../metrics/catalogue.ts'
import { currentPaces, mostRelevant } from '../targets/current.ts'
import type { TargetPace } from '../targets/read-paces.ts'
import { unfinished } from './items.ts'
import { largestGap, type Pair, pairOf } from './pair.ts'
import { type Hint, hintsFor, WINDOW } from './quality.ts'
import type { Question } from './questions.ts'
import { readMarkOf } from './read-mark.ts'
import type { Item, Report } from './report.ts'
import { rungFor } from './rung.ts'
import { lastReports, reportOf } from './store.ts'
import { idsOf, type Target } from './target.ts'
import type { Understanding } from './understand.ts'
import { lineStart } from './words/labels.ts'
import type { Submitted } from './words/submitted.ts'
import type { Written } from './write-report.ts'

/** What was not taken in: to be answered, or to be told. */
export type Open = Omit<Understanding, 'said'>

export interface HandedIn extends Written {
  readonly target: Target
  readonly metrics: readonly Metric[]
  /** The member's plan of the day, beside a report. */
  readonly plan: Report | null
  readonly open: Open
  readonly sharedWith: readonly Team[]
}

/** Looks up what there is to say about something just handed in. */
export async function factsAbout(ctx: MemberContext, handedIn: HandedIn): Promise<Submitted> {
  const { report, change, target, metrics, plan, open, sharedWith } = handedIn
  const { form, round, member } = target
  const { lang } = ctx
  const isOwn = member.memberId === ctx.actor.memberId
  const pair = plan && pairBeside(plan, report, metrics)
  const missing = missingIn(handedIn, lang)
  const gap = pair && isOwn ? largestGap(pair) : null
  return {
    ...{ report, change, form, metrics, pair },
    ...open,
    definition: form.definition,
    who: isOwn ? null : member.name,
    dueAt: round.dueAt,
    today: toLocal(ctx.now, ctx.team.zone).date,
    target: idsOf(target),
    start: startFor(ctx, target, lang),
    missing: missing.map(({ label }) => label),
    hints: await hintsAbout(ctx, handedIn, new Set(missing.flatMap(({ metric }) => metric ?? []))),
    read: await readMarkOf(ctx.tx, report),
    rung: report.kind === 'report' ? await rungFor(ctx, member, report.date) : [],
    gap: gap && report.reasons[gap.metricKey] === undefined ? gap : null,
    leftOver: report.kind === 'plan' ? await leftOverBefore(ctx, report) : [],
    sharedWith: sharedWith.map(({ name }) => name),
    towards: report.kind === 'report' && isOwn ? await towardsTarget(ctx, handedIn) : null,
  }
}

/** How the member now stands towards the target that matters most to this report. */
async function towardsTarget(
  { tx, team, now }: MemberContext,
  { target, report }: HandedIn,
): Promise<TargetPace | null> {
  return mostRelevant(await currentPaces(tx, team, [target.member], now), new Set(Object.keys(report.values)))
}

/** The pair of the day; null for what is no report, and where nothing was planned. */
export async function pairFor(
  { tx }: Pick<MemberContext, 'tx'>,
  report: Report,
  metrics: readonly Metric[],
): Promise<Pair | null> {
  if (report.kind !== 'report') return null
  const plan = await reportOf(tx, report.memberId, 'plan', report.date)
  return plan && pairBeside(plan, report, metrics)
}

function pairBeside(plan: Report, report: Report, metrics: readonly Metric[]): Pair | null {
  return Object.keys(plan.values).length > 0 ? pairOf(metrics, plan.values, report.values) : null
}

/** How a typed line for the same answer begins: with the name of another member, and with the date of a past round. */
export function startFor({ actor }: MemberContext, { form, round, member, status }: Target, lang: Lang): string {
  const who = member.memberId === actor.memberId ? null : member.name
  return lineStart(form, { who, date: status === 'back-filled' ? round.date : null }, lang)
}

/** Required questions that a typed line left out: told, and never a reason to refuse what was said. */
function missingIn(
  { target, report, metrics }: HandedIn,
  lang: Lang,
): readonly { readonly label: string; readonly metric: string | null }[] {
  const { definition } = target.form
  const { errors } = readAnswers(definition, toFormValues(definition, report), metrics)
  return definition.questions
    .filter(({ id }) => errors[id] !== undefined)
    .map(question => ({
      label: labelOf(question, metrics)[lang],
      metric: question.kind === 'metric' ? question.metricKey : null,
    }))
}

/** Without those about metrics that are being asked for anyway. */
async function hintsAbout(
  { tx }: MemberContext,
  { report, metrics, open }: HandedIn,
  missing: ReadonlySet<string>,
): Promise<readonly Hint[]> {
  if (report.kind === 'custom') return []
  const earlier = await lastReports(tx, report.memberId, report.kind, WINDOW, report.date)
  const asked = new Set([...missing, ...open.questions.flatMap(({ metric }: Question) => metric ?? [])])
  return hintsFor(report, earlier, metrics).filter(
    hint => !('count' in hint) || !(asked.has(hint.count) || asked.has(hint.amount)),
  )
}

async function leftOverBefore(ctx: MemberContext, plan: Report): Promise<readonly Item[]> {
  const planned = new Set(plan.items.map(({ text }) => text))
  const left = await unfinishedBefore(ctx, plan.memberId, plan.date)
  return left.filter(({ text }) => !planned.has(text))
}

/** What the last day before `date` on which the member planned or reported left to do. */
export async function unfinishedBefore(
  { tx }: Pick<MemberContext, 'tx'>,
  memberId: string,
  date: string,
): Promise<readonly Item[]> {
  const [plan = null] = await lastReports(tx, memberId, 'plan', 1, date)
  const [report = null] = await lastReports(tx, memberId, 'report', 1, date)
  return plan && report && report.date < plan.date ? unfinished(plan, null) : unfinished(plan, report)
}
