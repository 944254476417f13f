import { within } from '../../../src/base/wait.ts'
import { type Lang, langOfText } from '../../../src/base/words.ts'
import type { InboundEvent } from '../../../src/platform/events.ts'
import type { SlashAnswer } from '../connection/receive.ts'
import { decodeSlash, type Slash } from '../decode/slash.ts'
import type { Directory } from '../people/directory.ts'
import { begin, langFor, onlyForm } from './at-once.ts'
import type { Inside } from './doors.ts'

/** How long it may take to learn whether we are in a channel, in milliseconds. */
const learntWithin = 1_000

/**
 * A slash command: what only opens a form opens it and is not written down, since nothing was done; everything else is, and
 * has a first answer before the real one.
 */
export async function takeSlash(inside: Inside, body: unknown): Promise<SlashAnswer | undefined> {
  const { directory, prefix, log } = inside
  const slash = decodeSlash(body, { me: await directory.me(), prefix, names: directory.names })
  if (slash.kind === 'ignored') {
    log.debug({ why: slash.why }, 'slack command ignored')
    return undefined
  }
  const atOnce = begin(inside)
  const own = langTyped(slash.event) ?? inside.langOf(slash.who)
  if (slash.event.place.kind === 'group' && !(await areIn(directory, slash.channelId))) {
    return whisper(inviteUs[langFor(null, own)])
  }
  const foreseen = await atOnce.foresee(inside.known(slash.event))
  const offer = onlyForm(foreseen)
  if (offer !== null && (await atOnce.open(offer, slash))) return undefined
  if (foreseen?.said.length === 0 || slash.event.place.kind === 'direct') {
    await inside.take(slash.event)
    return undefined
  }
  await takeWithFirstAnswer(inside, slash)
  return whisper(gotIt[langFor(foreseen, own)])
}

/** Kept before the event is written down: the real answer may come at any moment after that. */
async function takeWithFirstAnswer(
  inside: Inside,
  { who: userId, channelId, responseUrl, event }: Slash,
): Promise<void> {
  inside.firstAnswers.keep({ userId, channelId, responseUrl })
  try {
    await inside.take(event)
  } catch (error) {
    inside.firstAnswers.drop({ userId, channelId }, responseUrl)
    throw error
  }
}

/** Where Slack does not tell, we take it that we are in. */
export async function areIn(directory: Directory, channelId: string): Promise<boolean> {
  const known = directory.channel(channelId)
  if (known !== null) return known.member
  const learnt = await within(directory.learnChannel(channelId), learntWithin, 'late')
  return learnt === 'late' || learnt === null || learnt.member
}

/** The command's own words tell more than settings. */
function langTyped({ body }: InboundEvent): Lang | undefined {
  return body.kind === 'message' && langOfText(body.text) === 'zh' ? 'zh' : undefined
}

function whisper(text: string): SlashAnswer {
  return { response_type: 'ephemeral', text }
}

const gotIt = { zh: '收到，马上回复 …', en: 'Got it …' }

const inviteUs = {
  zh: '我不在这个频道里，什么也没有记。请先在这里发 `/invite @bellwether`，再试一次；也可以直接私聊我。',
  en: 'I am not in this channel, so nothing was noted. Type `/invite @bellwether` here first and try again, or send me a direct message.',
}
