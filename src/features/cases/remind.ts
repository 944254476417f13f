import { addDays } from '../../calendar/dates.ts'
import { toInstant } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import type { SlotRun } from '../feature.ts'
import { byPerson, nudge } from '../nudges/nudge.ts'
import { leavesOf } from '../team/leaves.ts'
import { managersOf, membersOf } from '../team/members.ts'
import type { Case } from './case.ts'
import { caseSettings } from './case-settings.ts'
import { FURTHEST } from './days-there.ts'
import { noteTold } from './noted.ts'
import { type Morning, type Reminder, remindersOf } from './reminders.ts'
import { shownCases } from './shown.ts'
import { dueIn, markTold, openIn } from './store.ts'
import { reminderContent, whyReminded } from './words/reminders.ts'

/** So many of a team are looked at in a morning. */
const MOST = 300
/** So many are listed where all that is open is. */
const MOST_OPEN = 60

/** Every workday each owner, and each manager, hears at most once of what is due: in private, by the manners of every nudge. */
export async function remindAll(ctx: TeamContext, slot: SlotRun): Promise<void> {
  const told = new Set<string>()
  const reminders = remindersOf(await readMorning(ctx, slot))
  for (const reminder of reminders.toSorted((a, b) => byPerson(a.member, b.member)))
    if (await remindOne(ctx, slot, reminder)) for (const { id } of reminder.late) told.add(id)
  await markTold(ctx.tx, [...told], slot.at)
}

async function readMorning({ tx, team }: TeamContext, { date: today }: SlotRun): Promise<Morning> {
  const { morning, escalateDays } = caseSettings(team)
  const members = await membersOf(tx, team)
  const due = await dueIn(tx, team.id, today, MOST)
  const owners = members.filter(({ memberId }) => due.some(({ ownerId }) => ownerId === memberId))
  const ids = owners.map(({ memberId }) => memberId)
  const leaves = await leavesOf(tx, ids, addDays(today, -FURTHEST), today)
  return {
    ...{ today, members, due, escalateDays },
    managers: await managersOf(tx, team),
    presence: new Map(
      owners.map(({ memberId, calendar }) => [memberId, { calendar, leaves: leaves.get(memberId) ?? [] }]),
    ),
    team: { calendar: team.calendar, leaves: [] },
    open: morning ? await openIn(tx, team.id, MOST_OPEN) : [],
  }
}

/** Whether it was said; what a manager could not be told today is told another day. */
async function remindOne(ctx: TeamContext, { date }: SlotRun, reminder: Reminder): Promise<boolean> {
  const { tx, team } = ctx
  const { member, own, late, open } = reminder
  const show = (cases: readonly Case[]) => shownCases(tx, cases, date)
  const shown = { own: await show(own), late: await show(late), open: await show(open) }
  const decision = await nudge(ctx, {
    ...{ member, kind: 'cases.due' },
    content: reminderContent(shown, member.lang),
    reason: { words: whyReminded, facts: { own: own.length, late: late.length, open: open.length } },
    expiresAt: toInstant(addDays(date, 1), '00:00', team.zone),
    key: `cases.due:${member.memberId}:${date}`,
  })
  if (decision?.say !== true) return false
  for (const { ownerId, number } of late) await noteTold(ctx, { manager: member.personId, owner: ownerId, number })
  return true
}
