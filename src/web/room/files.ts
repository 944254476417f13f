import type { Hono } from 'hono'
import { refuse } from '../errors.ts'
import type { RoomHouse } from './room.ts'

/** Gives the files that were said, to be saved and never to be opened as a page of ours. */
export function addFiles(app: Hono, { files }: Pick<RoomHouse, 'files'>): void {
  app.get('/room/api/files/:ref{[0-9a-f]{64}}', async c => {
    const file = await files(c.req.param('ref'))
    if (file === null) return refuse(c, 404, 'unknown-file', 'This file is not kept any more.')
    return c.body(new Uint8Array(file.bytes), 200, {
      'content-type': file.type,
      'content-disposition': attachment(file.filename),
      'cache-control': 'private, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
  })
}

/** A header holds ASCII: beside it the whole name goes encoded, which every browser of today prefers. */
function attachment(filename: string): string {
  const ascii = filename.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const whole = encodeURIComponent(filename).replaceAll(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`
}
