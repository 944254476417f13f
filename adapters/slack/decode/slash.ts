import { z } from 'zod'
import type { InboundEvent } from '../../../src/platform/events.ts'
import type { Me } from '../people/facts.ts'
import { type Names, nobodyKnown, readText } from './text.ts'
import { type Ignored, id, ignored, placeOf, words } from './wire.ts'

export interface Slash {
  readonly kind: 'slash'
  /** The message that the command stands for: `/bw-plan 拜访3` says `/plan 拜访3` to the bot. */
  readonly event: InboundEvent
  readonly who: string
  /** Where it was typed, a direct channel or one in which we are not included. */
  readonly channelId: string
  readonly triggerId: string
  readonly responseUrl: string
}

const payload = z.object({
  command: z.string().regex(/^\/\S{1,60}$/u),
  text: words.default(''),
  user_id: id,
  channel_id: id,
  trigger_id: id,
  response_url: z.url(),
})

/** Reads the payload of a slash command. `prefix` is what stands before each of ours, as `bw` in `/bw-plan`. */
export function decodeSlash(
  body: unknown,
  { me, prefix, names = nobodyKnown }: { readonly me: Me; readonly prefix: string | null; readonly names?: Names },
): Slash | Ignored {
  const read = payload.safeParse(body)
  if (!read.success) return ignored('not a slash command')
  const { user_id: who, channel_id: channelId, trigger_id: triggerId, response_url: responseUrl } = read.data
  const command = withoutPrefix(read.data.command, prefix)
  const { text } = readText(read.data.text, me.userId, names)
  const event: InboundEvent = {
    platform: 'slack',
    eventId: `t:${triggerId}`,
    place: placeOf(channelId),
    author: { accountId: who },
    body: { kind: 'message', text: `${command} ${text}`.trim(), addressed: true },
  }
  return { kind: 'slash', event, who, channelId, triggerId, responseUrl }
}

function withoutPrefix(command: string, prefix: string | null): string {
  const whole = `/${prefix}-`
  return prefix !== null && command.startsWith(whole) ? `/${command.slice(whole.length)}` : command
}
