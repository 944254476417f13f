import type { Prisma } from '../../../prisma/client/client.ts'
import type { Tx } from '../../store/transaction.ts'

/** A picture or a file shows whatever the message beside it names, and no search finds it in there. */
export async function deleteAttached(tx: Tx, deliveries: Prisma.Sql): Promise<void> {
  const rows = await tx.$queryRaw<{ ref: string }[]>`
    SELECT DISTINCT block->>'ref' AS ref
    FROM "Delivery", jsonb_path_query(content, '$.blocks[*] ? (@.b == "image" || @.b == "file")') AS block
    WHERE ${deliveries}`
  const ref = { in: rows.map(row => row.ref) }
  await tx.file.deleteMany({ where: { ref } })
  await tx.picture.deleteMany({ where: { ref } })
}

/** What they handed to us, also where it went out with a notice. */
export async function deleteHanded(tx: Tx, personId: string, memberIds: Prisma.Sql): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "File" WHERE handed AND ref IN (
      SELECT ref FROM "HandedFile" WHERE "personId" = ${personId}::uuid
      UNION SELECT "fileRef" FROM "Notice" WHERE "postedBy" IN (${memberIds}))`
}
