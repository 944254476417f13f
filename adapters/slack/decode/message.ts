import type { AllMessageEvents } from '@slack/types'
import { z } from 'zod'
import type { InboundEvent } from '../../../src/platform/events.ts'
import type { Me } from '../people/facts.ts'
import { readFiles, type SharedFile } from './files.ts'
import { type Names, readText } from './text.ts'
import { type Ignored, id, ignored, isDirect, isoOf, type Place, ts, words } from './wire.ts'

/** What to know of us and of others to read a message. */
export interface Reading {
  readonly me: Me
  readonly names: Names
  /** The channel is shared with another company; undefined where Slack does not say. */
  readonly shared: boolean | undefined
}

/** Somebody handed files to us in the direct chat. */
export interface Handed {
  readonly kind: 'handed'
  /** Of the message. */
  readonly eventId: string
  readonly files: readonly HandedFile[]
  /** What was said with them. */
  readonly said: InboundEvent | null
}

export interface HandedFile extends Omit<SharedFile, 'id'> {
  /** That will tell of it. */
  readonly event: Omit<InboundEvent, 'body'>
}

export type MessageDecoded = { readonly kind: 'inbound'; readonly event: InboundEvent } | Handed | Ignored

const message = z.object({
  channel: id,
  channel_type: z.string().optional(),
  subtype: z.string().optional(),
  user: id,
  bot_id: z.string().nullish(),
  text: words.default(''),
  files: z.unknown().optional(),
  ts,
  team: z.string().nullish(),
  user_team: z.string().nullish(),
  source_team: z.string().nullish(),
})

type Message = z.infer<typeof message>

const edit = z.object({
  message: z.object({ edited: z.object({ ts }), text: words }),
  previous_message: z.object({ text: words }).optional(),
})

type Subtype = NonNullable<AllMessageEvents['subtype']>

/** Ways to say something; all other subtypes are Slack's own notes, such as a new topic. */
const said: ReadonlySet<string> = new Set<Subtype>(['file_share', 'thread_broadcast', 'me_message'])
const changed: Subtype = 'message_changed'

/** Reads an event of the type `message` or `app_mention`. Both are told of one text that mentions us: they are one event. */
export function decodeMessage(json: Readonly<Record<string, unknown>>, reading: Reading): MessageDecoded {
  const { subtype } = json
  if (subtype === changed) return decodeEdit(json, reading)
  if (typeof subtype === 'string' && !said.has(subtype)) return ignored('a note of Slack')
  return decodeSaid(json, reading, null)
}

/** What was typed anew is said anew. Slack calls it an edit, too, when it only unfurls an address. */
function decodeEdit(json: Readonly<Record<string, unknown>>, reading: Reading): MessageDecoded {
  const read = edit.safeParse(json)
  if (!read.success) return ignored('not edited by a person')
  const { message: now, previous_message: before } = read.data
  if (before?.text === now.text) return ignored('edited, but the words are the same')
  const place = { channel: json['channel'], channel_type: json['channel_type'] }
  return decodeSaid({ ...Object(json['message']), ...place }, reading, now.edited.ts)
}

function decodeSaid(json: unknown, reading: Reading, editedAt: string | null): MessageDecoded {
  const read = message.safeParse(json)
  if (!read.success) return ignored('not a message of a person')
  const it = read.data
  if (it.bot_id || it.user === reading.me.userId || it.user === 'USLACKBOT') return ignored('said by a bot')
  if (it.subtype !== undefined && !said.has(it.subtype)) return ignored('a note of Slack')
  const typed = readText(it.text, reading.me.userId, reading.names)
  const foreign = isForeign(it, reading)
  const place = placeOf(it, foreign || reading.shared === true)
  const event = {
    platform: 'slack' as const,
    eventId: `m:${it.channel}:${it.ts}${editedAt === null ? '' : `:${editedAt}`}`,
    place,
    author: { accountId: it.user, ...(foreign && { standing: 'stranger' as const }) },
    at: isoOf(editedAt ?? it.ts),
  }
  const addressed = typed.mentioned || place.kind === 'direct'
  const isSaid = typed.text !== '' || typed.mentioned
  const spoken = isSaid ? { ...event, body: { kind: 'message' as const, text: typed.text, addressed } } : null
  // Whoever changes the words beside a file does not hand it to us again.
  const files = place.kind === 'direct' && editedAt === null ? readFiles(it.files) : []
  if (files.length > 0) return handed(event, files, spoken)
  return spoken ? { kind: 'inbound', event: spoken } : ignored('without words')
}

function handed(event: HandedFile['event'], files: readonly SharedFile[], said: InboundEvent | null): Handed {
  const { eventId } = event
  const each = files.map(({ id, ...file }) => ({ ...file, event: { ...event, eventId: `${eventId}:${id}` } }))
  return { kind: 'handed', eventId, files: each, said }
}

/** Said by somebody of another company. Where nothing is shared, another team is a workspace of the same company. */
function isForeign({ user_team, source_team, team }: Message, { me, shared }: Reading): boolean {
  const from = user_team ?? source_team ?? team
  return shared !== false && typeof from === 'string' && from !== me.teamId
}

function placeOf({ channel, channel_type }: Message, external: boolean): Place {
  if (channel_type === 'im' || isDirect(channel)) return { kind: 'direct' }
  return { kind: 'group', channelId: channel, ...(external && { external }) }
}
