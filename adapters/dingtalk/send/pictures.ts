import type { Clock } from '../../../src/base/clock.ts'
import type { Log } from '../../../src/base/log.ts'
import { within } from '../../../src/base/wait.ts'
import type { Lane } from '../../../src/platform/adapter.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { Pictures } from '../../../src/platform/pictures.ts'
import { Memory } from '../../shared/memory.ts'
import { mayPass } from '../../shared/persist.ts'
import type { DingTalkClient } from '../client.ts'
import { withMedia } from '../render/markdown.ts'
import type { DingTalkPayload } from '../render/payload.ts'
import { uploadedWithin, uploadMedia } from './media.ts'

/** The payload with its pictures in it, or their descriptions where there is no way to show them. */
export type Illustrate = (payload: DingTalkPayload, lane: Lane) => Promise<DingTalkPayload>

export interface IllustrateParts {
  readonly client: DingTalkClient
  readonly pictures: Pictures
  /** Real time. */
  readonly clock: Clock
  readonly log: Log
}

/** What DingTalk takes of a picture. */
const mostBytes = 20 * 1_048_576
/** So many are remembered, and so long: a picture that goes to several places, or is tried again, is uploaded once. */
const remembered = 200
const goodFor = 12 * 3_600_000

/** DingTalk shows a picture within a message by the id under which it was uploaded, so a message stays one message. */
export function createIllustrate({ client, pictures, clock, log }: IllustrateParts): Illustrate {
  const known = new Memory<{ readonly id: string; readonly at: number }>(remembered)

  async function mediaOf(ref: string, lane: Lane): Promise<string | null> {
    const before = known.get(ref)
    if (before !== undefined && clock.now().getTime() - before.at < goodFor) return before.id
    const picture = await pictures(ref)
    if (picture === null) return described(ref, 'it is not kept any more')
    if (picture.bytes.byteLength > mostBytes) return described(ref, 'it is too large')
    try {
      const id = await uploadMedia(client, 'image', picture, lane)
      known.set(ref, { id, at: clock.now().getTime() })
      return id
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error
      if (mayPass(error)) throw error
      return described(ref, error.kind)
    }
  }

  function described(ref: string, why: string): null {
    log.warn({ ref, why }, 'dingtalk: a picture is not shown but described')
    return null
  }

  async function all(images: DingTalkPayload['images'], lane: Lane): Promise<readonly (string | null)[]> {
    const media: (string | null)[] = []
    for (const { ref } of images) media.push(await mediaOf(ref, lane))
    return media
  }

  return async (payload, lane) => {
    if (payload.images.length === 0) return payload
    const media = await within(all(payload.images, lane), uploadedWithin, 'late')
    if (media === 'late') throw new PlatformError('unavailable', 'pictures take too long to upload')
    const fill = (markdown: string) => withMedia(markdown, index => media[index] ?? null)
    return { ...payload, markdown: fill(payload.markdown), ringing: fill(payload.ringing) }
  }
}
