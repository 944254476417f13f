import type { Log } from '../../../src/base/log.ts'
import type { InboundEvent } from '../../../src/platform/events.ts'
import type { House } from '../../../src/platform/house.ts'
import { createTurns } from '../../shared/turns.ts'
import { decodeRobot, type RobotDecoded } from '../decode/robot.ts'
import type { Sessions } from '../send/sessions.ts'
import type { Handle } from './stream-link.ts'
import type { TakeFile } from './take-file.ts'

export interface MessageParts {
  readonly house: Pick<House, 'intake'>
  readonly sessions: Pick<Sessions, 'keep'>
  readonly takeFile: TakeFile
  /** Adds to an event what is known of its author. */
  known(event: InboundEvent): InboundEvent
  /** Told of whoever spoke or was mentioned, after it is written down. */
  learn(accountIds: readonly string[]): void
  readonly log: Log
}

type Heard = Exclude<RobotDecoded, { kind: 'ignored' }>

/** Takes in what somebody said to the robot; resolves when it is written down. Its session is there before its answer is due. */
export function createTakeMessage({ house, sessions, takeFile, known, learn, log }: MessageParts): Handle['robot'] {
  const turns = createTurns()

  async function takeIn({ event: told, session, mentioned, handed }: Heard): Promise<void> {
    const event = handed ? { ...told, body: await takeFile(told.eventId, handed) } : told
    if (session !== null && !sessions.keep(session))
      log.warn('dingtalk: a session is not at an address of DingTalk and is not used')
    await house.intake(known(event))
    learn([event.author.accountId, ...mentioned])
  }

  return async (data, messageId) => {
    const read = decodeRobot(data, messageId)
    if (read.kind === 'ignored') return log.debug({ why: read.why }, 'dingtalk message ignored')
    const { accountId } = read.event.author
    // Who hands over a file and speaks of the last one next means this one.
    if (read.handed) await turns.long(accountId, () => takeIn(read))
    else await turns.after(accountId, () => takeIn(read))
  }
}
