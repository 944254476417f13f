import { toInstant, toLocal } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import { metricsOf } from '../metrics/catalogue.ts'
import type { Report } from '../reports/report.ts'
import { lastReports, reportById } from '../reports/store.ts'
import { memberById, type TeamMember } from '../team/members.ts'
import { isOver, nextStep } from './course.ts'
import { fairnessSettings } from './fairness-settings.ts'
import { type Day, type Habit, habitsIn } from './habits.ts'
import { showHabit } from './show-habit.ts'
import { beginHabit, type KeptHabit, latestHabits, lockHabits, updateHabit } from './store.ts'
import { tellManagers } from './tell-managers.ts'

/** So many reports are looked at: a month of workdays. */
const WINDOW = 20

/** Looks, when somebody hands in a report, whether a way of reporting stands out: they hear of it first, and in private. */
export async function noticeHabits(ctx: TeamContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const { tx, team } = ctx
  if (!fairnessSettings(team).hints) return
  const report = await reportById(tx, String(payload['reportId']))
  const member = report?.kind === 'report' ? await memberById(tx, report.memberId) : null
  // A copy that follows the report of another team is that team's to look at; whoever fills in for another has no habit.
  if (!report || !member || report.sharedFrom !== null || report.submittedBy !== member.personId) return
  await lockHabits(tx, member.memberId)
  const days = (await lastReports(tx, member.memberId, 'report', WINDOW)).toReversed().map(dayOf)
  const counted = await countedKeys(ctx)
  const known = await latestHabits(tx, member.memberId)
  for (const habit of habitsIn(days, counted)) {
    const before = known.find(({ kind }) => kind === habit.kind)
    await takeStep(ctx, { member, habit, days, counted, before: before && stillOf(ctx, before) })
  }
}

interface Noticed {
  readonly member: TeamMember
  readonly habit: Habit
  readonly days: readonly Day[]
  readonly counted: ReadonlySet<string>
  /** What the member was told of it already. */
  readonly before: KeptHabit | undefined
}

async function takeStep(ctx: TeamContext, { member, habit, days, counted, before }: Noticed): Promise<void> {
  const { tx, team, now } = ctx
  const today = toLocal(now, team.zone).date
  const since = before && days.filter(({ submittedAt }) => submittedAt > before.firstShown)
  const isGoingOn = since !== undefined && habitsIn(since, counted).some(({ kind }) => kind === habit.kind)
  const step = nextStep(before ?? null, { now, isGoingOn, persistDays: fairnessSettings(team).persistDays })
  if (before && isGoingOn) await updateHabit(tx, before.id, { habit, lastSeen: today })
  switch (step) {
    case 'wait':
      return
    case 'begin':
      if (await showHabit(ctx, member, habit, today)) {
        await beginHabit(tx, { teamId: team.id, memberId: member.memberId, habit, now, today })
      }
      return
    case 'show-again':
      if (before && (await showHabit(ctx, member, habit, today))) await updateHabit(tx, before.id, { lastShown: now })
      return
    case 'tell-managers':
      if (before) await tellManagers(ctx, member, { ...before, facts: habit })
      return
  }
}

/** Undefined when it is over. */
function stillOf({ team, now }: TeamContext, habit: KeptHabit): KeptHabit | undefined {
  return isOver(toInstant(habit.lastSeen, '00:00', team.zone), now) ? undefined : habit
}

function dayOf({ date, values, notes, submittedAt, status }: Report): Day {
  return { date, values, notes, submittedAt, isBackFilled: status === 'back-filled' }
}

async function countedKeys({ tx, team }: TeamContext): Promise<ReadonlySet<string>> {
  return new Set((await metricsOf(tx, team.id)).flatMap(({ key, unit }) => (unit === 'count' ? [key] : [])))
}
