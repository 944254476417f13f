import { createHash } from 'node:crypto'
import type { Clock } from '../../../src/base/clock.ts'
import { type Log, withoutWords } from '../../../src/base/log.ts'
import { within } from '../../../src/base/wait.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { Files } from '../../../src/platform/files.ts'
import type { Picture, Pictures } from '../../../src/platform/pictures.ts'
import { Memory } from '../../shared/memory.ts'
import { mayPass } from '../../shared/persist.ts'
import type { LaneName, MediaKind, Medium, WebhookMessage } from '../lanes/lane.ts'

type Uploader = 'bot' | 'app'

export interface MediaParts {
  readonly pictures: Pictures
  readonly files: Files
  readonly uploads: Readonly<Record<Uploader, ((medium: Medium, kind: MediaKind) => Promise<string>) | null>>
  /** A group's webhook keeps files of its own. */
  readonly uploadTo: ((chatId: string, medium: Medium) => Promise<string>) | null
  readonly clock: Clock
  readonly log: Log
  /** So long a message waits for an upload in one go. */
  readonly goMs?: number
}

/** Pictures and files as each lane takes them. Throws `rejected` for one that is not kept any more or that the lane does not take. */
export interface Media {
  mediaId(lane: Uploader, ref: string): Promise<string>
  fileId(lane: LaneName, chatId: string, ref: string): Promise<string>
  inline(ref: string): Promise<Extract<WebhookMessage, { msgtype: 'image' }>['image']>
}

/** A webhook takes 2 MB. */
const largestInline = 2 * 1024 * 1024
const smallest = 6

/** WeCom keeps a medium for three days; one that is used is to be there still. */
const keptMs = 2 * 24 * 3_600_000
const remembered = 200

/** A large file takes its time. A message does not wait for all of it in one go: it is tried again, and finds it further. */
const GO_MS = 15_000
const AGAIN_AFTER_MS = 5_000

export function createMedia({ pictures, files, uploads, uploadTo, clock, log, goMs = GO_MS }: MediaParts): Media {
  const media = new Memory<{ readonly id: string; readonly at: number }>(remembered)
  const goingUp = new Map<string, Promise<string>>()

  async function pictureOf(ref: string): Promise<Picture> {
    const picture = await pictures(ref)
    if (picture === null) throw new PlatformError('rejected', 'a picture is not kept any more')
    if (picture.bytes.byteLength < smallest) throw new PlatformError('rejected', 'a picture is empty')
    return picture
  }

  async function fileOf(ref: string): Promise<Medium> {
    const file = await files(ref)
    if (file === null) throw new PlatformError('rejected', 'a file is not kept any more')
    if (file.bytes.byteLength < smallest) throw new PlatformError('rejected', 'a file is empty')
    return file
  }

  /** The id under which WeCom has it, uploaded only if it has it no more. */
  async function once(name: string, upload: () => Promise<string>): Promise<string> {
    const known = media.get(name)
    if (known !== undefined && clock.now().getTime() - known.at < keptMs) return known.id
    const id = await within(goingUp.get(name) ?? begin(name, upload), goMs, null)
    if (id !== null) return id
    throw new PlatformError('unavailable', 'a file is still going up', { retryAfterMs: AGAIN_AFTER_MS })
  }

  function begin(name: string, upload: () => Promise<string>): Promise<string> {
    const going = carryUp(name, upload).finally(() => goingUp.delete(name))
    goingUp.set(name, going)
    // Perhaps nobody waits for it any more; whoever comes next begins it anew.
    going.catch((error: unknown) => log.info({ fault: withoutWords(error) }, 'an upload to wecom did not succeed'))
    return going
  }

  async function carryUp(name: string, upload: () => Promise<string>): Promise<string> {
    const at = clock.now().getTime()
    const id = await quietly(upload)
    media.set(name, { id, at })
    return id
  }

  return {
    mediaId: (lane, ref) =>
      once(`${lane} ${ref}`, async () => {
        const upload = there(uploads[lane], lane)
        const picture = await pictureOf(ref)
        return await upload(picture, 'image')
      }),

    fileId: (lane, chatId, ref) =>
      once(`${lane} ${lane === 'webhook' ? chatId : ''} ${ref}`, async () => {
        const file = await fileOf(ref)
        if (lane === 'webhook') return await there(uploadTo, lane)(chatId, file)
        return await there(uploads[lane], lane)(file, 'file')
      }),

    async inline(ref) {
      const { bytes } = await pictureOf(ref)
      if (bytes.byteLength > largestInline) throw new PlatformError('rejected', 'a picture is larger than 2 MB')
      return {
        base64: Buffer.from(bytes).toString('base64'),
        md5: createHash('md5').update(bytes).digest('hex'),
      }
    },
  }
}

/** Nobody sees an upload, so also one of which nobody knows may be tried again. */
async function quietly(upload: () => Promise<string>): Promise<string> {
  try {
    return await upload()
  } catch (error) {
    if (!(error instanceof PlatformError) || !mayPass(error)) throw error
    const wait = error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }
    throw new PlatformError('unavailable', error.message, { cause: error, ...wait })
  }
}

function there<T>(upload: T | null, lane: LaneName): T {
  if (upload === null) throw new PlatformError('unreachable', `there is no ${lane}`)
  return upload
}
