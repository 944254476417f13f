import { onLeave } from '../../calendar/leave.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import type { SlotRun } from '../feature.ts'
import { leavesOf } from '../team/leaves.ts'
import { managersOf, memberById, membersOf, type TeamMember } from '../team/members.ts'
import { noteListSeen } from './noted.ts'
import type { Notice } from './notice.ts'
import { revise, shownOf, unmailedOf } from './publish.ts'
import { changeNotice, lockNotice, readersOf } from './store.ts'
import { summaryContent } from './words/readers.ts'
import { whySummary } from './words/why.ts'

/** Who has read a notice, and who has not: of those who are in the team now. */
export interface Reading {
  readonly read: readonly { readonly member: TeamMember; readonly at: Date }[]
  readonly missing: readonly TeamMember[]
  /** Of those who have not, whoever is away now. */
  readonly away: readonly TeamMember[]
}

/** Ends a notice: the posted message says so, and its author hears in private who has read it; `slot.arg` is its id. */
export async function endNotice(ctx: TeamContext, slot: SlotRun): Promise<void> {
  const { tx } = ctx
  const open = await lockNotice(tx, slot.arg)
  if (open?.state !== 'open' || open.until > slot.at) return
  const notice = await changeNotice(tx, open.id, { state: 'over' })
  await revise(ctx, notice, { news: null })
  const shown = await shownOf(ctx, notice)
  const reading = await readingOf(ctx, notice)
  const unmailed = await unmailedOf(ctx, [...reading.missing, ...reading.away])
  const missing = reading.missing.length + reading.away.length
  for (const { personId, memberId, lang } of await whomToTell(ctx, notice)) {
    ctx.say({
      to: { person: personId },
      content: summaryContent(shown, { ...reading, unmailed }, lang),
      lane: 'nudge',
      purpose: 'notices.summary',
      key: `notices.summary:${notice.id}:${memberId}`,
      reason: { words: whySummary(notice.number) },
    })
    if (missing > 0) noteListSeen(ctx, notice, { missing, by: personId })
  }
}

/** The author, or where they have left, the managers. */
async function whomToTell({ tx, team }: TeamContext, { postedBy }: Notice): Promise<readonly TeamMember[]> {
  const author = await memberById(tx, postedBy)
  return author && author.leftOn === null ? [author] : managersOf(tx, team)
}

export async function readingOf({ tx, team, now }: TeamContext, notice: Notice): Promise<Reading> {
  const members = new Map((await membersOf(tx, team)).map(member => [member.memberId, member]))
  const { date, time } = toLocal(now, team.zone)
  const leaves = await leavesOf(tx, [...members.keys()], date, date)
  const reading = {
    read: [] as { member: TeamMember; at: Date }[],
    missing: [] as TeamMember[],
    away: [] as TeamMember[],
  }
  for (const { memberId, readAt } of await readersOf(tx, notice.id)) {
    const member = members.get(memberId)
    if (!member) continue
    if (readAt !== null) reading.read.push({ member, at: readAt })
    else if (onLeave(leaves.get(memberId) ?? [], date, time)) reading.away.push(member)
    else reading.missing.push(member)
  }
  return { ...reading, read: reading.read.toSorted((one, other) => one.at.getTime() - other.at.getTime()) }
}
