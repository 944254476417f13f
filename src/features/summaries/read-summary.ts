import { type Period, previous } from '../../calendar/periods.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { membersAt } from '../boards/read-board.ts'
import { type Audience, type Visible, visibleTo } from '../digests/visibility.ts'
import { allForms, formVersion } from '../forms/store.ts'
import { everyMetricOf, type Metric, shownMetricsOf } from '../metrics/catalogue.ts'
import { ownCurrency } from '../metrics/metric-settings.ts'
import { inItsCurrency } from '../metrics/money/conversion.ts'
import { readAmounts } from '../metrics/read-figures.ts'
import { teamTargetsIn } from '../targets/store.ts'
import type { SummaryFacts } from './facts.ts'
import { readHeard } from './read-heard.ts'
import {
  countReports,
  readBlockers,
  readFollowed,
  readLatestBlockers,
  readPlanSums,
  type SaidBlockers,
  type Span,
} from './store.ts'

export interface Wanted {
  readonly period: Period
  readonly until: Date
  /** `kept`: from the sums as they are now. `then`: exactly as they were at `until`, for a job that may run late. */
  readonly sums: 'kept' | 'then'
  readonly audience: Audience
}

/** Reads what there is to sum up, without what the audience may not see. */
export async function readSummaryFacts(
  tx: Tx,
  team: Team,
  { period, until, sums, audience }: Wanted,
): Promise<SummaryFacts> {
  const span: Span = { teamId: team.id, period, until }
  const members = await membersAt(tx, team, period, until)
  const all = await everyMetricOf(tx, team.id)
  const metrics = (await visibleMetrics(tx, team, audience)).map(metric =>
    inItsCurrency(metric, all, ownCurrency(team)),
  )
  const over = ({ from, to }: Period) => ({ metrics, all, from, to })
  const asOf = sums === 'then' && { asOf: { at: until, memberIds: members.map(({ memberId }) => memberId) } }
  const mayShow = blockersShown(tx, audience)
  return {
    ...{ period, until, members, metrics, all },
    sums: await readAmounts(tx, team, { ...over(period), ...asOf }),
    before: await readAmounts(tx, team, over(previous(period))),
    planned: await readPlanSums(tx, span),
    followed: await readFollowed(tx, span),
    targets: await teamTargetsIn(tx, team.id, period),
    heard: await readHeard(tx, team, { period, until }, sums === 'kept' ? null : until),
    reports: await countReports(tx, span),
    blockers: (await shown(await readBlockers(tx, span), mayShow)).flatMap(({ memberId, date, blockers }) =>
      blockers.map(text => ({ memberId, date, text })),
    ),
    latest: new Map((await readLatestBlockers(tx, span)).map(({ memberId, blockers }) => [memberId, blockers])),
  }
}

/** A number that is asked for managers alone is no number for the group. */
async function visibleMetrics(tx: Tx, team: Team, audience: Audience): Promise<readonly Metric[]> {
  const metrics = await shownMetricsOf(tx, team.id)
  const visible = (await allForms(tx, team.id)).map(({ definition }) => visibleTo(audience, definition))
  return metrics.filter(metric => visible.every(shown => shown.metric(metric.key)))
}

type MayShow = (said: Pick<SaidBlockers, 'formId' | 'version'>) => Promise<boolean>

/** By the form as it was asked then; each version is looked up once. */
function blockersShown(tx: Tx, audience: Audience): MayShow {
  const known = new Map<string, Visible | null>()
  return async ({ formId, version }) => {
    const name = `${formId} ${version}`
    const before = known.get(name)
    if (before !== undefined) return before?.blockers ?? false
    const definition = await formVersion(tx, formId, version)
    const visible = definition && visibleTo(audience, definition)
    known.set(name, visible)
    return visible?.blockers ?? false
  }
}

async function shown(said: readonly SaidBlockers[], mayShow: MayShow): Promise<readonly SaidBlockers[]> {
  const kept: SaidBlockers[] = []
  for (const one of said) if (await mayShow(one)) kept.push(one)
  return kept
}
