import { UserError } from '../../base/errors.ts'
import { toLocal } from '../../calendar/zone.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { SHOWN } from './follow.ts'
import { type Handling, readDone } from './request.ts'
import { addMessage, changeThread, lockVoice, messagesOf, type Thread, threadNumbered } from './store.ts'
import { voiceSettings } from './voice-settings.ts'
import { announcement, answeredWords, doneWords, managersThread, muteWords } from './words/manager.ts'
import { forManagers, needsWords, noSuchThread } from './words/refusals.ts'
import { answer } from './write.ts'

/** Answers `/feedback 3 …`, with which a manager reads, answers, settles or mutes a thread. */
export async function handleThread(
  ctx: MemberContext,
  number: number,
  handling: Handling,
  text: string,
): Promise<void> {
  if (!atLeast(ctx.actor.role, 'manager')) throw new UserError('not-allowed', forManagers)
  await lockVoice(ctx.tx, ctx.team.id)
  const thread = await threadNumbered(ctx.tx, ctx.team.id, number)
  if (!thread) throw new UserError('voice.no-thread', noSuchThread(number))
  switch (handling) {
    case 'show':
      return answer(ctx, managersThread(ctx.lang, thread, await messagesOf(ctx.tx, thread.id, SHOWN)))
    case 'answer':
      return reply(ctx, thread, text)
    case 'done':
      return settle(ctx, thread, text)
    case 'mute':
    case 'unmute':
      await changeThread(ctx.tx, thread.id, { muted: handling === 'mute', owedSince: null })
      return answer(ctx, muteWords(ctx.lang, thread, handling === 'mute'))
  }
}

async function reply(ctx: MemberContext, thread: Thread, text: string): Promise<void> {
  const { tx, lang } = ctx
  if (text === '') throw new UserError('voice.needs-words', needsWords(thread.number))
  await addMessage(tx, thread, { byManager: true, text, day: today(ctx) })
  await changeThread(tx, thread.id, { owedSince: null, remindedOn: null })
  answer(ctx, answeredWords(lang, thread))
}

/** Only a manager's own words are for all to read. */
async function settle(ctx: MemberContext, thread: Thread, text: string): Promise<void> {
  const { tx, team, lang, now } = ctx
  const { said, did } = readDone(text)
  if (did === '') throw new UserError('voice.needs-words', needsWords(thread.number))
  await changeThread(tx, thread.id, { said, did, doneOn: today(ctx), owedSince: null, remindedOn: null })
  const { announce } = voiceSettings(team)
  answer(ctx, doneWords(lang, thread, announce))
  if (!announce) return
  ctx.say({
    to: { team: team.id },
    content: announcement(team.lang, { said, did }),
    lane: 'digest',
    purpose: 'voice.done',
    key: `voice.done:${thread.id}:${now.toISOString()}`,
    revises: { key: `voice.done:${thread.id}`, short: null },
  })
}

function today({ now, team }: MemberContext): string {
  return toLocal(now, team.zone).date
}
