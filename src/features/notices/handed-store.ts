import type { Tx } from '../../store/transaction.ts'

/** A file that somebody handed to us, by our name for it and by theirs. */
export interface HandedFile {
  readonly ref: string
  readonly name: string
}

export async function keepHandedFile(tx: Tx, personId: string, { ref, name }: HandedFile, at: Date): Promise<void> {
  await tx.handedFile.createMany({ data: [{ ref, personId, name, at }], skipDuplicates: true })
}

/** The latest first. */
export async function handedSince(
  tx: Tx,
  personId: string,
  since: Date,
): Promise<readonly (HandedFile & { at: Date })[]> {
  return tx.handedFile.findMany({
    where: { personId, at: { gt: since } },
    orderBy: { at: 'desc' },
    select: { ref: true, name: true, at: true },
  })
}

/** Forgets what was handed to us before then, and its bytes too if no notice shows them; answers how many files that were. */
export async function forgetHandedFiles(tx: Tx, before: Date): Promise<number> {
  await tx.handedFile.deleteMany({ where: { at: { lte: before } } })
  return tx.$executeRaw`
    DELETE FROM "File" f WHERE f.handed AND f."createdAt" <= ${before}
      AND NOT EXISTS (SELECT 1 FROM "HandedFile" h WHERE h.ref = f.ref)
      AND NOT EXISTS (SELECT 1 FROM "Notice" n WHERE n."fileRef" = f.ref)`
}
