import { UserError } from '../../base/errors.ts'
import { addDays } from '../../calendar/dates.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { Content } from '../../content/content.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { membersOf } from '../team/members.ts'
import { newCode } from './code.ts'
import type { DailyLimit } from './limit.ts'
import { confirmedText } from './request.ts'
import { keptOf, layIn, stillWaiting, threadOf } from './store.ts'
import { voiceSettings } from './voice-settings.ts'
import { addedWords, keptWords, weakWords } from './words/author.ts'
import { mutedThread, noSuchCode, nothingSaid, tooLong, tooMuch } from './words/refusals.ts'

/** Among fewer than so many who may have written, the words tell who did. */
const FEW = 5

const LONGEST = 2000

/** A code that could not be told within the hour is not told: until it is, its row names whom it is for. */
const WORTH_MS = 3_600_000

/** Answers `/feedback …`: lays it into the box, and tells the author a code that nobody else ever gets. */
export async function write(ctx: MemberContext, typed: string, limit: DailyLimit): Promise<void> {
  const { tx, team, lang } = ctx
  const few = await howFew(ctx)
  const confirmed = few === null ? null : confirmedText(typed)
  if (few !== null && confirmed === null) return answer(ctx, weakWords(lang, few))
  const text = confirmed ?? typed
  const day = checked(ctx, text, limit)
  const code = newCode()
  const codeHash = await keptOf(tx, team.id, code)
  await layIn(tx, { teamId: team.id, codeHash, text, day })
  const { batch, longestDays, answerDays } = voiceSettings(team)
  answer(ctx, keptWords(lang, { code, batch, by: addDays(day, longestDays), answerDays }))
}

/** Answers `/feedback CODE …`: lays something more into the box, for the same thread. */
export async function writeMore(ctx: MemberContext, code: string, text: string, limit: DailyLimit): Promise<void> {
  const { tx, team, lang } = ctx
  const codeHash = await keptOf(tx, team.id, code)
  const thread = await threadOf(tx, codeHash)
  if (!thread && (await stillWaiting(tx, codeHash)).length === 0) throw new UserError('voice.no-code', noSuchCode)
  if (thread?.muted) throw new UserError('voice.muted', mutedThread)
  const day = checked(ctx, text, limit)
  await layIn(tx, { teamId: team.id, codeHash, text, day })
  const { batch, longestDays } = voiceSettings(team)
  answer(ctx, addedWords(lang, { code, batch, by: addDays(day, longestDays) }))
}

/** How many may have written, if they are few. Those who read it know what they wrote themselves. */
async function howFew({ tx, team }: MemberContext): Promise<number | null> {
  const writers = (await membersOf(tx, team)).filter(({ role }) => !atLeast(role, 'manager'))
  return writers.length < FEW ? writers.length : null
}

/** The day, if that may be written. */
function checked({ team, actor, now }: MemberContext, text: string, limit: DailyLimit): string {
  if (text === '') throw new UserError('voice.nothing', nothingSaid)
  if (text.length > LONGEST) throw new UserError('voice.too-long', tooLong(LONGEST))
  const { date } = toLocal(now, team.zone)
  const { perDay } = voiceSettings(team)
  if (!limit(actor.memberId, text, date, perDay)) throw new UserError('voice.too-much', tooMuch(perDay))
  return date
}

/** The same for whatever is asked here, so that not even its purpose tells what it was. */
export function answer(ctx: MemberContext, content: Content): void {
  const expiresAt = new Date(ctx.now.getTime() + WORTH_MS)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'voice.answer', expiresAt })
}
