import { type ByMail, lanes, type Saying } from '../context.ts'
import type { NewDelivery } from './delivery.ts'

/** Where the words that are answered came from; a job or a reaction has none of it but the team. */
export interface Origin {
  readonly teamId?: string
  readonly personId?: string
  /** The group in which the person spoke; not there in a direct chat. */
  readonly channelId?: string
  /** Names the event or slot that is worked on, the same each time that it is worked on. */
  readonly eventKey?: string
  /** Channels in which people read along who may not see the team's numbers. */
  readonly closed?: ReadonlySet<string>
  /** Nothing of it is to be kept about the person. */
  readonly traceless?: true
  /** The how-manieth saying of this event. */
  readonly n: number
}

type Target = Pick<NewDelivery, 'conversation' | 'channelId' | 'personId' | 'whisperTo' | 'by'>

/**
 * Turns a saying into its deliveries: one, or for a team one for each of its channels (none when it has none). In a closed
 * channel an open reply becomes private, and what is for everybody there is left out, unless the saying is for anybody.
 * Throws when the saying cannot be addressed or keyed, which is a fault of the verb.
 */
export function compose(saying: Saying, origin: Origin, now: Date, teamChannels: readonly string[]): NewDelivery[] {
  const key = keyOf(saying, origin)
  const toTeam = 'team' in saying.to
  if (saying.recalls !== undefined && !('channel' in saying.to))
    throw new Error(`${saying.purpose} takes something back, so it needs the channel in which that was said`)
  const targets = targetsOf(saying.to, origin, teamChannels).flatMap(target => discreetly(target, saying, origin))
  return targets.map(target => ({
    ...target,
    teamId: origin.teamId ?? null,
    lane: lanes.indexOf(saying.lane),
    purpose: saying.purpose,
    content: saying.content,
    short: saying.revises?.short ?? null,
    reviseKey: saying.revises?.key ?? null,
    recalls: saying.recalls ?? null,
    dedupeKey: toTeam ? `${key}@${target.channelId}` : target.by ? `${key}@${target.by}` : key,
    reason: saying.reason ?? null,
    // The same mail twice has one id, by which most mailboxes make one of it; one that is lost nobody misses.
    repeatable: saying.repeatable ?? target.by !== null,
    traceless: origin.traceless === true && target.personId !== null && target.personId === origin.personId,
    notBefore: saying.notBefore ?? now,
    expiresAt: saying.expiresAt ?? null,
    createdAt: now,
  }))
}

function keyOf(saying: Saying, origin: Origin): string {
  if (saying.key !== undefined) return saying.key
  if (origin.eventKey !== undefined) return `${origin.eventKey}#${origin.n}`
  throw new Error(`${saying.purpose} answers no event, so it needs a key`)
}

function targetsOf(to: Saying['to'], origin: Origin, teamChannels: readonly string[]): Target[] {
  if ('team' in to) return teamChannels.map(channelId => inChannel(channelId))
  if ('channel' in to) return [inChannel(to.channel)]
  if ('person' in to) return [to.by === undefined ? withPerson(to.person) : byMailTo(to.person, to.by)]
  return [replyTarget(to.reply, to.as === undefined ? origin : { ...origin, personId: to.as })]
}

function replyTarget(reply: 'private' | 'open', { channelId, personId }: Origin): Target {
  if (channelId !== undefined) {
    if (reply === 'open') return inChannel(channelId)
    if (personId !== undefined) return inChannel(channelId, personId)
  }
  if (personId !== undefined) return withPerson(personId)
  throw new Error('A reply needs somebody who spoke')
}

function discreetly(target: Target, { to, forAnybody }: Saying, { closed, personId }: Origin): Target[] {
  const { channelId, whisperTo } = target
  if (forAnybody || channelId === null || whisperTo !== null || !closed?.has(channelId)) return [target]
  return 'reply' in to && personId !== undefined ? [inChannel(channelId, personId)] : []
}

/** The channels in which a saying would be read by everybody who is there. */
export function openChannelsOf({ to, forAnybody }: Saying, origin: Origin, teamChannels: readonly string[]): string[] {
  if (forAnybody) return []
  return targetsOf(to, origin, teamChannels).flatMap(({ channelId, whisperTo }) =>
    channelId !== null && whisperTo === null ? [channelId] : [],
  )
}

function inChannel(channelId: string, whisperTo: string | null = null): Target {
  return { conversation: `channel:${channelId}`, channelId, personId: null, whisperTo, by: null }
}

function withPerson(personId: string): Target {
  return { conversation: `person:${personId}`, channelId: null, personId, whisperTo: null, by: null }
}

/** A conversation of its own: a mail server that is down holds nothing up in a chat. */
function byMailTo(personId: string, by: ByMail): Target {
  return { conversation: `mail:${personId}`, channelId: null, personId, whisperTo: null, by }
}
