import { z } from 'zod'
import type { InboundEvent } from '../../../src/platform/events.ts'
import type { Me } from '../people/facts.ts'
import { umbrellaOf } from '../slash-name.ts'
import { type Names, nobodyKnown, readText } from './text.ts'
import { type Ignored, id, ignored, placeOf, words } from './wire.ts'

export interface Slash {
  readonly kind: 'slash'
  /** The message that the command stands for: `/bw-plan 拜访3`, like `/bw plan 拜访3`, says `/plan 拜访3` to the bot. */
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
  const { text } = readText(read.data.text, me.userId, names)
  const event: InboundEvent = {
    platform: 'slack',
    eventId: `t:${triggerId}`,
    place: placeOf(channelId),
    author: { accountId: who },
    body: { kind: 'message', text: spokenBy(read.data.command, text, prefix), addressed: true },
  }
  return { kind: 'slash', event, who, channelId, triggerId, responseUrl }
}

/** The umbrella's text is a command itself, with its slash or without; alone it asks what there is. */
function spokenBy(command: string, text: string, prefix: string | null): string {
  if (command !== umbrellaOf(prefix)) return withoutPrefix(`${command} ${text}`.trim(), prefix)
  const words = text.replace(/^\s*[/／、]?/, '').trim()
  return withoutPrefix(`/${words === '' ? 'help' : words}`, prefix)
}

function withoutPrefix(spoken: string, prefix: string | null): string {
  const whole = `/${prefix}-`
  return prefix !== null && spoken.startsWith(whole) ? `/${spoken.slice(whole.length)}` : spoken
}
