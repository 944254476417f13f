import { handIn } from '../../shared/hand-in.ts'
import { Memory } from '../../shared/memory.ts'
import type { Handed } from '../decode/message.ts'
import type { Inside } from './doors.ts'

/** So many messages with files are remembered. */
const remembered = 200

/**
 * Takes the files of a message, one after the other, and then what was said with them; resolves when all of it is durable. Bytes
 * may take longer than Slack waits: whatever it then sends again waits for the same errand.
 */
export function createHandedDoor({ house, fetchFile, take, log }: Inside): (handed: Handed) => Promise<void> {
  const taken = new Memory<Promise<void>>(remembered)

  async function takeAll({ files, said }: Handed): Promise<void> {
    for (const { event, name, at } of files) {
      const fetch = async () => (typeof at === 'string' ? at : fetchFile(at))
      const body = await handIn(house, { eventId: event.eventId, filename: name, fetch }, log)
      await take({ ...event, body })
    }
    if (said) await take(said)
  }

  return async handed => {
    const { eventId } = handed
    const taking = taken.get(eventId) ?? takeAll(handed)
    taken.set(eventId, taking)
    try {
      await taking
    } catch (error) {
      if (taken.get(eventId) === taking) taken.delete(eventId)
      throw error
    }
  }
}
