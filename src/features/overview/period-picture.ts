import type { Period } from '../../calendar/periods.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { Block } from '../../content/content.ts'
import type { MemberContext } from '../../context.ts'
import { boardSettings } from '../boards/board-settings.ts'
import { pictureBlock } from '../boards/picture-block.ts'
import type { Metric } from '../metrics/catalogue.ts'
import { dailyOf } from '../metrics/entries.ts'
import { mostRelevant } from '../targets/current.ts'
import { addsUp } from '../targets/metric-rules.ts'
import { readTargetPaces } from '../targets/read-paces.ts'
import { ownTargetsIn } from '../targets/store.ts'
import { workingDays } from '../targets/working-days.ts'
import { leavesOf } from '../team/leaves.ts'
import type { TeamMember } from '../team/members.ts'
import { courseOf } from './course.ts'
import { mainMetric } from './main-metric.ts'
import type { Pace } from './pace.ts'
import { periodDrawing, periodPictureWords } from './words/period-drawing.ts'

interface Asked {
  readonly period: Period
  readonly metrics: readonly Metric[]
  readonly paces: readonly Pace[]
}

/** A point alone is no line, and more than the workdays of a month no phone tells apart. */
const LEAST_DAYS = 2
const MOST_DAYS = 31

/** How the member's most telling metric came together over the period, as a picture; null where there is nothing to draw. */
export async function periodPicture(ctx: MemberContext, member: TeamMember, asked: Asked): Promise<Block | null> {
  const { tx, team, now, lang } = ctx
  const { period } = asked
  const { from, to } = period
  const { memberId } = member
  const leaves = (await leavesOf(tx, [memberId], from, to)).get(memberId) ?? []
  const days = workingDays({ calendar: member.calendar, joinedOn: member.joinedOn, leaves }, from, to)
  if (days.length < LEAST_DAYS || days.length > MOST_DAYS) return null
  const chosen = await chooseMetric(ctx, member, asked)
  if (chosen === null) return null
  const { metric, target } = chosen
  const daily = await dailyOf(tx, { metricIds: [metric.id], from, to, memberIds: [memberId] })
  const course = courseOf({ days, daily, target, today: toLocal(now, team.zone).date })
  const shown = { name: member.name, team: team.name, metric, period, course }
  return pictureBlock(ctx, periodDrawing(shown, lang), periodPictureWords(shown, lang))
}

/** That of the most relevant target of just this period, else the main one that there is anything of. */
async function chooseMetric(
  { tx, team, now }: MemberContext,
  member: TeamMember,
  { period, metrics, paces }: Asked,
): Promise<{ readonly metric: Metric; readonly target: number | null } | null> {
  const targets = await ownTargetsIn(tx, team.id, member.memberId, period)
  const towards = (await readTargetPaces(tx, team, { targets, members: [member], now })).filter(one =>
    addsUp(one.metric),
  )
  const first = mostRelevant(towards, new Set())
  if (first) return { metric: first.metric, target: first.target.value }
  const has = ({ id }: Metric) => paces.some(({ metric, done }) => metric.id === id && done > 0)
  const metric = mainMetric(metrics, { ranked: boardSettings(team).weekly, has })
  return metric && { metric, target: null }
}
