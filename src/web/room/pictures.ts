import type { Hono } from 'hono'
import { picturesOf } from '../../store/pictures.ts'
import { refuse } from '../errors.ts'
import type { RoomHouse } from './room.ts'

/** Shows the pictures that were said. One never changes under its name, so a browser may keep it. */
export function addPictures(app: Hono, { store }: Pick<RoomHouse, 'store'>): void {
  const pictures = picturesOf(store)

  app.get('/room/api/pictures/:ref{[0-9a-f]{64}}', async c => {
    const picture = await pictures(c.req.param('ref'))
    if (picture === null) return refuse(c, 404, 'unknown-picture', 'This picture is not kept any more.')
    return c.body(new Uint8Array(picture.bytes), 200, {
      'content-type': picture.type,
      'cache-control': 'private, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'",
      'x-content-type-options': 'nosniff',
    })
  })
}
