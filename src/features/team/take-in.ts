import { z } from 'zod'
import { Prisma } from '../../../prisma/client/client.ts'
import { newId } from '../../base/ids.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { Context, Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'

/**
 * Makes members of all who are in a team's channel and may be, without a word to each; answers how many are new. Guests
 * and strangers stay outside, and so does whoever left by their own word or was removed; where nobody told who is of the
 * company, being in a channel that outsiders share is not enough. One statement when there is nobody to take in.
 */
export async function takeInPresent(ctx: Context, team: Team, channelId: string): Promise<number> {
  const recruits = await recruitsIn(ctx.tx, channelId)
  if (recruits.length === 0) return 0
  const enlisted = await enlistAll(ctx, team, recruits)
  for (const memberId of enlisted) ctx.emit({ name: 'member.joined', teamId: team.id, payload: { memberId } })
  return enlisted.length
}

const recruitsSchema = z.array(z.object({ personId: z.string(), name: z.string() }))
type Recruits = z.infer<typeof recruitsSchema>

async function recruitsIn(tx: Tx, channelId: string): Promise<Recruits> {
  const rows = await tx.$queryRaw`
    SELECT DISTINCT p.id AS "personId", p.name
    FROM "ChannelAccount" ca
    JOIN "Channel" c ON c.id = ca."channelId"
    JOIN "Account" a ON a.platform = ca.platform AND a."accountId" = ca."accountId"
    JOIN "Person" p ON p.id = a."personId"
    LEFT JOIN "Member" m ON m."teamId" = c."teamId" AND m."personId" = p.id
    WHERE ca."channelId" = ${channelId}::uuid AND a.active
      AND (a.standing = 'member' OR a.standing IS NULL AND c.external IS NOT TRUE)
      AND (m.id IS NULL OR m."leftOn" IS NOT NULL AND m."leftBecause" = 'switched-off')
    ORDER BY p.name, p.id`
  return recruitsSchema.parse(rows)
}

const idsSchema = z.array(z.object({ id: z.string() }))

/** Whoever comes back keeps their name and role. A team that is somebody's first is what their direct messages are about. */
async function enlistAll({ tx, now }: Context, team: Team, recruits: Recruits): Promise<string[]> {
  const joinedOn = toLocal(now, team.zone).date
  const rows = recruits.map(({ personId, name }) => ({ id: newId(now), personId, name }))
  const written = await tx.$queryRaw`
    INSERT INTO "Member" AS m (id, "teamId", "personId", name, aliases, role, "joinedOn")
    SELECT r.id, ${team.id}::uuid, r."personId", r.name, '{}', 'rep', ${joinedOn}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, "personId" uuid, name text)
    ON CONFLICT ("teamId", "personId") DO UPDATE
      SET "joinedOn" = excluded."joinedOn", "leftOn" = NULL, "leftBecause" = NULL
      WHERE m."leftOn" IS NOT NULL AND m."leftBecause" = 'switched-off'
    RETURNING id`
  const people = Prisma.join(rows.map(({ personId }) => Prisma.sql`${personId}::uuid`))
  await tx.$executeRaw`
    UPDATE "Person" SET "currentTeamId" = ${team.id}::uuid WHERE "currentTeamId" IS NULL AND id IN (${people})`
  return idsSchema.parse(written).map(row => row.id)
}
