import type { InboundEvent } from '../../../src/platform/events.ts'
import { decodeShortcut, type MessageShortcut } from '../decode/interaction.ts'
import { begin, onlyForm } from './at-once.ts'
import type { Inside } from './doors.ts'
import { areIn } from './slash.ts'

/** Actions are called `feature.what`; what is called otherwise was never ours. */
const ours = /^[a-z][a-z-]*\.[a-z][a-z-]*$/

/** A shortcut on a message. It is answered for its user alone: there, or in private where we are not. */
export async function takeShortcut(inside: Inside, body: unknown): Promise<void> {
  const { directory, log } = inside
  const used = decodeShortcut(body, await directory.me(), directory.names)
  if (used.kind === 'ignored') return log.debug({ why: used.why }, 'slack shortcut ignored')
  if (!ours.test(used.callbackId)) return log.debug('slack shortcut that is not ours')
  const atOnce = begin(inside)
  const event = await eventOf(inside, used)
  const offer = onlyForm(await atOnce.foresee(inside.known(event)))
  if (offer !== null && (await atOnce.open(offer, used))) return
  await inside.take(event)
}

async function eventOf({ directory }: Inside, used: MessageShortcut): Promise<InboundEvent> {
  const { eventId, who, place, channelId, callbackId, quote } = used
  const here = place.kind === 'direct' || (await areIn(directory, channelId))
  return {
    platform: 'slack',
    eventId,
    place: here ? place : { kind: 'direct' },
    author: { accountId: who },
    body: { kind: 'action', actionId: callbackId, quote },
  }
}
