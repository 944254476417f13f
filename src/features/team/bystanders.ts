import { z } from 'zod'
import type { Tx } from '../../store/transaction.ts'

const bystandersSchema = z.array(z.object({ personId: z.string(), name: z.string(), aliases: z.array(z.string()) }))

/** Who is in a group of the team and no member. Two of one name are told apart by the ids of their accounts. */
export async function bystanders(tx: Tx, teamId: string): Promise<z.infer<typeof bystandersSchema>> {
  const rows = await tx.$queryRaw`
    SELECT p.id AS "personId", p.name, array_agg(DISTINCT a."accountId") AS aliases
    FROM "Channel" c
    JOIN "ChannelAccount" ca ON ca."channelId" = c.id
    JOIN "Account" a ON a.platform = ca.platform AND a."accountId" = ca."accountId" AND a.active
    JOIN "Person" p ON p.id = a."personId"
    LEFT JOIN "Member" m ON m."teamId" = c."teamId" AND m."personId" = p.id AND m."leftOn" IS NULL
    WHERE c."teamId" = ${teamId}::uuid AND m.id IS NULL
    GROUP BY p.id, p.name ORDER BY p.name, p.id`
  return bystandersSchema.parse(rows)
}
