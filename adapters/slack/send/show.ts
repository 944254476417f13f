import { setTimeout as sleep } from 'node:timers/promises'
import type { KnownBlock } from '@slack/types'
import type { Log } from '../../../src/base/log.ts'
import { within } from '../../../src/base/wait.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import { blocksFor, withoutPictures } from '../render/compose.ts'
import type { SlackPayload } from '../render/render.ts'
import type { Upload } from './upload.ts'

export type Post<T> = (blocks: KnownBlock[]) => Promise<T>

export interface Gallery {
  readonly upload: Upload
  readonly log: Log
  /** Milliseconds between the tries to show a file that was just uploaded. */
  readonly fileReadyAfter: readonly number[]
}

/** Slack looks through a new file before it lets it be shown; that takes a moment. */
export const usuallyReadyAfter: readonly number[] = [300, 700, 1_500, 2_500]

/** The conversation is held meanwhile; pictures that take longer are brought by the next try. */
const uploadedWithin = 15_000

/** Posts a payload with its pictures, which Slack must have before it can show them. Throws only PlatformError. */
export async function withPictures<T>(
  { upload, log, fileReadyAfter }: Gallery,
  payload: SlackPayload,
  key: string,
  post: Post<T>,
): Promise<T> {
  const files = await within(uploadAll(upload, payload), uploadedWithin, 'late')
  if (files === 'late') throw new PlatformError('unavailable', 'pictures take too long to upload')
  if (files.size > 0) {
    const blocks = blocksFor(payload, key, ref => files.get(ref) ?? null)
    const outcome = await persist(fileReadyAfter, () => post(blocks))
    if (outcome.done) return outcome.result
    log.warn({ err: outcome.refusal, key }, 'pictures could not be shown; their descriptions are shown instead')
  }
  return await post(blocksFor(payload, key, withoutPictures))
}

/** The file of each picture that has one. */
async function uploadAll(upload: Upload, { pictures }: SlackPayload): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for (const { ref } of pictures) {
    const file = await upload(ref)
    if (file !== null) files.set(ref, file)
  }
  return files
}

type Outcome<T> =
  | { readonly done: true; readonly result: T }
  | { readonly done: false; readonly refusal: PlatformError }

/** Tries again while Slack refuses the message itself, which it does as long as it does not know a file. */
async function persist<T>(waits: readonly number[], post: () => Promise<T>): Promise<Outcome<T>> {
  const [wait, ...later] = waits
  try {
    return { done: true, result: await post() }
  } catch (error) {
    if (!(error instanceof PlatformError) || error.kind !== 'rejected') throw error
    if (wait === undefined) return { done: false, refusal: error }
  }
  await sleep(wait)
  return await persist(later, post)
}
