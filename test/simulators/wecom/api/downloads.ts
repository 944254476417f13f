import type { Reply } from '../../shared/reply.ts'
import type { Call } from '../../shared/server.ts'
import { type Answer, refused } from '../answers.ts'
import type { StoredFile } from '../corp.ts'
import { lentForMs } from '../sending.ts'
import type { Side } from '../side.ts'
import { unpermitted } from './permits.ts'

/** As plans of failures call it: nobody knows beforehand under which name a file will lie. */
export const lent = '/files/'

/** Files that people sent: at an address of their own for minutes, or by their media id. Null for any other call. */
export function download(side: Side, { method, path, query }: Call, token: unknown): Reply | Answer | null {
  if (method !== 'GET') return null
  if (path === '/cgi-bin/media/get') {
    const barred = unpermitted(side, token)
    const file = side.corp.media.get(query['media_id'] ?? '')
    return barred ?? (file?.owner === 'app' ? bytesOf(file) : refused(40007))
  }
  if (!path.startsWith(lent)) return null
  const file = side.corp.media.get(path.slice(lent.length))
  const isThere = file?.owner === 'person' && side.now().getTime() - file.at.getTime() < lentForMs
  return isThere ? bytesOf(file) : { kind: 'answer', status: 404, headers: {}, body: '' }
}

function bytesOf({ name, content }: StoredFile): Reply {
  if (name === '') return { kind: 'answer', status: 200, headers: {}, body: content }
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
  return { kind: 'answer', status: 200, headers: { 'content-disposition': disposition }, body: content }
}
