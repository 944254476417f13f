import type { TeamContext } from '../../context.ts'
import type { SlotRun } from '../feature.ts'
import type { Decision } from '../nudges/budget.ts'
import { byPerson, nudge } from '../nudges/nudge.ts'
import { membersOf, type TeamMember } from '../team/members.ts'
import { ASK_JOB, askingOf, askKeys } from './asks.ts'
import { daysOfEach } from './days.ts'
import { nextAsk, nextMorning } from './ladder.ts'
import { shownOf } from './publish.ts'
import { lockNotice, readersOf, setDue } from './store.ts'
import { askContent, type Shown } from './words/notice.ts'
import { whyAsked } from './words/why.ts'

/** Asks those whose turn it is and who have not read the notice, by the manners of every nudge; `slot.arg` is its id. */
export async function askReaders(ctx: TeamContext, slot: SlotRun): Promise<void> {
  const { tx, team } = ctx
  const notice = await lockNotice(tx, slot.arg)
  if (notice?.state !== 'open' || notice.until <= slot.at) return
  const shown = await shownOf(ctx, notice)
  const members = new Map((await membersOf(tx, team)).map(member => [member.memberId, member]))
  const turns = (await readersOf(tx, notice.id)).filter(
    ({ readAt, dueAt }) => readAt === null && dueAt && dueAt <= slot.at,
  )
  const asked = turns.flatMap(({ memberId }) => members.get(memberId) ?? [])
  const days = await daysOfEach(ctx, asked, notice.until)
  for (const { memberId } of turns) if (!members.has(memberId)) await setDue(tx, notice.id, memberId, null)
  for (const member of asked.toSorted(byPerson)) {
    const decision = await ask(ctx, shown, member)
    const own = days.get(member.memberId)
    const next = own && (mayAskAgain(decision) ? nextMorning : nextAsk)(askingOf(notice), own, slot.at)
    await setDue(tx, notice.id, member.memberId, next ?? null)
  }
  ctx.emit({ name: 'schedule.changed', teamId: team.id, payload: { job: ASK_JOB } })
}

function ask(ctx: TeamContext, shown: Shown, member: TeamMember): Promise<Decision | null> {
  const { notice } = shown
  return nudge(ctx, {
    ...{ member, kind: 'notices.unread', content: askContent(shown, member.lang), expiresAt: notice.until },
    reason: { words: whyAsked(notice.number) },
    key: `${askKeys(notice.id, member.memberId)}${ctx.now.toISOString()}`,
  })
}

/** It was only the wrong time. */
function mayAskAgain(decision: Decision | null): boolean {
  return decision?.say === false && decision.held.kind !== 'retired'
}
