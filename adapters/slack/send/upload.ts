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
function again(error: PlatformError): PlatformError {
  const wait = error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }
  return new PlatformError('unavailable', error.message, { cause: error, ...wait })
}

/** Slack's three steps: ask for an address, bring the bytes there, say that they are all. */
async function sendFile(client: SlackClient, { bytes, filename, type }: Picture): Promise<string> {
  const place = { filename, length: bytes.byteLength }
  const { upload_url: url, file_id: id } = await client.ask(
    'files.getUploadURLExternal',
    web => web.files.getUploadURLExternal(place),
    { patience },
  )
  if (url === undefined || id === undefined)
    throw new PlatformError('unavailable', 'files.getUploadURLExternal: no url')
  await client.ask('upload', () => bring(url, bytes, type))
  await client.ask(
    'files.completeUploadExternal',
    web => web.files.completeUploadExternal({ files: [{ id, title: filename }] }),
    { patience },
  )
  return id
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
