import { Prisma } from '../../prisma/client/client.ts'
import type { Tx } from './transaction.ts'

/** Deletes whatever names one of the teams, in whichever feature's tables; their groups only lose their team. */
export async function eraseTeamRows(tx: Tx, teams: readonly string[]): Promise<void> {
  const tables = await tx.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = current_schema() AND column_name = 'teamId' AND table_name <> 'Channel'`
  for (const { name } of tables)
    await tx.$executeRaw`DELETE FROM ${Prisma.raw(`"${name}"`)} WHERE "teamId" = ANY(${teams}::uuid[])`
}
