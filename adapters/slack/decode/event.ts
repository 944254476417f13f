import type { SlackEvent } from '@slack/types'
import { z } from 'zod'
import type { AccountFacts, EventBody, InboundEvent } from '../../../src/platform/events.ts'
import { type Me, readPerson } from '../people/facts.ts'
import { decodeMessage, type Handed, type Reading } from './message.ts'
import { type Names, nobodyKnown } from './text.ts'
import { type Ignored, id, ignored, placeOf } from './wire.ts'

export type EventDecoded =
  | { readonly kind: 'inbound'; readonly event: InboundEvent }
  | Handed
  /** Somebody opened our Home tab. */
  | { readonly kind: 'home'; readonly userId: string }
  /** What we knew of a person or a channel has changed. */
  | { readonly kind: 'learn'; readonly userId?: string; readonly channelId?: string }
  /** The workspace put us out. */
  | { readonly kind: 'ended'; readonly why: 'uninstalled' | 'tokens revoked' }
  | Ignored

type Json = Readonly<Record<string, unknown>>
type Read = (event: Json, envelope: Envelope, reading: Reading) => EventDecoded

const envelope = z.object({
  event_id: id,
  event_time: z.number().int().min(0).max(9_999_999_999).optional(),
  is_ext_shared_channel: z.boolean().optional(),
  event: z.looseObject({ type: z.string() }),
})

type Envelope = z.infer<typeof envelope>

/** Reads a payload of the Events API. Pure, and quiet about whatever is not for us. */
export function decodeEvent(body: unknown, me: Me, names: Names = nobodyKnown): EventDecoded {
  const read = envelope.safeParse(body)
  if (!read.success) return ignored('not an event')
  const { event, is_ext_shared_channel: shared } = read.data
  const reader = readers.get(event.type)
  return reader === undefined ? ignored('of no interest') : reader(event, read.data, { me, names, shared })
}

const readers: ReadonlyMap<string, Read> = new Map<SlackEvent['type'], Read>([
  ['message', (event, _, reading) => decodeMessage(event, reading)],
  ['app_mention', (event, _, reading) => decodeMessage(event, reading)],
  ['member_joined_channel', decodeJoined],
  ['member_left_channel', decodeLeft],
  ['user_change', decodeProfile],
  ['user_profile_changed', decodeProfile],
  ['user_status_changed', decodeProfile],
  ['team_join', decodeNewcomer],
  ['channel_rename', decodeChannel],
  ['channel_archive', decodeChannel],
  ['channel_unarchive', decodeChannel],
  ['channel_deleted', decodeChannel],
  ['channel_left', decodeChannel],
  ['channel_shared', decodeChannel],
  ['channel_unshared', decodeChannel],
  ['channel_id_changed', decodeChannel],
  ['group_rename', decodeChannel],
  ['group_archive', decodeChannel],
  ['group_unarchive', decodeChannel],
  ['group_deleted', decodeChannel],
  ['group_left', decodeChannel],
  ['app_home_opened', decodeHome],
  ['app_uninstalled', () => ({ kind: 'ended', why: 'uninstalled' })],
  ['tokens_revoked', decodeRevoked],
])

const move = z.object({ user: id, channel: id, team: z.string().nullish(), inviter: id.optional().catch(undefined) })

function decodeJoined(json: Json, envelope: Envelope, { me }: Reading): EventDecoded {
  const read = move.safeParse(json)
  if (!read.success) return ignored('malformed')
  const { user, channel, inviter } = read.data
  if (user !== me.userId)
    return { kind: 'inbound', event: inGroup(envelope, channel, { accountId: user }, { kind: 'joined' }) }
  // Without an inviter there is nobody to greet yet; whoever speaks to us first will be.
  if (inviter === undefined) return { kind: 'learn', channelId: channel }
  return { kind: 'inbound', event: inGroup(envelope, channel, { accountId: inviter }, { kind: 'invited' }) }
}

function decodeLeft(json: Json, envelope: Envelope, { me }: Reading): EventDecoded {
  const read = move.safeParse(json)
  if (!read.success) return ignored('malformed')
  const { user, channel } = read.data
  if (user === me.userId) return { kind: 'learn', channelId: channel }
  return { kind: 'inbound', event: inGroup(envelope, channel, { accountId: user }, { kind: 'left' }) }
}

function inGroup(envelope: Envelope, channel: string, author: AccountFacts, body: EventBody): InboundEvent {
  const place = placeOf(channel)
  const external = place.kind === 'group' && envelope.is_ext_shared_channel === true
  return { ...told(envelope), place: { ...place, ...(external && { external }) }, author, body }
}

function told({ event_id, event_time }: Envelope): Pick<InboundEvent, 'platform' | 'eventId' | 'at'> {
  return { platform: 'slack', eventId: event_id, ...(event_time !== undefined && { at: isoAt(event_time) }) }
}

const isoAt = (seconds: number): string => new Date(seconds * 1000).toISOString()

function decodeProfile(json: Json, envelope: Envelope, { me }: Reading): EventDecoded {
  const person = readPerson(json['user'], { teamId: me.teamId, now: new Date((envelope.event_time ?? 0) * 1000) })
  if (person === null) return ignored('malformed')
  if (person === 'bot') return ignored('of a bot')
  const body: EventBody = { kind: 'profile' }
  return { kind: 'inbound', event: { ...told(envelope), place: { kind: 'direct' }, author: person, body } }
}

const withUser = z.object({ user: z.object({ id, is_bot: z.boolean().optional() }) })

function decodeNewcomer(json: Json): EventDecoded {
  const read = withUser.safeParse(json)
  if (!read.success) return ignored('malformed')
  return read.data.user.is_bot ? ignored('of a bot') : { kind: 'learn', userId: read.data.user.id }
}

const withChannel = z.union([
  z.object({ channel: id }).transform(it => it.channel),
  z.object({ channel: z.object({ id }) }).transform(it => it.channel.id),
  z.object({ new_channel_id: id }).transform(it => it.new_channel_id),
])

function decodeChannel(json: Json): EventDecoded {
  const read = withChannel.safeParse(json)
  return read.success ? { kind: 'learn', channelId: read.data } : ignored('malformed')
}

const opened = z.object({ user: id, tab: z.literal('home') })

function decodeHome(json: Json): EventDecoded {
  const read = opened.safeParse(json)
  return read.success ? { kind: 'home', userId: read.data.user } : ignored('another tab than Home')
}

const revoked = z.object({ tokens: z.object({ bot: z.array(z.string()).min(1) }) })

/** Tokens of persons do not concern us: we have only the bot's. */
function decodeRevoked(json: Json): EventDecoded {
  return revoked.safeParse(json).success ? { kind: 'ended', why: 'tokens revoked' } : ignored('not our token')
}
