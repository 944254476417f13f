import { addDays } from '../../../calendar/dates.ts'
import { afterWork } from '../../../calendar/work-time.ts'
import { toLocal } from '../../../calendar/zone.ts'
import type { MemberContext } from '../../../context.ts'
import { leavesOf } from '../../team/leaves.ts'
import { memberById, type TeamMember } from '../../team/members.ts'
import type { Hit } from '../checks/looks.ts'
import { hearingSettings } from '../hearing/hearing-settings.ts'
import { closeQuestions, isWaiting, writeQuestion } from './store.ts'

export const unansweredJob = 'rules.unanswered'

/** Whoever says anything here has seen what they were asked here. */
export async function answerQuestions(ctx: MemberContext, channelId: string): Promise<void> {
  const closed = await closeQuestions(ctx.tx, ctx.actor.memberId, channelId, ctx.now)
  if (closed > 0) reschedule(ctx)
}

/** Waits for the answers of those who were asked, each in their own work time. */
export async function openQuestions(ctx: MemberContext, hits: readonly Hit[], channelId: string): Promise<void> {
  const { tx, team, actor, now } = ctx
  let opened = false
  for (const { rule, found } of hits) {
    const { when } = rule.definition
    if (when.kind !== 'unanswered') continue
    for (const askedId of found.what) {
      const asked = await memberById(tx, askedId)
      if (asked === null || asked.teamId !== team.id || asked.leftOn !== null) continue
      const question = { askerId: actor.memberId, askedId, channelId }
      const dueAt = await dueFor(ctx, asked, when.minutes)
      if (dueAt === null || (await isWaiting(tx, question))) continue
      await writeQuestion(tx, { ...question, teamId: team.id, ruleId: rule.id, askedAt: now, dueAt })
      opened = true
    }
  }
  if (opened) reschedule(ctx)
}

async function dueFor({ tx, team, now }: MemberContext, asked: TeamMember, minutes: number): Promise<Date | null> {
  const { date } = toLocal(now, team.zone)
  const leaves = await leavesOf(tx, [asked.memberId], date, addDays(date, 60))
  const { workHours: hours } = hearingSettings(team)
  const work = { zone: team.zone, calendar: asked.calendar, hours }
  return afterWork(minutes, now, work, leaves.get(asked.memberId) ?? [])
}

function reschedule(ctx: MemberContext): void {
  ctx.emit({ name: 'schedule.changed', teamId: ctx.team.id, payload: { job: unansweredJob } })
}
