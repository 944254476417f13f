import type { Hono } from 'hono'
import { refuse } from '../errors.ts'
import type { RoomHouse } from './room.ts'

/**
 * Shows the pictures that were said, with `?theme=dark` as a dark page shows them. One never changes under its name, so a
 * browser may keep it.
 */
export function addPictures(app: Hono, { pictures }: Pick<RoomHouse, 'pictures'>): void {
  app.get('/room/api/pictures/:ref{[0-9a-f]{64}}', async c => {
    const picture = await pictures(c.req.param('ref'), c.req.query('theme') === 'dark' ? 'dark' : 'light')
    if (picture === null) return refuse(c, 404, 'unknown-picture', 'This picture is not kept any more.')
    return c.body(new Uint8Array(picture.bytes), 200, {
      'content-type': picture.type,
      'cache-control': 'private, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'",
      'x-content-type-options': 'nosniff',
    })
  })
}
