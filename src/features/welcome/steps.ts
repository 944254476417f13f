import { addDays } from '../../calendar/dates.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import type { Command, SlotRun } from '../feature.ts'
import { nudge } from '../nudges/nudge.ts'
import { leavesOf } from '../team/leaves.ts'
import { memberById, type TeamMember } from '../team/members.ts'
import { type Days, momentOf, nextDay, type Step } from './first-week.ts'
import { isThrough, readWelcome } from './read-welcome.ts'
import { type Newcomer, newcomerBy, setNext } from './store.ts'
import { endContent, firstWeekContent, midWeekContent, whyWelcomed } from './words.ts'

export const WEEK_JOB = 'welcome.week'

/** As far ahead as a first week may reach. */
const LOOK_AHEAD = 60
/** Who could not be told for so many days need not be any more. */
const LATEST_DAYS = 21

/** What comes next in a newcomer's first week; `slot.arg` is the member's id. */
export async function takeStep(ctx: TeamContext, slot: SlotRun, catalogue: readonly Command[]): Promise<void> {
  const { tx } = ctx
  const newcomer = await newcomerBy(tx, slot.arg)
  const member = await memberById(tx, slot.arg)
  if (!newcomer || newcomer.nextAt === null || newcomer.nextAt > slot.at) return
  if (!member || member.leftOn !== null) return setNext(tx, slot.arg, 'over', null)
  switch (newcomer.next) {
    case 'welcome':
      return welcome(ctx, newcomer, member, catalogue)
    case 'mid-week':
      return midWeek(ctx, newcomer, member, catalogue)
    case 'end':
      return endWeek(ctx, newcomer, member, catalogue)
    case 'over':
      return
  }
}

export async function welcome(
  ctx: TeamContext,
  newcomer: Pick<Newcomer, 'memberId' | 'joinedAt'>,
  member: TeamMember,
  catalogue: readonly Command[],
): Promise<void> {
  await sayWelcome(ctx, member, catalogue, welcomeKey(member.memberId))
  await goOn(ctx, newcomer, 'mid-week', await daysOf(ctx, member))
}

export async function sayWelcome(
  ctx: TeamContext,
  member: TeamMember,
  catalogue: readonly Command[],
  key: string,
): Promise<void> {
  const content = firstWeekContent(await readWelcome(ctx, member, catalogue, member.lang), member.lang)
  ctx.say({
    ...{ to: { person: member.personId }, content, lane: 'digest', purpose: 'welcome.first', key },
    reason: { words: whyWelcomed },
  })
}

export function welcomeKey(memberId: string): string {
  return `welcome.first:${memberId}`
}

/** Only of what is left to do; whoever has done all of it is not disturbed. */
async function midWeek(ctx: TeamContext, newcomer: Newcomer, member: TeamMember, catalogue: readonly Command[]) {
  const days = await daysOf(ctx, member)
  const read = await readWelcome(ctx, member, catalogue, member.lang)
  const isOpen = !isThrough(read.items)
  if (isOpen && !(await tell(ctx, member, 'mid-week', midWeekContent(read, member.lang)))) {
    const later = nextDay(ctx.now, days)
    const end = momentOf('end', newcomer.joinedAt, days)
    if (later && end && later < end) return goOn(ctx, newcomer, 'mid-week', days, later)
  }
  await goOn(ctx, newcomer, 'end', days)
}

async function endWeek(ctx: TeamContext, newcomer: Newcomer, member: TeamMember, catalogue: readonly Command[]) {
  const read = await readWelcome(ctx, member, catalogue, member.lang)
  const isTold = await tell(ctx, member, 'end', endContent(read, member.lang))
  const days = await daysOf(ctx, member)
  const later = isTold ? null : nextDay(ctx.now, days)
  const isLate = later === null || later.getTime() - newcomer.joinedAt.getTime() > LATEST_DAYS * 86_400_000
  await goOn(ctx, newcomer, isLate ? 'over' : 'end', days, isLate ? null : later)
}

/** By the manners of every nudge; answers whether it was said, or is not wanted at all. */
async function tell(
  ctx: TeamContext,
  member: TeamMember,
  step: Step,
  said: ReturnType<typeof endContent>,
): Promise<boolean> {
  const today = toLocal(ctx.now, ctx.team.zone).date
  const decision = await nudge(ctx, {
    ...{ member, kind: WEEK_JOB, content: said, reason: { words: whyWelcomed } },
    ...{ expiresAt: new Date(ctx.now.getTime() + 86_400_000), key: `welcome.${step}:${member.memberId}:${today}` },
  })
  return decision === null || decision.say || decision.held.kind === 'retired'
}

/** To the next step, at its own time unless another one is given. */
export async function goOn(
  ctx: TeamContext,
  { memberId, joinedAt }: Pick<Newcomer, 'memberId' | 'joinedAt'>,
  next: Step,
  days: Days,
  at: Date | null = momentOf(next, joinedAt, days),
): Promise<void> {
  await setNext(ctx.tx, memberId, next, at)
  ctx.emit({ name: 'schedule.changed', teamId: ctx.team.id, payload: { job: WEEK_JOB } })
}

export async function daysOf({ tx, team, now }: TeamContext, { memberId, calendar }: TeamMember): Promise<Days> {
  const today = toLocal(now, team.zone).date
  const leaves = await leavesOf(tx, [memberId], addDays(today, -LOOK_AHEAD), addDays(today, LOOK_AHEAD))
  return { zone: team.zone, calendar, leaves: leaves.get(memberId) ?? [] }
}
