import { addDays, type LocalDate, yearOf } from '../../calendar/dates.ts'
import { toInstant } from '../../calendar/zone.ts'
import { image } from '../../content/build.ts'
import type { Block } from '../../content/content.ts'
import type { TeamContext } from '../../context.ts'
import { keepDrawing } from '../../store/pictures.ts'
import type { SlotRun } from '../feature.ts'
import { membersOf } from '../team/members.ts'
import { anniversarySettings } from './anniversary-settings.ts'
import { greetingContent, greetingDrawing, greetingPictureWords, type Named, whyGreeted } from './greeting-words.ts'
import { greetingsOn } from './own-days.ts'
import { keepDays, ownDaysIn } from './store.ts'

/** Greets everybody whose day it is, or was on the days off before, in one message for the group. */
export async function greetMembers(ctx: TeamContext, slot: SlotRun): Promise<void> {
  const { tx, team } = ctx
  const members = new Map((await membersOf(tx, team, slot.date)).map(member => [member.memberId, member]))
  const all = (await ownDaysIn(tx, team.id)).filter(({ memberId }) => members.has(memberId))
  const greetings = greetingsOn(all, slot.date, team.calendar)
  if (greetings.length === 0) return
  for (const { kind, memberId, date } of greetings) {
    const year = yearOf(date)
    const change = kind === 'birthday' ? { birthdayYear: year } : { startedYear: year }
    await keepDays(tx, { memberId, teamId: team.id }, change)
  }
  const named = greetings.map(greeting => ({ ...greeting, name: members.get(greeting.memberId)?.name ?? '' }))
  const picture = anniversarySettings(team).pictures ? await pictureOf(ctx, named, slot.date) : null
  ctx.say({
    to: { team: team.id },
    content: greetingContent(named, picture, slot.date, team.lang),
    lane: 'digest',
    purpose: 'anniversaries.greeting',
    key: `anniversaries.greeting:${team.id}:${slot.date}`,
    expiresAt: toInstant(addDays(slot.date, 1), '00:00', team.zone),
    reason: { words: whyGreeted },
  })
}

async function pictureOf({ tx, team, now }: TeamContext, all: readonly Named[], today: LocalDate): Promise<Block> {
  const ref = await keepDrawing(tx, greetingDrawing(all, today, team.lang), now)
  return image(ref, greetingPictureWords(all, team.lang))
}
