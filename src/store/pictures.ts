import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Prisma } from '../../prisma/client/client.ts'
import type { Log } from '../base/log.ts'
import { type Drawing, drawingSchema } from '../pictures/drawing.ts'
import { type Drawn, filenameOf, type Manner, type Size, type Theme, typeOf } from '../pictures/drawn.ts'
import type { Draw, Measure } from '../pictures/studio.ts'
import type { Store } from './store.ts'
import type { Tx } from './transaction.ts'

type Picture = Drawn

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

/**
 * Keeps what is to be drawn, like `keepPicture`. It is drawn when somebody needs it, outside of any transaction.
 *
 * @param type - asked for where the usual one will not do: a workbook takes PNG alone
 */
export async function keepDrawing(tx: Tx, drawing: Drawing, now: Date, type = typeOf(drawing)): Promise<string> {
  const text = canonical(drawing)
  const ref = createHash('sha256').update(`drawing ${type}\n${text}`).digest('hex')
  const row = { ref, drawing: JSON.parse(text), filename: filenameOf(drawing, type), type, createdAt: now }
  await tx.picture.createMany({ data: [row], skipDuplicates: true })
  return ref
}

/** JSON whose keys are in order, so that equal drawings are equal texts. */
function canonical(value: unknown): string {
  const ordered = (_: string, it: unknown) =>
    typeof it === 'object' && it !== null && !Array.isArray(it)
      ? Object.fromEntries(Object.entries(it).sort(([one], [other]) => (one < other ? -1 : 1)))
      : it
  return JSON.stringify(value, ordered)
}

export type PicturesOf = (ref: string, theme?: Theme) => Promise<Picture | null>

/**
 * The pictures that contents refer to; null for one that is not kept or cannot be drawn, of which the description is shown.
 * A drawing is drawn once however many ask at a time, and its bytes are kept for those who ask later.
 */
export function picturesOf(
  { prisma }: Pick<Store, 'prisma'>,
  { draw, log }: { readonly draw: Draw; readonly log: Log },
): PicturesOf {
  const coming = new Map<string, Promise<Picture | null>>()

  async function find(ref: string, theme: Theme): Promise<Picture | null> {
    const dark = theme === 'dark'
    const select = { bytes: !dark, darkBytes: dark, filename: true, type: true, drawing: true }
    const row = await prisma.picture.findUnique({ where: { ref }, select })
    if (row === null) return null
    const bytes = dark ? row.darkBytes : row.bytes
    if (bytes) return kept.parse({ ...row, bytes })
    // A picture that is only its bytes has one look.
    if (row.drawing === null) return dark ? find(ref, 'light') : null
    const drawn = await drawnOrNull(ref, row.drawing, { theme, type: kept.shape.type.parse(row.type) })
    if (drawn === null) return null
    const made = new Uint8Array(drawn.bytes)
    await prisma.picture.updateMany({
      where: { ref },
      data: { ...(dark ? { darkBytes: made } : { bytes: made }), drawnAt: new Date() },
    })
    return drawn
  }

  async function drawnOrNull(ref: string, drawing: unknown, manner: Manner): Promise<Drawn | null> {
    try {
      return await draw(drawingSchema.parse(drawing), manner)
    } catch (error) {
      log.error({ err: error, ref }, 'a picture could not be drawn; its description is shown instead')
      return null
    }
  }

  return (ref, theme = 'light') => {
    const key = `${theme}:${ref}`
    const found = coming.get(key) ?? find(ref, theme).finally(() => coming.delete(key))
    coming.set(key, found)
    return found
  }
}

/** By their names. A picture of which the size is not to be had is left out. */
type SizesOf = (refs: readonly string[]) => Promise<ReadonlyMap<string, Size>>

/** How large drawings will be when they are drawn, so that a page can keep their places free. Each is measured once. */
export function sizesOf(
  { prisma }: Pick<Store, 'prisma'>,
  { measure, log }: { readonly measure: Measure; readonly log: Log },
): SizesOf {
  async function measuredOrNull(ref: string, drawing: unknown): Promise<Size | null> {
    try {
      return await measure(drawingSchema.parse(drawing))
    } catch (error) {
      log.error({ err: error, ref }, 'a picture could not be measured; no place is kept free for it')
      return null
    }
  }

  return async refs => {
    const where = { ref: { in: [...refs] }, drawing: { not: Prisma.AnyNull } }
    const known = await prisma.picture.findMany({ where, select: { ref: true, width: true, height: true } })
    const unknown = known.filter(({ width, height }) => width === null || height === null)
    const drawings =
      unknown.length === 0
        ? []
        : await prisma.picture.findMany({
            where: { ref: { in: unknown.map(({ ref }) => ref) } },
            select: { ref: true, drawing: true },
          })
    const sizes = new Map<string, Size>()
    for (const { ref, width, height } of known) if (width !== null && height !== null) sizes.set(ref, { width, height })
    for (const { ref, drawing } of drawings) {
      const size = await measuredOrNull(ref, drawing)
      if (size === null) continue
      await prisma.picture.updateMany({ where: { ref }, data: { width: size.width, height: size.height } })
      sizes.set(ref, size)
    }
    return sizes
  }
}

/** Platforms have their own copies and a drawing can be drawn again, so what was drawn before goes. */
export async function dropDrawn({ prisma }: Pick<Store, 'prisma'>, before: Date): Promise<void> {
  const gone = { bytes: null, darkBytes: null, drawnAt: null }
  await prisma.picture.updateMany({ where: { drawnAt: { lt: before } }, data: gone })
}
