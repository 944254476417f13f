import { previousWorkday } from '../../calendar/workdays.ts'
import type { TeamContext } from '../../context.ts'
import type { SlotRun } from '../feature.ts'
import { unreadReports } from '../reports/store.ts'
import { unreadContent } from '../reports/words/read.ts'
import { managersOf, membersOf } from '../team/members.ts'
import { worthUntil } from './digest-life.ts'
import { whyUnread } from './words/managers.ts'

const MOST_LISTED = 12

/** Tells each manager, once a workday, what nobody has read of the workday before. */
export async function tellUnread(ctx: TeamContext, slot: SlotRun): Promise<void> {
  const { tx, team, now } = ctx
  const day = previousWorkday(team.calendar, slot.date, 'usual-week')
  const unread = (await unreadReports(tx, team.id, slot.at)).filter(({ date }) => date === day)
  const names = new Map((await membersOf(tx, team)).map(({ memberId, name }) => [memberId, name]))
  for (const manager of await managersOf(tx, team)) {
    const rows = unread.flatMap(({ id, memberId, date }) => {
      const name = memberId === manager.memberId ? undefined : names.get(memberId)
      return name === undefined ? [] : [{ id, name, date }]
    })
    if (rows.length === 0) continue
    ctx.say({
      to: { person: manager.personId },
      content: unreadContent({ rows: rows.slice(0, MOST_LISTED), total: rows.length }, manager.lang),
      lane: 'digest',
      purpose: 'digests.unread',
      key: `digests.unread:${team.id}:${slot.date}:${manager.memberId}`,
      expiresAt: worthUntil(now),
      reason: { words: whyUnread },
    })
  }
}
