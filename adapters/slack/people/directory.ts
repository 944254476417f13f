import { z } from 'zod'
import type { Clock } from '../../../src/base/clock.ts'
import type { Log } from '../../../src/base/log.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { AccountFacts } from '../../../src/platform/events.ts'
import { once, oneFlight } from '../../shared/flights.ts'
import { Memory } from '../../shared/memory.ts'
import type { SlackClient } from '../client.ts'
import type { Names } from '../decode/text.ts'
import { id } from '../decode/wire.ts'
import { type ChannelFacts, type Me, readChannel, readPerson } from './facts.ts'
import { createLookups } from './lookups.ts'
import { aboutChannel, aboutPerson, everybody, membersOf, ourChannels } from './questions.ts'

export type Person = AccountFacts | 'bot'

/** Who and what is in the workspace. Looking never waits and never fails; learning asks Slack, and may learn nothing. */
export interface Directory {
  /** Our own account, asked once. Throws PlatformError. */
  me(): Promise<Me>
  readonly names: Names
  person(userId: string): Person | null
  channel(channelId: string): ChannelFacts | null
  learnPerson(userId: string): Promise<Person | null>
  learnChannel(channelId: string): Promise<ChannelFacts | null>
  /** Everybody of these whom Slack describes, bots left out. Asks for the whole workspace at once when many are unknown. */
  learnPeople(userIds: readonly string[]): Promise<readonly AccountFacts[]>
  /** The channels in which we are; null when Slack does not tell. */
  learnOurChannels(): Promise<readonly ChannelFacts[] | null>
  /** The user ids of all who are in a channel, bots as well; null when Slack does not tell. */
  membersOf(channelId: string): Promise<readonly string[] | null>
  /** Keeps what an event told of a person. */
  keepPerson(told: AccountFacts): void
  keepExternal(channelId: string, external: boolean): void
  forget(userId: string): void
  forgetChannel(channelId: string): void
}

const mostKept = 10_000
/** Whom Slack would not describe is not asked for again so soon, in milliseconds. */
const askAgainAfter = 600_000
/** More unknown people than these are learnt with the whole list of the workspace. */
const fewPeople = 20

export interface DirectoryParts {
  readonly client: Pick<SlackClient, 'ask'>
  /** Real time. */
  readonly clock: Clock
  readonly log: Log
}

export function createDirectory({ client, clock, log }: DirectoryParts): Directory {
  const lookups = createLookups({ client, log })
  const people = new Memory<Person>(mostKept)
  const channels = new Memory<ChannelFacts>(mostKept)
  const inVain = new Memory<number>(mostKept)
  const me = once(async () => readMe(await client.ask('auth.test', web => web.auth.test())))

  const askForPerson = oneFlight(async userId => {
    const { teamId } = await me()
    const answer = await lookups.one(aboutPerson(userId))
    return keep(people, userId, readPerson(answer?.user, { teamId, now: clock.now() }))
  })

  const askForChannel = oneFlight(async channelId => {
    const answer = await lookups.one(aboutChannel(channelId))
    return keep(channels, channelId, readChannel(answer?.channel))
  })

  function keep<T>(memory: Memory<T>, key: string, found: T | null): T | null {
    if (found === null) inVain.set(key, clock.now().getTime())
    else memory.set(key, found)
    return found
  }

  function inVainLately(key: string): boolean {
    return clock.now().getTime() - (inVain.get(key) ?? Number.NEGATIVE_INFINITY) < askAgainAfter
  }

  /** Whom Slack lately would not describe is in its list neither. */
  const isUnknown = (userId: string) => people.get(userId) === undefined && !inVainLately(userId)

  const learnPerson = async (userId: string) =>
    people.get(userId) ?? (inVainLately(userId) ? null : await askForPerson(userId))

  async function learnEverybody(): Promise<void> {
    const { teamId } = await me()
    const pages = (await lookups.all(everybody)) ?? []
    for (const user of pages.flatMap(page => page.members)) {
      const person = readPerson(user, { teamId, now: clock.now() })
      if (person !== null) people.set(user.id, person)
    }
  }

  return {
    me,
    names: {
      person: userId => nameOf(people.get(userId)),
      channel: channelId => channels.get(channelId)?.name ?? null,
    },
    person: userId => people.get(userId) ?? null,
    channel: channelId => channels.get(channelId) ?? null,
    learnPerson,
    learnChannel: async channelId =>
      channels.get(channelId) ?? (inVainLately(channelId) ? null : await askForChannel(channelId)),
    async learnPeople(userIds) {
      if (userIds.filter(isUnknown).length > fewPeople) await learnEverybody()
      const found: AccountFacts[] = []
      for (const userId of userIds) {
        const person = await learnPerson(userId)
        if (person !== null && person !== 'bot') found.push(person)
      }
      return found
    },
    async learnOurChannels() {
      const pages = await lookups.all(ourChannels)
      if (pages === null) return null
      const ours = pages.flatMap(page => page.channels).map(channel => readChannel(channel, { ours: true }))
      const found = ours.filter(channel => channel !== null)
      for (const channel of found) channels.set(channel.id, channel)
      return found
    },
    membersOf: async channelId => (await lookups.all(membersOf(channelId)))?.flatMap(page => page.members) ?? null,
    keepPerson(told) {
      const known = people.get(told.accountId)
      if (known !== 'bot') people.set(told.accountId, { ...known, ...told })
    },
    keepExternal(channelId, external) {
      const channel = channels.get(channelId)
      if (channel !== undefined) channels.set(channelId, { ...channel, external })
    },
    forget(userId) {
      people.delete(userId)
      inVain.delete(userId)
    },
    forgetChannel(channelId) {
      channels.delete(channelId)
      inVain.delete(channelId)
    },
  }
}

const whoWeAre = z.object({ user_id: id, bot_id: id, team_id: id })

function readMe(answer: unknown): Me {
  const read = whoWeAre.safeParse(answer)
  if (!read.success) throw new PlatformError('rejected', 'auth.test: the token is not that of a bot')
  const { user_id, bot_id, team_id } = read.data
  return { userId: user_id, botId: bot_id, teamId: team_id }
}

function nameOf(person: Person | undefined): string | null {
  return person === undefined || person === 'bot' ? null : (person.name ?? null)
}
