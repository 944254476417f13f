import { leaveOn } from '../../calendar/leave.ts'
import type { TeamContext } from '../../context.ts'
import type { SlotRun } from '../feature.ts'
import { activeForms, type TeamForm } from '../forms/store.ts'
import { type Metric, metricsOf } from '../metrics/catalogue.ts'
import { lastReports, reportOf, reportsOfRound } from '../reports/store.ts'
import { whetherExpected } from '../rounds/expected.ts'
import { ensureRound, type Round } from '../rounds/store.ts'
import { occurrencesBetween } from '../rounds/window.ts'
import { leavesOf } from '../team/leaves.ts'
import { membersOf, type TeamMember } from '../team/members.ts'
import type { Held } from './budget.ts'
import { exampleLine } from './example-line.ts'
import { byPerson, nudge } from './nudge.ts'
import { type Reminder, type RemindKind, reminderContent, reminderReason } from './remind-words.ts'

/** Reminds those who are asked and have not answered, before the round is due; the slot lies before its due moment. */
export async function remindBeforeDue(ctx: TeamContext, slot: SlotRun): Promise<void> {
  await remind(ctx, slot, 'nudges.before-due', dueAt => dueAt > slot.at)
}

/** The same once more when it is due; the slot is the due moment. */
export async function remindAtDue(ctx: TeamContext, slot: SlotRun): Promise<void> {
  await remind(ctx, slot, 'nudges.at-due', dueAt => dueAt.getTime() === slot.at.getTime())
}

async function remind(
  ctx: TeamContext,
  slot: SlotRun,
  kind: RemindKind,
  isMeant: (dueAt: Date) => boolean,
): Promise<void> {
  const { tx, team } = ctx
  const form = (await activeForms(tx, team.id)).find(({ id }) => id === slot.arg)
  if (!form) return
  const occurrences = occurrencesBetween(form.definition, team.zone, team.calendar, slot.date, slot.date)
  const occurrence = occurrences.find(({ dueAt }) => isMeant(dueAt))
  if (!occurrence) return
  const round = await ensureRound(tx, team, form, occurrence)
  const metrics = await metricsOf(tx, team.id)
  for (const { member, needless } of await asked(ctx, form, round)) {
    const facts = { kind, form, round, zone: team.zone, now: ctx.now }
    await nudge(ctx, {
      ...{ member, kind, needless },
      content: await reminderFor(ctx, { ...facts, member, metrics }),
      reason: reminderReason(facts),
      expiresAt: kind === 'nudges.before-due' ? round.dueAt : round.closesAt,
      key: `${reminderKeys(round.id, member.memberId)}${kind}`,
    })
  }
}

/** How the keys of all reminders of one member about one round begin. */
export function reminderKeys(roundId: string, memberId: string): string {
  return `nudge:${roundId}:${memberId}:`
}

interface Asked {
  readonly member: TeamMember
  /** Undefined for whoever is to be reminded. */
  readonly needless: Held | undefined
}

/** Everybody whom the form asks. */
async function asked({ tx, team }: TeamContext, form: TeamForm, round: Round): Promise<readonly Asked[]> {
  const members = await membersOf(tx, team, round.date)
  const ids = members.map(({ memberId }) => memberId)
  const leaves = await leavesOf(tx, ids, round.date, round.date)
  const answered = new Set((await reportsOfRound(tx, round.id)).map(({ memberId }) => memberId))
  return members.toSorted(byPerson).flatMap((member): Asked[] => {
    if (answered.has(member.memberId)) return [{ member, needless: { kind: 'answered' } }]
    const own = leaves.get(member.memberId) ?? []
    const expectation = whetherExpected(form.definition, round, team.zone, member, own)
    if (expectation === 'not-asked' || expectation === 'not-in-team') return []
    return [
      {
        member,
        needless:
          expectation === 'on-leave' ? { kind: 'on-leave', part: leaveOn(own, round.date) ?? 'day' } : undefined,
      },
    ]
  })
}

interface Facts extends Omit<Reminder, 'memberId' | 'lang' | 'example'> {
  readonly member: TeamMember
  readonly metrics: readonly Metric[]
}

/** The reminder in the member's language, with an example made of their own numbers. */
export async function reminderFor({ tx }: Pick<TeamContext, 'tx'>, { member, metrics, ...facts }: Facts) {
  const { memberId, lang } = member
  const own = await familiarValues(tx, memberId, facts)
  const example = exampleLine(facts.form.definition, metrics, own, lang)
  return reminderContent({ ...facts, memberId, lang, example })
}

/** For a report what was planned for that day, else what was given the last time. */
async function familiarValues(
  tx: TeamContext['tx'],
  memberId: string,
  { form, round }: { form: Reminder['form']; round: Pick<Round, 'date'> },
): Promise<Readonly<Record<string, number>>> {
  const plan = form.kind === 'report' ? await reportOf(tx, memberId, 'plan', round.date) : null
  const [last] = plan ? [plan] : await lastReports(tx, memberId, form.kind, 1)
  return last?.values ?? {}
}
