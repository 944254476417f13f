import { UserError } from '../../base/errors.ts'
import type { Words } from '../../base/words.ts'
import { DAY_MS } from '../../calendar/dates.ts'
import { tidy } from '../../commands/tidy.ts'
import type { Team } from '../../context.ts'
import { noticeSettings } from './notice-settings.ts'
import { afterWorkdays, readUntil } from './read-until.ts'
import type { NoticeFields } from './request.ts'
import { linkTooLong, needsText, soSoon, tooFar, tooLong, whichUntil, yesOrNo } from './words/refusals.ts'

const LONGEST_TEXT = 2000
const LONGEST_LINK = 500
const SHORTEST_TIME_MS = 10 * 60_000
const LONGEST_DAYS = 90

/** What was typed about a notice, understood; what was not said is undefined. */
export interface Draft {
  readonly text: string | undefined
  readonly link: string | undefined
  readonly until: Date | undefined
  readonly important: boolean | undefined
  readonly again: boolean
}

/** Throws UserError, with what would work, for what cannot be. */
export function readDraft(typed: NoticeFields, team: Team, now: Date): Draft {
  const { text, link } = typed
  if ([...text].length > LONGEST_TEXT) throw new UserError('notices.too-long', tooLong(LONGEST_TEXT))
  if (link !== undefined && [...link].length > LONGEST_LINK)
    throw new UserError('notices.link-too-long', linkTooLong(LONGEST_LINK))
  return {
    text: text === '' ? undefined : text,
    link: link === '' ? undefined : link,
    until: typed.until === undefined || typed.until === '' ? undefined : untilOf(typed.until, team, now),
    important: typed.important === undefined ? undefined : yesNo(typed.important, 'important'),
    again: typed.again === undefined ? false : yesNo(typed.again, 'again'),
  }
}

/** A notice has to say something. */
export function theText({ text }: Draft): string {
  if (text === undefined || !/[\p{L}\p{N}]/u.test(text)) throw new UserError('notices.needs-text', needsText)
  return text
}

/** The end of one that names none. */
export function usualEnd(team: Team, now: Date): Date {
  return afterWorkdays(noticeSettings(team).days, around(team, now))
}

function untilOf(typed: string, team: Team, now: Date): Date {
  const until = readUntil(typed, around(team, now))
  if (until === null) throw new UserError('notices.until', whichUntil(typed))
  const left = until.getTime() - now.getTime()
  if (left < SHORTEST_TIME_MS) throw new UserError('notices.so-soon', soSoon(typed))
  if (left > LONGEST_DAYS * DAY_MS) throw new UserError('notices.too-far', tooFar(LONGEST_DAYS))
  return until
}

function around(team: Team, now: Date) {
  return { now, zone: team.zone, calendar: team.calendar, dayEnds: noticeSettings(team).hours.to }
}

function yesNo(typed: string, what: 'important' | 'again'): boolean {
  const said = tidy(typed)
  if (/^(?:|yes|y|true|on|是|要|对|重要)$/.test(said)) return true
  if (/^(?:no|n|false|off|否|不|不要|不是|不重要|普通)$/.test(said)) return false
  const key: Words = { important: { zh: '重要', en: 'important' }, again: { zh: '重新确认', en: 'again' } }[what]
  throw new UserError('notices.yes-no', yesOrNo(key, typed))
}
