import type { Clock } from '../../../src/base/clock.ts'
import type { AccountFacts, InboundEvent, Intake } from '../../../src/platform/events.ts'
import type { Directory } from './directory.ts'
import { enrich } from './enrich.ts'
import type { ChannelFacts } from './facts.ts'

export interface RosterParts {
  readonly directory: Directory
  /** Real time. */
  readonly clock: Clock
  readonly intake: Intake
}

/** Tells the house who is in each channel in which we are; stops between two channels when `signal` aborts. */
export async function tellRosters(parts: RosterParts, signal: AbortSignal): Promise<void> {
  const channels = (await parts.directory.learnOurChannels()) ?? []
  for (const channel of channels) {
    if (signal.aborted) return
    await tellRoster(parts, channel.id)
  }
}

/**
 * Tells the house who is in a channel, the bots left out. Whom Slack does not describe is left out, too: it may be a bot.
 * Nothing is told of a channel in which we are not, nor where Slack describes nobody.
 */
export async function tellRoster({ directory, clock, intake }: RosterParts, channelId: string): Promise<void> {
  const channel = await directory.learnChannel(channelId)
  if (channel === null || !channel.member) return
  const present = await directory.membersOf(channelId)
  if (present === null) return
  const { userId } = await directory.me()
  const people = await directory.learnPeople(present.filter(one => one !== userId))
  if (people.length === 0) return
  directory.keepExternal(channelId, isExternal(channel, people))
  const now = clock.now().toISOString()
  const event: InboundEvent = {
    platform: 'slack',
    eventId: `roster:${channelId}:${now}`,
    place: { kind: 'group', channelId },
    author: { accountId: userId },
    at: now,
    body: { kind: 'roster', people: [...people] },
  }
  await intake(enrich(event, directory))
}

function isExternal(channel: ChannelFacts, people: readonly AccountFacts[]): boolean {
  return channel.shared || people.some(({ standing }) => standing !== 'member')
}
