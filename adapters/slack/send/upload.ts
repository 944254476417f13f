import type { Log } from '../../../src/base/log.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { Picture, Pictures } from '../../../src/platform/pictures.ts'
import { Memory } from '../../shared/memory.ts'
import { mayPass } from '../../shared/persist.ts'
import type { SlackClient } from '../client.ts'

/** The id of the file that Slack keeps of a picture, or null when its description must do instead. */
export type Upload = (ref: string) => Promise<string | null>

export interface UploadParts {
  readonly client: SlackClient
  readonly pictures: Pictures
  readonly log: Log
}

/** So many files are remembered: a picture that goes to several places, or is tried again, is uploaded once. */
const remembered = 200

/**
 * Uploads pictures without sharing them anywhere: a file in no channel is nobody's message, so the one post that shows it
 * carries the delivery's key like any other. Throws PlatformError `unavailable` where trying again may help.
 */
export function createUpload({ client, pictures, log }: UploadParts): Upload {
  const files = new Memory<string>(remembered)

  async function send(ref: string, picture: Picture): Promise<string | null> {
    try {
      return await sendFile(client, picture)
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error
      if (mayPass(error)) throw again(error)
      log.warn({ err: error, ref }, 'a picture was refused; its description is shown instead')
      return null
    }
  }

  return async ref => {
    const known = files.get(ref)
    if (known !== undefined) return known
    const picture = await pictures(ref)
    if (picture === null) {
      log.warn({ ref }, 'a picture is not kept any more; its description is shown instead')
      return null
    }
    const file = await send(ref, picture)
    if (file !== null) files.set(ref, file)
    return file
  }
}

/** A file that nobody sees may be uploaded twice, so also an upload of which nobody knows is tried again. */
export function again(error: PlatformError): PlatformError {
  const wait = error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }
  return new PlatformError('unavailable', error.message, { cause: error, ...wait })
}

/** Slack's three steps: ask for an address, bring the bytes there, say that they are all. */
async function sendFile(client: SlackClient, picture: Picture): Promise<string> {
  const id = await bringFile(client, picture)
  await completeFile(client, { id, title: picture.filename })
  return id
}

type Bringing = Pick<Picture, 'bytes' | 'filename'> & { readonly type: string }

/** The first two steps: the bytes are there, and nobody sees them yet. Answers the file's id. */
export async function bringFile(client: SlackClient, { bytes, filename, type }: Bringing): Promise<string> {
  const place = { filename, length: bytes.byteLength }
  const { upload_url: url, file_id: id } = await client.ask(
    'files.getUploadURLExternal',
    web => web.files.getUploadURLExternal(place),
    { patience },
  )
  if (url === undefined || id === undefined)
    throw new PlatformError('unavailable', 'files.getUploadURLExternal: no url')
  await client.ask('upload', () => bring(url, bytes, type))
  return id
}

export interface Brought {
  readonly id: string
  readonly title: string
}

/** The last step, which can be taken once: with a channel, everybody there sees the file from then on. */
export async function completeFile(
  client: SlackClient,
  file: Brought,
  place?: { readonly channel: string; readonly thread: string | null },
): Promise<void> {
  await client.ask(
    'files.completeUploadExternal',
    web => web.files.completeUploadExternal({ files: [{ ...file }], ...destination(place) }),
    { patience },
  )
}

function destination(place: Parameters<typeof completeFile>[2]) {
  if (place === undefined) return {}
  const { channel: channel_id, thread } = place
  return thread === null ? { channel_id } : { channel_id, thread_ts: thread }
}

/** Longer than this the message itself would wait too long. */
const patience = 5_000
const broughtWithin = 10_000

async function bring(url: string, bytes: Uint8Array, type: string): Promise<void> {
  const body = new Blob([new Uint8Array(bytes)], { type })
  const answer = await fetch(url, {
    method: 'POST',
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(broughtWithin),
  })
  await answer.body?.cancel()
  if (!answer.ok)
    throw new PlatformError(answer.status < 500 ? 'rejected' : 'unavailable', `upload: HTTP ${answer.status}`)
}
