import { leaveOn } from '../../calendar/leave.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import { events } from '../events.ts'
import { leavesOf } from '../team/leaves.ts'
import { memberById } from '../team/members.ts'
import { reminderKeys } from './remind-round.ts'
import { dropKeyed, dropWaiting } from './store.ts'

type Payload = Readonly<Record<string, unknown>>

/** Whoever has answered is not reminded any more: what has not gone out yet is taken back. */
export async function takeBackAnswered({ tx }: TeamContext, payload: Payload): Promise<void> {
  const { roundId, memberId } = events['report.submitted'].parse(payload)
  const member = await memberById(tx, memberId)
  if (!member) return
  await dropKeyed(tx, member.personId, { prefix: reminderKeys(roundId, memberId), why: 'answered meanwhile' })
}

/** Whoever is away today is not reminded of anything that has not gone out yet. */
export async function takeBackOnLeave({ tx, team, now }: TeamContext, payload: Payload): Promise<void> {
  const { memberId } = events['leave.changed'].parse(payload)
  const member = await memberById(tx, memberId)
  const { date } = toLocal(now, team.zone)
  const leaves = (await leavesOf(tx, [memberId], date, date)).get(memberId) ?? []
  if (member && leaveOn(leaves, date) !== null) await dropWaiting(tx, member.personId, { before: now, why: 'on leave' })
}
