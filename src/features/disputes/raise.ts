import { UserError } from '../../base/errors.ts'
import { newId } from '../../base/ids.ts'
import { parsePeriod } from '../../calendar/period-words.ts'
import { type Period, periodOf } from '../../calendar/periods.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { mayTrace } from '../boards/may-trace.ts'
import { membersAt } from '../boards/read-board.ts'
import { readDay } from '../entries/day.ts'
import { readValue } from '../entries/figure-value.ts'
import { readSaid } from '../entries/said.ts'
import { aheadOfTime, noSuchDay, noSuchMember, whichMember, workedOut } from '../entries/words.ts'
import { everyMetricOf, type Metric, shownMetricsOf } from '../metrics/catalogue.ts'
import { formulaWords } from '../metrics/formula-words.ts'
import { readFigures } from '../metrics/read-figures.ts'
import { findMember, managersOf, type TeamMember } from '../team/members.ts'
import { askManagers } from './ask-managers.ts'
import { readProposed } from './proposed.ts'
import { insertDispute, sameOpen } from './store.ts'
import { raised } from './words/answers.ts'
import { alreadyAsked, howToDispute, mayNotDispute, noManager } from './words/refusals.ts'

interface Question {
  readonly member: TeamMember
  readonly metric: Metric
  readonly period: Period
  /** What it should be, if they said so. */
  readonly proposed: number | null
  readonly reason: string
}

/** Answers `/dispute calls 11-18 left out two`: asks the managers in private whether a figure is right. */
export async function raise(ctx: MemberContext, text: string): Promise<void> {
  const { tx, team, actor, now, lang } = ctx
  const question = await understand(ctx, text)
  const { member, metric, period, proposed, reason } = question
  const { memberId } = member
  if (!(await mayTrace(ctx, memberId, metric, period))) throw new UserError('not-allowed', mayNotDispute)
  const managers = (await managersOf(tx, team)).filter(({ personId }) => personId !== actor.personId)
  if (managers.length === 0) throw new UserError('dispute-no-manager', noManager(metric))
  const { from, to } = period
  const same = await sameOpen(tx, { askedBy: actor.memberId, memberId, metricId: metric.id, from, to })
  if (same) throw new UserError('dispute-asked', alreadyAsked(same.number))
  const all = await everyMetricOf(tx, team.id)
  const { figures } = await readFigures(tx, team, { metric, all, from, to, memberIds: [memberId] })
  const dispute = await insertDispute(tx, {
    ...{ id: newId(now), teamId: team.id, memberId, metricId: metric.id, from, to, proposed, reason },
    ...{ shown: figures[0]?.value ?? null, askedBy: actor.memberId, askedAt: now },
  })
  const shown = { dispute, metric, period, of: member.name, by: actor.name }
  askManagers(ctx, managers, shown)
  ctx.say({ to: { reply: 'private' }, content: raised(shown, lang), lane: 'reply', purpose: 'disputes.raised' })
}

async function understand(ctx: MemberContext, text: string): Promise<Question> {
  const { tx, team, now, actor } = ctx
  const today = toLocal(now, team.zone).date
  const metrics = await shownMetricsOf(tx, team.id)
  const readWhen = (phrase: string): Period | null => {
    const date = readDay(phrase, today)
    return date === null ? parsePeriod(phrase, today) : periodOf('day', date)
  }
  const members = await membersAt(tx, team, periodOf('day', today), now)
  const said = readSaid(text, { metrics, members, readWhen, valued: false })
  if (said.noSuchDay !== null) throw new UserError('entry-no-day', noSuchDay(said.noSuchDay))
  const { metric, remark: reason } = said
  if (!metric || reason === '') throw new UserError('dispute-unclear', howToDispute(metrics))
  if (metric.formula !== null) {
    const { formula } = metric
    const written = { zh: formulaWords(formula, metrics, 'zh'), en: formulaWords(formula, metrics, 'en') }
    throw new UserError('entry-worked-out', workedOut(metric, written))
  }
  const period = said.when ?? periodOf('day', today)
  if (period.from > today) throw new UserError('entry-ahead', aheadOfTime(period.from))
  const member = memberNamed(said.name === '' ? actor.name : said.name, await membersAt(tx, team, period, now))
  const proposed = period.kind === 'day' ? readProposed(reason) : null
  const value = proposed === null ? null : readValue(proposed, metric)
  return { member, metric, period, reason, proposed: value?.ok ? value.value : null }
}

function memberNamed(name: string, members: readonly TeamMember[]): TeamMember {
  const found = findMember(members, name)
  if (found.kind === 'one') return found.member
  if (found.kind === 'several') throw new UserError('entry-which-member', whichMember(name, found.members))
  throw new UserError('entry-no-member', noSuchMember(name, found.nearest))
}
