import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Store } from './store.ts'
import type { Tx } from './transaction.ts'

interface Picture {
  readonly bytes: Uint8Array
  /** With its ending. */
  readonly filename: string
  readonly type: 'image/png' | 'image/jpeg'
}

const kept = z.object({
  bytes: z.instanceof(Uint8Array),
  filename: z.string(),
  type: z.enum(['image/png', 'image/jpeg']),
})

/**
 * Keeps a picture and answers by what to refer to it in a content. The same picture has the same name, however often it is
 * kept, so a verb that is run again says the same.
 */
export async function keepPicture(tx: Tx, picture: Picture, now: Date): Promise<string> {
  const { bytes, filename, type } = picture
  const ref = createHash('sha256').update(`${type}\n${filename}\n`).update(bytes).digest('hex')
  const row = { ref, bytes: new Uint8Array(bytes), filename, type, createdAt: now }
  await tx.picture.createMany({ data: [row], skipDuplicates: true })
  return ref
}

/** The pictures that contents refer to; null for one that is not kept. */
export function picturesOf({ prisma }: Pick<Store, 'prisma'>): (ref: string) => Promise<Picture | null> {
  return async ref => {
    const row = await prisma.picture.findUnique({ where: { ref } })
    return row && kept.parse(row)
  }
}
