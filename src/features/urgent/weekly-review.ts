import { addDays, type LocalDate } from '../../calendar/dates.ts'
import { periodOf } from '../../calendar/periods.ts'
import { toInstant } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import type { Job, SlotRun } from '../feature.ts'
import { noteRead } from '../privacy/note-read.ts'
import { managersOf } from '../team/members.ts'
import { namesOf } from './people-store.ts'
import { type Call, reviewOf } from './review.ts'
import { mattersRaised, type StepOf, stepsBetween, verdictsOf } from './review-store.ts'
import { urgentSettings } from './urgent-settings.ts'
import { reviewContent, sawCalls, whyReview } from './words/review.ts'

/** It is worth reading for so long. Days. */
const WORTH = 3

export const reviewJob: Job = {
  name: 'urgent.review',
  what: { zh: '紧急事项周报', en: 'Review of urgent matters' },
  quiet: true,
  catchUp: { grace: 600, missed: 'latest' },
  async schedules(_tx, team) {
    const { reviewAt } = urgentSettings(team)
    return reviewAt === null ? [] : [{ arg: '', spec: { every: 'week', on: 1, at: reviewAt } }]
  },
  run: reviewWeek,
}

async function callsAmong({ tx }: TeamContext, steps: readonly StepOf[]): Promise<readonly Call[]> {
  const calls = steps.filter(({ resting }) => resting)
  const found = await verdictsOf(
    tx,
    calls.map(({ matter }) => matter.id),
  )
  return calls.map(({ memberId, matter, at }) => ({ memberId, matter, at, verdict: found.get(matter.id) ?? null }))
}

/** Tells each manager in private how the week before went, with each call in somebody's time of rest; a week without any is left in peace. */
async function reviewWeek(ctx: TeamContext, slot: SlotRun): Promise<void> {
  const { tx, team } = ctx
  const period = periodOf('week', addDays(slot.date, -7))
  const midnight = (date: LocalDate) => toInstant(date, '00:00', team.zone)
  const span = { from: midnight(period.from), before: midnight(addDays(period.to, 1)) }
  const matters = await mattersRaised(tx, team.id, span)
  const steps = await stepsBetween(tx, team.id, span)
  if (matters.length === 0 && steps.length === 0) return
  const unanswered = new Set(steps.flatMap(({ kind, matter }) => (kind === 'unanswered' ? [matter.id] : [])))
  const calls = await callsAmong(ctx, steps)
  const review = reviewOf(matters, { unanswered, calls, most: urgentSettings(team).criticals })
  const nameOf = await namesOf(tx, [
    ...calls.flatMap(({ memberId, matter }) => [memberId ?? [], matter.raisedBy].flat()),
    ...review.eager.map(({ memberId }) => memberId),
  ])
  for (const manager of await managersOf(tx, team)) {
    ctx.say({
      to: { person: manager.personId },
      content: reviewContent({ period, review, nameOf, zone: team.zone }, manager.lang),
      lane: 'digest',
      purpose: 'urgent.review',
      key: `urgent.review:${manager.memberId}:${period.key}`,
      expiresAt: midnight(addDays(slot.date, WORTH)),
      reason: { words: whyReview },
    })
    for (const about of new Set(calls.flatMap(({ memberId }) => memberId ?? [])))
      await noteRead(ctx, { by: manager.personId, about, what: 'urgent.review', words: sawCalls })
  }
}
