import type { Log } from '../../../src/base/log.ts'
import { within } from '../../../src/base/wait.ts'
import type { Lang } from '../../../src/base/words.ts'
import type { InboundEvent } from '../../../src/platform/events.ts'
import type { House } from '../../../src/platform/house.ts'
import type { SlackClient } from '../client.ts'
import type { Doors } from '../connection/receive.ts'
import { decodeEvent } from '../decode/event.ts'
import type { FetchFile } from '../fetch-file.ts'
import type { Directory } from '../people/directory.ts'
import { enrich } from '../people/enrich.ts'
import type { Learning } from '../people/learning.ts'
import type { FirstAnswers } from '../send/first-answers.ts'
import type { Patience } from './at-once.ts'
import { createHandedDoor } from './handed.ts'
import { createHomes, type Homes } from './home.ts'
import { takePress } from './press.ts'
import { takeShortcut } from './shortcut.ts'
import { takeSlash } from './slash.ts'
import { takeSubmission } from './submit.ts'

/** Whoever arrives, or brings us in, may wait so long, in milliseconds, for us to learn who they are. */
const learntWithin = 1_000

export interface DoorParts {
  readonly house: House
  readonly directory: Directory
  readonly client: SlackClient
  readonly firstAnswers: FirstAnswers
  readonly learning: Learning
  readonly fetchFile: FetchFile
  /** What stands before each slash command, as `bw` in `/bw-plan`. */
  readonly prefix: string | null
  readonly log: Log
  readonly patience?: Patience
}

/** What each door needs besides. */
export interface Inside extends DoorParts {
  readonly homes: Homes
  /** Adds what is known of who and where; asks nobody. */
  known(event: InboundEvent): InboundEvent
  /** Resolves when the event is durable; what it leaves unknown is learnt afterwards. */
  take(event: InboundEvent): Promise<void>
  /** A person's language at Slack, as far as it is known. */
  langOf(userId: string): Lang | undefined
}

/** What stands behind each kind of payload. `settled` resolves when the pages that are being drawn are published. */
export function createDoors(parts: DoorParts): Doors & Pick<Homes, 'settled'> {
  const { house, directory, learning, log } = parts
  const homes = createHomes(parts)
  const known = (event: InboundEvent) => enrich(event, directory)
  const inside: Inside = {
    ...parts,
    homes,
    known,
    async take(event) {
      await house.intake(known(event))
      learning.after({ kind: 'inbound', event })
    },
    langOf(userId) {
      const person = directory.person(userId)
      return person === null || person === 'bot' ? undefined : person.lang
    },
  }

  const takeHanded = createHandedDoor(inside)
  const meet = (userId: string) => within(directory.learnPerson(userId), learntWithin, null)

  /** Slack tells that somebody came in, and not whether it is a colleague, a guest or a bot: only a colleague is welcome. */
  async function arrive(event: InboundEvent): Promise<void> {
    const { accountId: userId } = event.author
    const person = await meet(userId)
    if (person === 'bot') return log.debug({ why: 'a bot came in' }, 'slack event ignored')
    if (person !== null) return inside.take(event)
    // The roster takes them in when Slack describes them; whom it never does may be a bot.
    if (event.place.kind === 'group') learning.after({ kind: 'learn', channelId: event.place.channelId })
  }

  return {
    async event(body) {
      const heard = decodeEvent(body, await directory.me(), directory.names)
      switch (heard.kind) {
        case 'inbound':
          if (heard.event.body.kind === 'joined') return arrive(heard.event)
          // Whoever invites us is greeted in their own language.
          if (heard.event.body.kind === 'invited') await meet(heard.event.author.accountId)
          return inside.take(heard.event)
        case 'handed':
          return takeHanded(heard)
        case 'home':
          return homes.publish(heard.userId)
        case 'learn':
          return learning.after(heard)
        case 'ended':
          return log.error({ why: heard.why }, 'slack: the workspace has put us out')
        case 'ignored':
          return log.debug({ why: heard.why }, 'slack event ignored')
      }
    },
    command: body => takeSlash(inside, body),
    action: body => takePress(inside, body),
    view: body => takeSubmission(inside, body),
    shortcut: body => takeShortcut(inside, body),
    settled: homes.settled,
  }
}
