import { z } from 'zod'
import { mostFileBytes } from '../../../src/platform/files.ts'
import { id, words } from './wire.ts'

/** Where Slack keeps the bytes of a file, and what it says of them. */
export interface FileAt {
  readonly url: string
  readonly size: number | undefined
  /** It is a page of the web itself. */
  readonly isPage: boolean
}

export interface SharedFile {
  readonly id: string
  /** Empty where Slack does not say. */
  readonly name: string
  readonly at: FileAt | 'too-large' | 'not-given'
}

/** So many of one message are fetched; of the next ones their person is told that they were not. More no message has. */
const most = { fetched: 5, told: 20 }

const maybe = words.nullish().catch(null)
const address = z.url().max(3_000).nullish().catch(null)

const shared = z.object({
  id,
  name: maybe,
  title: maybe,
  mimetype: maybe,
  size: z.number().int().min(0).nullish().catch(null),
  mode: maybe,
  is_external: z.boolean().nullish().catch(null),
  file_access: maybe,
  url_private: address,
  url_private_download: address,
})

type Shared = z.infer<typeof shared>

/** Reads the files of a message; what is no file is passed over. */
export function readFiles(files: unknown): readonly SharedFile[] {
  if (!Array.isArray(files)) return []
  const read = files.flatMap(file => shared.safeParse(file).data ?? [])
  return read.slice(0, most.told).map((file, n) => ({
    id: file.id,
    name: file.name || file.title || '',
    at: n < most.fetched ? placeOf(file) : 'not-given',
  }))
}

/** Slack keeps only an address of it, has taken it away, or hides it behind the limit of a free workspace. */
const notKept = new Set(['external', 'tombstone', 'hidden_by_limit'])

function placeOf(file: Shared): SharedFile['at'] {
  const { mode, is_external, file_access, mimetype } = file
  const url = file.url_private_download ?? file.url_private
  // Of what another company shares, Slack shows no more than its id before it is asked.
  const isShown = file_access === 'visible' || !file_access
  if (!url || !isShown || is_external === true || notKept.has(mode ?? '')) return 'not-given'
  const size = file.size ?? undefined
  if (size !== undefined && size > mostFileBytes) return 'too-large'
  return { url, size, isPage: mimetype?.startsWith('text/html') ?? false }
}
