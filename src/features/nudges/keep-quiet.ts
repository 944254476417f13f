import { UserError } from '../../base/errors.ts'
import { newId } from '../../base/ids.ts'
import { addDays } from '../../calendar/dates.ts'
import { toInstant, toLocal } from '../../calendar/zone.ts'
import type { Content, FormValues } from '../../content/content.ts'
import type { MemberContext } from '../../context.ts'
import { nudgeSettings } from './nudge-settings.ts'
import type { QuietHours } from './quiet-hours.ts'
import { type QuietRequest, readQuietRequest } from './quiet-request.ts'
import {
  type QuietFacts,
  quietForWords,
  quietHoursForm,
  quietHoursWords,
  quietOffWords,
  quietShownWords,
  quietTodayWords,
  quietUnclear,
} from './quiet-words.ts'
import { remindAgain } from './remind-again.ts'
import { addQuiet, dropWaiting, endQuiet, lockPerson, ownHours, quietUntil, setOwnHours, spentOn } from './store.ts'

/** Answers `/quiet …`. */
export async function obeyQuiet(ctx: MemberContext, request: QuietRequest): Promise<void> {
  switch (request.kind) {
    case 'show':
      return showQuiet(ctx)
    case 'minutes':
      return quietFor(ctx, request.minutes)
    case 'today':
      return quietToday(ctx)
    case 'hours':
      return keepHours(ctx, request.hours)
    case 'off':
      return quietOff(ctx)
    case 'unclear':
      throw new UserError('nudges.quiet-unclear', quietUnclear)
  }
}

/** No nudges for so many minutes; the reminders of today that still matter are said again then. */
async function quietFor(ctx: MemberContext, minutes: number): Promise<void> {
  const until = new Date(ctx.now.getTime() + minutes * 60_000)
  await beQuiet(ctx, until)
  const again = await remindAgain(ctx, until)
  answer(ctx, quietForWords(ctx.lang, { until, again, zone: ctx.team.zone }))
}

export async function quietToday(ctx: MemberContext): Promise<void> {
  const { zone } = ctx.team
  await beQuiet(ctx, toInstant(addDays(toLocal(ctx.now, zone).date, 1), '00:00', zone))
  answer(ctx, quietTodayWords(ctx.lang))
}

async function beQuiet({ tx, now, actor: { personId } }: MemberContext, until: Date): Promise<void> {
  await lockPerson(tx, personId)
  await addQuiet(tx, { id: newId(now), personId, from: now, until })
  await dropWaiting(tx, personId, { before: until, why: 'the person asked for quiet' })
}

/** The person's own hours, in every team, instead of the teams'. */
async function keepHours(ctx: MemberContext, hours: QuietHours): Promise<void> {
  await lockPerson(ctx.tx, ctx.actor.personId)
  await setOwnHours(ctx.tx, ctx.actor.personId, hours)
  await dropWaiting(ctx.tx, ctx.actor.personId, { before: ctx.now, why: 'the person asked for other quiet hours' })
  answer(ctx, quietHoursWords(ctx.lang, hours))
}

/** The form of one's own hours as it was filled in; without values it is shown. */
export async function setHours(ctx: MemberContext, values: FormValues | undefined): Promise<void> {
  if (values === undefined) return answer(ctx, quietHoursForm(ctx.lang, await quietFacts(ctx)))
  return obeyQuiet(ctx, readQuietRequest(`${values['from'] ?? ''}-${values['to'] ?? ''}`))
}

/** Back to the team's hours, and spoken to at once again. */
async function quietOff(ctx: MemberContext): Promise<void> {
  const { tx, now, actor, team, lang } = ctx
  await lockPerson(tx, actor.personId)
  await setOwnHours(tx, actor.personId, null)
  await endQuiet(tx, actor.personId, now)
  answer(ctx, quietOffWords(lang, nudgeSettings(team).quiet))
}

async function showQuiet(ctx: MemberContext): Promise<void> {
  answer(ctx, quietShownWords(ctx.lang, await quietFacts(ctx)))
}

/** Whether and when the person is spoken to unasked. */
export async function quietFacts(ctx: MemberContext): Promise<QuietFacts> {
  const { tx, now, team } = ctx
  const { personId } = ctx.actor
  const { quiet, perDay } = nudgeSettings(team)
  const own = await ownHours(tx, personId)
  const until = await quietUntil(tx, personId, '*', now)
  const spent = await spentOn(tx, personId, toLocal(now, team.zone).date)
  return { hours: own ?? quiet, isOwn: own !== null, until, zone: team.zone, spent, perDay }
}

function answer(ctx: MemberContext, content: Content): void {
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'nudges.quiet' })
}
