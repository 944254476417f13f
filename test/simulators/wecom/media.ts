import type { StoredFile } from './corp.ts'
import type { Side } from './side.ts'

export type MediaType = 'image' | 'voice' | 'video' | 'file'
export const mediaTypes = ['image', 'voice', 'video', 'file'] as const

const megabyte = 1_048_576
const mostBytes: Readonly<Record<MediaType, number>> = {
  image: 10 * megabyte,
  voice: 2 * megabyte,
  video: 10 * megabyte,
  file: 20 * megabyte,
}
const leastBytes = 5
const lifeMs = 3 * 86_400_000

/** What is wrong with a file of this kind, if anything. */
export function faultOf(type: MediaType, content: Uint8Array, name = ''): string | null {
  if (content.length <= leastBytes) return `a ${type} must have more than ${leastBytes} bytes`
  if (content.length > mostBytes[type]) return `a ${type} must have at most ${mostBytes[type]} bytes`
  if (type === 'image' && !isPicture(content)) return 'an image must be a JPG or PNG'
  if (type === 'voice' && !name.endsWith('.amr')) return 'a voice must be an AMR'
  if (type === 'video' && !name.endsWith('.mp4')) return 'a video must be an MP4'
  return null
}

/** Told by the first bytes, not by the name. */
export function isPicture(content: Uint8Array): boolean {
  const start = Buffer.from(content.subarray(0, 4)).toString('hex')
  return start === '89504e47' || start.startsWith('ffd8ff')
}

export function keep(side: Side, file: Omit<StoredFile, 'at'>): string {
  const id = side.newId('media')
  side.corp.media.set(id, { ...file, at: side.now() })
  return id
}

/** Only who uploaded it can send it, and only for three days. */
export function isUsable({ corp, now }: Side, id: string, type: MediaType, owner: string): boolean {
  const file = corp.media.get(id)
  return file?.owner === owner && file.type === type && now().getTime() - file.at.getTime() < lifeMs
}
