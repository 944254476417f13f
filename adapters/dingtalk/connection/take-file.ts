import { z } from 'zod'
import type { Log } from '../../../src/base/log.ts'
import type { EventBody } from '../../../src/platform/events.ts'
import type { House } from '../../../src/platform/house.ts'
import { download } from '../../shared/download.ts'
import { handIn } from '../../shared/hand-in.ts'
import { isLoopback } from '../../shared/loopback.ts'
import { Memory } from '../../shared/memory.ts'
import type { DingTalkClient } from '../client.ts'
import type { Handed } from '../decode/robot.ts'
import type { DingTalkSettings } from '../settings.ts'

type Told = Extract<EventBody, { kind: 'file' }>

/** Fetches a file that somebody handed to us and gives it to the house; answers what its event tells. */
export type TakeFile = (eventId: string, handed: Handed) => Promise<Told>

export interface TakeFileParts {
  readonly house: Pick<House, 'keepFile'>
  readonly client: DingTalkClient
  readonly settings: Pick<DingTalkSettings, 'robotCode' | 'apiUrl'>
  /** When we leave, what is still on its way is given up, so that its person is told while we can still write it down. */
  readonly leaving: AbortSignal
  readonly log: Log
}

const method = 'v1.0/robot/messageFiles/download'
const lent = z.object({ downloadUrl: z.string() })
const remembered = 200

/** The call is metered: DingTalk may bring a message twice, or taking it in may fail, and its file is fetched once. */
export function createTakeFile({ house, client, settings, leaving, log }: TakeFileParts): TakeFile {
  const { robotCode, apiUrl } = settings
  const taken = new Memory<Promise<Told>>(remembered)

  async function fetchFile(downloadCode: string) {
    const answer = lent.safeParse(await client.ask(method, { body: { downloadCode, robotCode } }))
    const address = answer.success ? storageAddress(answer.data.downloadUrl, apiUrl) : null
    return address === null ? 'not-given' : (await download(address, { signal: leaving })).fetched
  }

  return (eventId, { filename, downloadCode }) => {
    const known = taken.get(eventId)
    if (known !== undefined) return known
    const taking = handIn(house, { eventId, filename, fetch: () => fetchFile(downloadCode) }, log)
    taken.set(eventId, taking)
    taking.catch(() => taken.delete(eventId))
    return taking
  }
}

/**
 * DingTalk's storage is not always at the same host, and DingTalk often names it without TLS, which it has all the same; its
 * signature is the same with it. Null where nothing is asked for: this machine only where the API itself is simulated on it.
 */
export function storageAddress(url: string, apiUrl: string): string | null {
  if (!URL.canParse(url)) return null
  const address = new URL(url)
  const { protocol, hostname, origin, username, password } = address
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') return null
  if (isLoopback(hostname)) return origin === new URL(apiUrl).origin ? address.href : null
  address.protocol = 'https:'
  return address.href
}
