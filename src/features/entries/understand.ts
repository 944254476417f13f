import { UserError } from '../../base/errors.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { toLocal } from '../../calendar/zone.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { type Metric, shownMetricsOf } from '../metrics/catalogue.ts'
import { byHouse } from '../metrics/metric.ts'
import type { Found } from '../team/find-member.ts'
import { findMember, membersOf, type TeamMember } from '../team/members.ts'
import { readDay } from './day.ts'
import { readValue } from './figure-value.ts'
import { readSaid, type Said } from './said.ts'
import { howWorkedOut } from './which-metric.ts'
import {
  aheadOfTime,
  counted,
  howToType,
  noSuchDay,
  noSuchMember,
  notInTeamThen,
  onlyOwn,
  type Verb,
  valueProblem,
  whichMember,
  whichMetric,
} from './words.ts'

/** A value that somebody gives a member's metric on a day. */
export interface Given {
  readonly member: TeamMember
  readonly metric: Metric
  readonly date: LocalDate
  readonly value: number
  /** Empty when they gave none. */
  readonly reason: string
}

/** What was typed after `/record` or `/correct`. Throws UserError, with what would work, for whatever cannot be. */
export async function understand(ctx: MemberContext, text: string, verb: Verb): Promise<Given> {
  const { tx, team, now, actor } = ctx
  const today = toLocal(now, team.zone).date
  const metrics = await shownMetricsOf(tx, team.id)
  const members = await membersOf(tx, team)
  const readWhen = (phrase: string) => readDay(phrase, today)
  const said = readSaid(text, { metrics, members, readWhen, valued: true })
  const metric = metricSaid(said, metrics, verb)
  const isCounted = metric.reportedBy === byHouse
  if (isCounted && (verb === 'record' || !atLeast(actor.role, 'manager')))
    throw new UserError('entry-counted', counted(metric))
  if (said.noSuchDay !== null) throw new UserError('entry-no-day', noSuchDay(said.noSuchDay))
  const date = said.when ?? today
  if (date > today) throw new UserError('entry-ahead', aheadOfTime(date))
  const then = await membersOf(tx, team, date)
  const member = memberNamed(said.name, actor.memberId, { then, now: members, date })
  const isOwn = member.memberId === actor.memberId
  if (!isOwn && !atLeast(actor.role, 'manager')) throw new UserError('not-allowed', onlyOwn)
  return { member, metric, date, value: valueSaid(said, metric, verb), reason: said.remark }
}

function metricSaid({ metric, name }: Said<LocalDate>, metrics: readonly Metric[], verb: Verb): Metric {
  if (!metric) throw new UserError('entry-which-metric', whichMetric(name, metrics, verb))
  const working = howWorkedOut(metric, metrics)
  if (working !== null) throw new UserError('entry-worked-out', working)
  return metric
}

function valueSaid({ value, remark }: Said<LocalDate>, metric: Metric, verb: Verb): number {
  if (value === null) throw new UserError('entry-no-value', howToType(verb, remark))
  const read = readValue(value, metric)
  if (read.ok) return read.value
  throw new UserError(`entry-${read.problem}`, valueProblem(read.problem, value, metric))
}

/** Without a name the asker; whoever joined later, or had left, is told of. */
function memberNamed(
  name: string,
  ownId: string,
  { then, now, date }: { then: readonly TeamMember[]; now: readonly TeamMember[]; date: LocalDate },
): TeamMember {
  const among = (members: readonly TeamMember[]): Found<TeamMember> => {
    if (name !== '') return findMember(members, name)
    const member = members.find(({ memberId }) => memberId === ownId)
    return member ? { kind: 'one', member } : { kind: 'none' }
  }
  const found = among(then)
  if (found.kind === 'one') return found.member
  if (found.kind === 'several') throw new UserError('entry-which-member', whichMember(name, found.members))
  const later = among(now)
  if (later.kind === 'one') throw new UserError('entry-not-then', notInTeamThen(later.member.name, date))
  throw new UserError('entry-no-member', noSuchMember(name, found.nearest))
}
