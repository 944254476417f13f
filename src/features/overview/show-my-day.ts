import { periodOf } from '../../calendar/periods.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { Content } from '../../content/content.ts'
import type { MemberContext } from '../../context.ts'
import { placeOf } from '../boards/board.ts'
import { readMainBoard } from '../boards/read-main-board.ts'
import { isAsked } from '../forms/asked.ts'
import { activeForms } from '../forms/store.ts'
import { type Metric, metricsOf } from '../metrics/catalogue.ts'
import { unfinished } from '../reports/items.ts'
import { pairOf } from '../reports/pair.ts'
import { readMarkOf } from '../reports/read-mark.ts'
import { reportOf } from '../reports/store.ts'
import { currentPaces } from '../targets/current.ts'
import { keptLeaves } from '../team/leaves.ts'
import type { TeamMember } from '../team/members.ts'
import { readPaces } from './read-paces.ts'
import { myDayContent } from './words/my-day.ts'

/** Answers `/my`: the day, the week and the month of whoever asks, for their eyes only. */
export async function showMyDay(ctx: MemberContext, member: TeamMember): Promise<void> {
  const content = await myDay(ctx, member)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'overview.my' })
}

/** The member's plan, numbers, pace and place. */
export async function myDay(ctx: MemberContext, member: TeamMember): Promise<Content> {
  const { tx, team, now, lang } = ctx
  const today = toLocal(now, team.zone).date
  const metrics = await metricsOf(tx, team.id)
  const plan = await reportOf(tx, member.memberId, 'plan', today)
  const report = await reportOf(tx, member.memberId, 'report', today)
  const week = periodOf('week', today)
  const month = periodOf('month', today)
  return myDayContent(
    {
      ...{ today, plan, report, metrics },
      name: member.name,
      asked: await askedOf(ctx, member),
      read: report && (await readMarkOf(tx, report)),
      pair: pairOf(metrics, plan?.values ?? {}, report?.values ?? {}),
      week: await readPaces(tx, { member, metrics, period: week, today }),
      month: await readPaces(tx, { member, metrics, period: month, today }),
      targets: await currentPaces(tx, team, [member], now),
      place: await placeThisWeek(ctx, metrics, member),
      items: unfinished(plan, report),
      blockers: (report ?? plan)?.blockers ?? [],
      leaves: await keptLeaves(tx, member.memberId, today),
    },
    lang,
  )
}

/** Which of the two usual forms ask this member. */
async function askedOf({ tx, team }: MemberContext, member: TeamMember): Promise<ReadonlySet<'plan' | 'report'>> {
  const forms = (await activeForms(tx, team.id)).filter(({ definition }) => isAsked(definition, member))
  return new Set(forms.flatMap(({ kind }) => (kind === 'custom' ? [] : [kind])))
}

/** On the team's main board of this week; null for a team that counts nothing. */
async function placeThisWeek({ tx, team, now }: MemberContext, metrics: readonly Metric[], { memberId }: TeamMember) {
  const period = periodOf('week', toLocal(now, team.zone).date)
  const board = await readMainBoard(tx, team, metrics, { period, until: now, sums: 'kept' })
  return board && { board, row: placeOf(board, memberId) }
}
