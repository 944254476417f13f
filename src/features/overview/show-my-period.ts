import type { Period } from '../../calendar/periods.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { metricsOf } from '../metrics/catalogue.ts'
import { reportsBetween } from '../reports/store.ts'
import type { TeamMember } from '../team/members.ts'
import { planAccuracy } from './accuracy.ts'
import { periodPicture } from './period-picture.ts'
import { plannedIn } from './planned.ts'
import { readPaces } from './read-paces.ts'
import { myPeriodContent } from './words/my-period.ts'

/** Answers `/my last week` and the like: planned and done over a period, and how punctually. */
export async function showMyPeriod(ctx: MemberContext, member: TeamMember, period: Period): Promise<void> {
  const { tx, team, now, lang } = ctx
  const today = toLocal(now, team.zone).date
  const metrics = await metricsOf(tx, team.id)
  const about = { memberId: member.memberId, from: period.from, to: period.to }
  const plans = await reportsBetween(tx, { ...about, kind: 'plan' })
  const reports = await reportsBetween(tx, { ...about, kind: 'report' })
  const stretch = await readPaces(tx, { member, metrics, period, today })
  const content = myPeriodContent(
    {
      ...{ name: member.name, metrics, stretch },
      picture: await periodPicture(ctx, member, { period, metrics, paces: stretch.paces }),
      planned: plannedIn(metrics, plans),
      accuracy: planAccuracy(metrics, plans, reports),
      reports: reports.length,
      late: reports.filter(({ status }) => status !== 'on-time').length,
    },
    lang,
  )
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'overview.my' })
}
