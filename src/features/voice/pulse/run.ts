import { addDays, mondayOf, weekdayOf } from '../../../calendar/dates.ts'
import { workdaysBetween } from '../../../calendar/workdays.ts'
import { toInstant } from '../../../calendar/zone.ts'
import type { TeamContext } from '../../../context.ts'
import type { SlotRun } from '../../feature.ts'
import { byPerson, nudge } from '../../nudges/nudge.ts'
import { membersOf } from '../../team/members.ts'
import { voiceSettings } from '../voice-settings.ts'
import { answersIn, averageOf, LEAST, noAnswers } from './pulse.ts'
import { closedPulses, closePulse, lockOpenPulse, openPulse } from './store.ts'
import { askedWords, resultWords, whyAsked } from './words.ts'

const WEDNESDAY = 3

/** So many workdays there are to answer, the one on which it was asked included. */
const OPEN_DAYS = 2

/** So many weeks are told beside the newest. */
export const WEEKS = 6

/** Each workday: tells the result of the question whose time is over, and asks from Wednesday on, once in a week. */
export async function runPulse(ctx: TeamContext, slot: SlotRun): Promise<void> {
  await closeOver(ctx, slot)
  if (voiceSettings(ctx.team).pulse && weekdayOf(slot.date) >= WEDNESDAY) await ask(ctx, slot)
}

async function closeOver({ tx, team, ...ctx }: TeamContext, { date }: SlotRun): Promise<void> {
  const open = await lockOpenPulse(tx, team.id)
  if (!open || workdaysBetween(team.calendar, open.askedOn, date, 'usual-week').length <= OPEN_DAYS) return
  const isEnough = answersIn(open.counts) >= LEAST
  await closePulse(tx, open.id, date, isEnough ? open.counts : noAnswers)
  const [now, ...before] = await closedPulses(tx, team.id, WEEKS)
  const earlier = before.flatMap(({ counts }) => averageOf(counts) ?? [])
  ctx.say({
    to: { team: team.id },
    content: resultWords(team.lang, now?.counts ?? noAnswers, earlier),
    lane: 'digest',
    purpose: 'voice.pulse-result',
    key: `voice.pulse-result:${open.id}`,
  })
}

/** Where fewer could answer than are ever shown, nobody is bothered. */
async function ask(ctx: TeamContext, { date }: SlotRun): Promise<void> {
  const { tx, team } = ctx
  const members = await membersOf(tx, team)
  if (members.length < LEAST || (await lockOpenPulse(tx, team.id))) return
  if (!(await openPulse(tx, team.id, mondayOf(date), date))) return
  for (const member of members.toSorted(byPerson))
    await nudge(ctx, {
      ...{ member, kind: 'voice.pulse', key: `voice.pulse:${member.memberId}:${mondayOf(date)}` },
      content: askedWords(member.lang),
      reason: { words: whyAsked },
      expiresAt: toInstant(addDays(date, 1), '00:00', team.zone),
    })
}
