import type { TeamContext } from '../../context.ts'
import { events } from '../events.ts'
import { memberById } from '../team/members.ts'
import { ASK_JOB, askingOf } from './asks.ts'
import { daysOfEach } from './days.ts'
import { nextAsk } from './ladder.ts'
import { covers } from './notice.ts'
import { addReader, importantOpen, setDue, unreadBy } from './store.ts'

type Payload = Readonly<Record<string, unknown>>

/** More wait for nobody. */
const MOST = 100

/** Whoever joins is asked to read what is important and still open. */
export async function askNewcomer(ctx: TeamContext, payload: Payload): Promise<void> {
  const { tx, team, now } = ctx
  const { memberId } = events['member.joined'].parse(payload)
  const member = await memberById(tx, memberId)
  if (!member || member.leftOn !== null) return
  const all = (await importantOpen(tx, team.id)).filter(
    notice => covers(notice, member) && notice.postedBy !== memberId,
  )
  for (const notice of all) {
    const isNew = await addReader(tx, notice.id, { memberId, readAt: null, dueAt: now })
    if (!isNew) await setDue(tx, notice.id, memberId, now)
  }
  if (all.length > 0) ctx.emit({ name: 'schedule.changed', teamId: team.id, payload: { job: ASK_JOB } })
}

/** Whoever goes on leave is asked when they are back, and whoever does not go after all, as everybody else. */
export async function followLeave(ctx: TeamContext, payload: Payload): Promise<void> {
  const { tx, team, now } = ctx
  const { memberId } = events['leave.changed'].parse(payload)
  const member = await memberById(tx, memberId)
  if (!member) return
  const waiting = await unreadBy(tx, team.id, memberId, MOST)
  for (const notice of waiting) {
    const days = (await daysOfEach(ctx, [member], notice.until)).get(memberId)
    if (days) await setDue(tx, notice.id, memberId, nextAsk(askingOf(notice), days, now))
  }
  if (waiting.length > 0) ctx.emit({ name: 'schedule.changed', teamId: team.id, payload: { job: ASK_JOB } })
}
