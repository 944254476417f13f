import { z } from 'zod'
import type { Log } from '../../../src/base/log.ts'
import { within } from '../../../src/base/wait.ts'
import type { Address, Progress } from '../../../src/platform/adapter.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { Files } from '../../../src/platform/files.ts'
import { Memory } from '../../shared/memory.ts'
import { mayPass } from '../../shared/persist.ts'
import type { SlackClient } from '../client.ts'
import { channelOf } from './channel-of.ts'
import { again, type Brought, bringFile, completeFile } from './upload.ts'

/** Shares the files of one delivery where it goes; its words, which say what they are, follow. */
export type Share = (refs: readonly string[], to: Place) => Promise<void>

interface Place {
  readonly address: Address
  /** The delivery's. */
  readonly key: string
  readonly thread: string | null
  readonly progress?: Progress
}

export interface ShareParts {
  readonly client: SlackClient
  readonly files: Files
  readonly log: Log
}

/** So many files on their way are known where they stopped. */
const remembered = 200
/** The conversation is held meanwhile; files that take longer are brought by the next try. */
const sharedWithin = 20_000

/** A file that was brought to Slack, and what became of sharing it. */
interface Sharing {
  readonly file: Brought
  state: 'brought' | 'uncertain' | 'shared'
}

/** What is kept for another process: the files that were brought, by what contents call them. */
const brought = z.object({ brought: z.record(z.string(), z.object({ id: z.string(), title: z.string() })) })

/**
 * Slack shares a file in a message of its own, which carries no key. But a file can be shared only once: so one of which
 * nobody knows is shared again by the same id, and a delivery that is tried again goes on where it stopped, also by another
 * process. What may not be
 * shared is left out: the words tell what to type. Throws PlatformError `unavailable` where trying again may help.
 */
export function createShare({ client, files, log }: ShareParts): Share {
  const known = new Memory<Sharing>(remembered)

  async function sharingOf(ref: string, { key, progress }: Place, all: Map<string, Brought>): Promise<Sharing | null> {
    const name = `${key} ${ref}`
    const before = known.get(name) ?? byAnother(all.get(ref))
    if (before !== undefined) return before
    const file = await files(ref)
    if (file === null) {
      log.warn({ ref }, 'a file is not kept any more; only its words are sent')
      return null
    }
    const sharing: Sharing = {
      file: { id: await bringFile(client, file), title: file.filename },
      state: 'brought',
    }
    known.set(name, sharing)
    all.set(ref, sharing.file)
    await progress?.keep({ brought: Object.fromEntries([...all].map(([of, { id, title }]) => [of, { id, title }])) })
    return sharing
  }

  async function complete(sharing: Sharing, channel: string, thread: string | null): Promise<void> {
    try {
      await completeFile(client, sharing.file, { channel, thread })
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error
      if (mayPass(error)) {
        if (error.kind === 'uncertain') sharing.state = 'uncertain'
        throw error
      }
      // It was shared after all when nobody knew.
      if (sharing.state !== 'uncertain') throw error
    }
    sharing.state = 'shared'
  }

  async function share(ref: string, place: Place, all: Map<string, Brought>): Promise<void> {
    const { address, thread } = place
    try {
      const sharing = await sharingOf(ref, place, all)
      if (sharing === null || sharing.state === 'shared') return
      await complete(sharing, await channelOf(client, address), thread)
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error
      if (mayPass(error)) throw again(error)
      log.warn({ err: error, ref }, 'a file was refused; only its words are sent')
    }
  }

  async function shareAll(refs: readonly string[], to: Place): Promise<void> {
    const all = new Map(Object.entries(brought.safeParse(to.progress?.kept).data?.brought ?? {}))
    for (const ref of refs) await share(ref, to, all)
  }

  return async (refs, to) => {
    if (refs.length === 0) return
    if ((await within(shareAll(refs, to), sharedWithin, 'late')) === 'late')
      throw new PlatformError('unavailable', 'files take too long to upload')
  }
}

/** It may have shared it before it died. */
function byAnother(file: Brought | undefined): Sharing | undefined {
  return file && { file, state: 'uncertain' }
}
