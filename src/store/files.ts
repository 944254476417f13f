import { createHash } from 'node:crypto'
import { Prisma } from '../../prisma/client/client.ts'
import { safeFileName } from '../base/handed-file.ts'
import { type Workbook, workbookSchema } from '../sheets/workbook.ts'
import type { picturesOf } from './pictures.ts'
import type { Store } from './store.ts'
import type { Tx } from './transaction.ts'

interface KeptFile {
  readonly bytes: Uint8Array
  /** With its ending. */
  readonly filename: string
  readonly type: string
}

/** The files that contents refer to; null for one that is not kept. */
export type Files = (ref: string) => Promise<KeptFile | null>

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * Keeps what is in a workbook and answers by what to refer to it in a content; its bytes are written when somebody first needs
 * them. The same workbook has the same name, however often it is kept, so a verb that is run again says the same.
 *
 * @param filename - without its ending
 */
export async function keepWorkbook(tx: Tx, workbook: Workbook, filename: string, now: Date): Promise<string> {
  // Parsed, so that its keys stand in one order.
  const kept = workbookSchema.parse(workbook)
  const name = safeFileName(`${filename}.xlsx`)
  const ref = refOf(xlsx, name, JSON.stringify(kept))
  const row = { ref, filename: name, type: xlsx, workbook: kept, createdAt: now }
  await tx.file.createMany({ data: [row], skipDuplicates: true })
  return ref
}

/** Keeps a file that is there already, and answers by what to refer to it. */
export async function keepFile(tx: Tx, file: KeptFile, now: Date): Promise<string> {
  const { bytes, type } = file
  const filename = safeFileName(file.filename)
  const ref = refOf(type, filename, bytes)
  const row = { ref, bytes: new Uint8Array(bytes), filename, type, createdAt: now }
  await tx.file.createMany({ data: [row], skipDuplicates: true })
  return ref
}

/**
 * Keeps a file that a person handed to us, and answers by what to refer to it. It is always that event's own, so it can be
 * forgotten by itself; what is in it, nobody knows, so it is no more than bytes to whoever saves it.
 */
export async function keepHanded(
  { prisma }: Pick<Store, 'prisma'>,
  { from, bytes, ...file }: { readonly from: string; readonly bytes: Uint8Array; readonly filename: string },
  now: Date,
): Promise<string> {
  const filename = safeFileName(file.filename)
  const type = 'application/octet-stream'
  const ref = refOf(type, filename, bytes, `${from}\n`)
  const row = { ref, bytes: new Uint8Array(bytes), filename, type, createdAt: now, handed: true }
  await prisma.file.createMany({ data: [row], skipDuplicates: true })
  return ref
}

/** Of a file that was handed to us: it is nobody else's. */
export async function forgetHanded(tx: Tx, ref: string): Promise<void> {
  await tx.file.deleteMany({ where: { ref, handed: true } })
}

/** A workbook is written the first time that it is asked for, outside of every transaction. */
export function filesOf({ prisma }: Pick<Store, 'prisma'>, pictures: ReturnType<typeof picturesOf>): Files {
  return async ref => {
    const row = await prisma.file.findUnique({ where: { ref } })
    if (row === null) return null
    const { filename, type } = row
    if (row.bytes !== null) return { bytes: row.bytes, filename, type }
    // Few ever ask for a workbook, so nobody else waits for its library to be loaded.
    const { writeWorkbook } = await import('../sheets/write.ts')
    const bytes = await writeWorkbook(workbookSchema.parse(row.workbook), pictures)
    // Whoever wrote it meanwhile wrote the same.
    await prisma.file.updateMany({ where: { ref, bytes: null }, data: { bytes, workbook: Prisma.DbNull } })
    return { bytes, filename, type }
  }
}

function refOf(type: string, filename: string, what: string | Uint8Array, from = ''): string {
  return createHash('sha256').update(`${type}\n${filename}\n${from}`).update(what).digest('hex')
}
