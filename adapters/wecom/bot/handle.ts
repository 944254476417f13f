import type { Log } from '../../../src/base/log.ts'
import type { House } from '../../../src/platform/house.ts'
import type { Named } from '../../shared/download.ts'
import type { Errands } from '../../shared/errands.ts'
import { handIn } from '../../shared/hand-in.ts'
import { createTurns } from '../../shared/turns.ts'
import { readKey } from '../cards/key.ts'
import { restored } from '../cards/press.ts'
import type { Callback } from '../connection/client.ts'
import type { Handle } from '../connection/listen.ts'
import { decodeBotMessage } from '../decode/bot.ts'
import { decodeBotEvent, type Press } from '../decode/bot-event.ts'
import type { HandedFile, SealedFile } from '../decode/bot-file.ts'
import type { Inbound } from '../decode/bot-wire.ts'
import type { Calls } from './calls.ts'
import type { Chats } from './chats.ts'

export interface HandleParts {
  readonly house: Pick<House, 'intake' | 'keepFile' | 'said'>
  /** How people see the bot, where it was told. */
  readonly name: string | null
  readonly calls: Calls
  readonly chats: Chats
  readonly errands: Errands
  readonly log: Log
  fetchFile(file: SealedFile): Promise<Named>
}

/** What becomes of what the bot is told: an event that is written down, and what an answer to it needs. */
export function createHandle({ house, name, calls, chats, errands, log, fetchFile }: HandleParts): Handle {
  const turns = createTurns()

  /** An answer may be on its way before `intake` has resolved, so what it needs is kept first. */
  async function takeIn({ event, chat }: Inbound): Promise<void> {
    errands.run(`${chat.kind} ${chat.id}`, () => chats.note(chat))
    await house.intake(event)
  }

  async function takeFile({ event, chat, file }: HandedFile): Promise<void> {
    const { filename, fetched } = await fetchFile(file)
    const { eventId } = event
    const body = await handIn(house, { eventId, filename: filename ?? '', fetch: async () => fetched }, log)
    await takeIn({ kind: 'inbound', event: { ...event, body }, chat })
  }

  async function pressed({ event, chat, taskId }: Press): Promise<void> {
    if (event.body.kind !== 'action') return
    const body = await restored(event.body, taskId, house.said)
    if (body === null) log.info({ eventId: event.eventId }, 'a press on a wecom card that is not kept any more')
    else await takeIn({ kind: 'inbound', event: { ...event, body }, chat })
  }

  return {
    async message({ call, body }: Callback) {
      const read = decodeBotMessage(body, name)
      if (read.kind === 'ignored') {
        log.debug({ why: read.why }, 'wecom message ignored')
        return
      }
      const { event, chat } = read
      const userId = event.author.accountId
      if (call !== null) calls.keep({ call, eventId: event.eventId, chat, userId })
      // Who hands over a file and speaks of the last one next means this one.
      if (read.kind === 'file') await turns.long(userId, () => takeFile(read))
      else await turns.after(userId, () => takeIn(read))
    },

    async event({ body }: Callback) {
      const read = decodeBotEvent(body, readKey)
      if (read.kind === 'inbound') await pressed(read)
      else log.debug({ why: read.why }, 'wecom event ignored')
    },
  }
}
