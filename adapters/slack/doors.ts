import type { Log } from '../../src/base/log.ts'
import type { Lang } from '../../src/base/words.ts'
import type { InboundEvent } from '../../src/platform/events.ts'
import type { House } from '../../src/platform/house.ts'
import type { Patience } from './at-once.ts'
import type { SlackClient } from './client.ts'
import { decodeEvent } from './decode-event.ts'
import type { Directory } from './directory.ts'
import { enrich } from './enrich.ts'
import type { FirstAnswers } from './first-answers.ts'
import { createHomes, type Homes } from './home.ts'
import type { Learning } from './learning.ts'
import { takePress } from './press.ts'
import type { Doors } from './receive.ts'
import { takeShortcut } from './shortcut.ts'
import { takeSlash } from './slash.ts'
import { takeSubmission } from './submit.ts'

export interface DoorParts {
  readonly house: House
  readonly directory: Directory
  readonly client: SlackClient
  readonly firstAnswers: FirstAnswers
  readonly learning: Learning
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

  return {
    async event(body) {
      const heard = decodeEvent(body, await directory.me(), directory.names)
      switch (heard.kind) {
        case 'inbound':
          return inside.take(heard.event)
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
