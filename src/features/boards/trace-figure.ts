import { UserError } from '../../base/errors.ts'
import { type Period, periodOf } from '../../calendar/periods.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { everyMetricOf, type Metric, shownMetricsOf } from '../metrics/catalogue.ts'
import { type Formula, metricsIn } from '../metrics/formula/formula.ts'
import { ownCurrency } from '../metrics/metric-settings.ts'
import { inItsCurrency } from '../metrics/money/conversion.ts'
import { refuseUnrated } from '../metrics/money/rate-words.ts'
import { readQuestion } from '../metrics/question.ts'
import { readFigures } from '../metrics/read-figures.ts'
import { entriesBehind } from '../metrics/trace.ts'
import { noteRead } from '../privacy/note-read.ts'
import { everMembersOf, findMember, type TeamMember } from '../team/members.ts'
import { mayTrace } from './may-trace.ts'
import { membersAt } from './read-board.ts'
import { scorecardMetric } from './scorecard-words.ts'
import { traceScore } from './trace-score.ts'
import {
  mayNotTrace,
  noSuchMember,
  type Trace,
  traceContent,
  tracedWords,
  type Working,
  whichMember,
  whichMetric,
  workingContent,
} from './trace-words.ts'

/** Answers `/trace`: the entries behind a member's figure, to the asker alone. Without a name the asker's own. */
export async function traceFigure(ctx: MemberContext, asked: string): Promise<void> {
  const { tx, team, now, actor, lang } = ctx
  const today = toLocal(now, team.zone).date
  const metrics = await shownMetricsOf(tx, team.id)
  const scorecard = scorecardMetric(metrics)
  const { metric, period: named, rest } = readQuestion(asked, [...metrics, scorecard], today)
  if (!metric) throw new UserError('trace-which-metric', whichMetric(metrics))
  const period = named ?? periodOf(metric === scorecard ? 'month' : 'week', today)
  const members = await membersAt(tx, team, period, now)
  const memberId = rest === '' ? actor.memberId : memberNamed(rest, members).memberId
  const name = members.find(member => member.memberId === memberId)?.name ?? actor.name
  if (metric === scorecard) return traceScore(ctx, { memberId, name, period, metrics })
  if (!(await mayTrace(ctx, memberId, metric, period))) throw new UserError('not-allowed', mayNotTrace)
  const content =
    metric.formula === null
      ? traceContent(await recorded(ctx, { name, metric, memberId, period }), team.zone, lang)
      : workingContent(await working(ctx, { name, metric, formula: metric.formula, memberId, period }), lang)
  const look = { by: actor.personId, about: memberId, what: 'boards.trace' }
  await noteRead(ctx, {
    ...look,
    words: tracedWords(metric, period),
    detail: { metric: metric.key, period: period.key },
  })
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'boards.trace' })
}

interface Asked {
  readonly name: string
  readonly metric: Metric
  readonly memberId: string
  readonly period: Period
}

async function recorded({ tx, team }: MemberContext, { name, metric, memberId, period }: Asked): Promise<Trace> {
  const entries = await entriesBehind(tx, { memberId, metricId: metric.id, from: period.from, to: period.to })
  return { name, metric, period, entries, authors: await everMembersOf(tx, team) }
}

/** How a figure comes about that is worked out: what its parts are, each of which can be traced in turn. */
async function working(
  { tx, team }: MemberContext,
  { name, metric, formula, memberId, period }: Asked & { readonly formula: Formula },
): Promise<Working> {
  const all = await everyMetricOf(tx, team.id)
  const of = async (one: Metric) => {
    const { from, to } = period
    const { figures, converted } = await readFigures(tx, team, { metric: one, all, from, to, memberIds: [memberId] })
    refuseUnrated(converted)
    return { metric: inItsCurrency(one, all, ownCurrency(team)), value: figures[0]?.value ?? null, converted }
  }
  const parts = []
  for (const key of metricsIn(formula)) for (const one of all) if (one.key === key) parts.push(await of(one))
  return { ...(await of(metric)), name, formula, period, parts }
}

function memberNamed(text: string, members: readonly TeamMember[]): TeamMember {
  const found = findMember(members, text)
  switch (found.kind) {
    case 'one':
      return found.member
    case 'several':
      throw new UserError('trace-which-member', whichMember(text, found.members))
    case 'none':
      throw new UserError('trace-no-member', noSuchMember(text, found.nearest))
  }
}
