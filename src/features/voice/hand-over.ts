import { randomInt } from 'node:crypto'
import { shuffled } from '../../base/shuffled.ts'
import { addDays } from '../../calendar/dates.ts'
import { toInstant } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import type { SlotRun } from '../feature.ts'
import { byPerson, nudge } from '../nudges/nudge.ts'
import { managersOf } from '../team/members.ts'
import { isOverdue, isReleased } from './due.ts'
import { addMessage, changeThread, lockVoice, openThread, owedThreads, takeOut, waitingIn } from './store.ts'
import { voiceSettings } from './voice-settings.ts'
import { type Handed, handedOver, unansweredWords, whyHandedOver, whyUnanswered } from './words/manager.ts'

/** Of a long neglect so many are named. */
const MOST = 50

/** Gives the managers what has waited long enough in the box, and reminds them of what they owe. */
export async function handOver(ctx: TeamContext, slot: SlotRun): Promise<void> {
  await lockVoice(ctx.tx, ctx.team.id)
  const handed = await release(ctx, slot)
  if (handed.length > 0) await tell(ctx, slot, handed)
  await remind(ctx, slot)
}

/** Written anew and shuffled, so that not even the order of rows, or of the transactions that wrote them, tells anything. */
async function release({ tx, team }: TeamContext, { date }: SlotRun): Promise<readonly Handed[]> {
  const waiting = await waitingIn(tx, team.id)
  if (!waiting || !isReleased(waiting, date, voiceSettings(team))) return []
  const handed: Handed[] = []
  for (const { codeHash, texts } of shuffled(await takeOut(tx, team.id), randomInt)) {
    const thread = await openThread(tx, team.id, codeHash, date)
    for (const text of texts) await addMessage(tx, thread, { byManager: false, text, day: date })
    if (!thread.muted) handed.push({ number: thread.number, texts, isNew: thread.givenOn === date })
  }
  return handed
}

async function tell({ tx, team, ...ctx }: TeamContext, { date }: SlotRun, handed: readonly Handed[]): Promise<void> {
  for (const { personId, memberId, lang } of await managersOf(tx, team))
    ctx.say({
      to: { person: personId },
      content: handedOver(lang, handed, voiceSettings(team).answerDays),
      lane: 'digest',
      purpose: 'voice.handed-over',
      key: `voice.handed-over:${team.id}:${date}:${memberId}`,
      reason: { words: whyHandedOver },
    })
}

async function remind(ctx: TeamContext, { date }: SlotRun): Promise<void> {
  const { tx, team } = ctx
  const { answerDays } = voiceSettings(team)
  const owed = (await owedThreads(tx, team.id, addDays(date, -answerDays), MOST)).filter(
    ({ owedSince, remindedOn }) =>
      owedSince !== null && isOverdue({ owedSince, remindedOn }, date, team.calendar, answerDays),
  )
  if (owed.length === 0) return
  for (const { id } of owed) await changeThread(tx, id, { remindedOn: date })
  const managers = await managersOf(tx, team)
  for (const member of managers.toSorted(byPerson))
    await nudge(ctx, {
      ...{ member, kind: 'voice.unanswered', key: `voice.unanswered:${member.memberId}:${date}` },
      content: unansweredWords(member.lang, owed, answerDays),
      reason: { words: whyUnanswered },
      expiresAt: toInstant(addDays(date, 1), '00:00', team.zone),
    })
}
