import type { TeamContext } from '../../context.ts'
import { dropKeyed } from '../nudges/store.ts'
import { membersOf, type TeamMember } from '../team/members.ts'
import { daysOfEach } from './days.ts'
import { type Asking, type Days, nextAsk } from './ladder.ts'
import type { Notice } from './notice.ts'
import { readersOf, setDue } from './store.ts'

export const ASK_JOB = 'notices.ask'
export const END_JOB = 'notices.end'

/** Whatever waits for a moment has changed: somebody is asked at another time, or a notice ends at another. */
export function asksChanged({ emit, team }: Pick<TeamContext, 'emit' | 'team'>): void {
  for (const job of [ASK_JOB, END_JOB]) emit({ name: 'schedule.changed', teamId: team.id, payload: { job } })
}

export function askingOf({ important, askedAt: since, until }: Notice): Asking {
  return { important, since, until }
}

/** How the keys of all that one member is asked about a notice begin. */
export function askKeys(noticeId: string, memberId: string): string {
  return `notices.ask:${noticeId}:${memberId}:`
}

/** Takes back what has not gone out of what a member was asked about it. */
export async function takeBack(ctx: TeamContext, noticeId: string, member: TeamMember, why: string): Promise<void> {
  await dropKeyed(ctx.tx, member.personId, { prefix: askKeys(noticeId, member.memberId), why })
}

/** Sets anew when each who has not read it is asked; those in `atOnce` now. */
export async function replan(ctx: TeamContext, notice: Notice, atOnce: ReadonlySet<string> = new Set()): Promise<void> {
  const { tx, team, now } = ctx
  const unread = new Set((await readersOf(tx, notice.id)).flatMap(it => (it.readAt === null ? [it.memberId] : [])))
  const waiting = (await membersOf(tx, team)).filter(({ memberId }) => unread.has(memberId))
  const days = await daysOfEach(ctx, waiting, notice.until)
  for (const { memberId } of waiting)
    await setDue(tx, notice.id, memberId, atOnce.has(memberId) ? now : dueFor(notice, days.get(memberId), now))
}

function dueFor(notice: Notice, days: Days | undefined, now: Date): Date | null {
  return days ? nextAsk(askingOf(notice), days, now) : null
}
