import { z } from 'zod'
import type { Heard } from '../platform/house.ts'
import type { Session } from '../store/store.ts'

const keptSchema = z.array(z.object({ channelId: z.string(), at: z.coerce.date() }))

const keyOf = (platform: string): string => `missed:${platform}`

/**
 * The groups of a platform in which a team talks, each with the moment of the last event there; those of which we never
 * heard anything are left out. What was answered once is answered again until `forgetMissed`, because new events say
 * nothing of those that are still missing before them. After a loss, what came in since `lostAt` says as little.
 */
export async function heardUntil(session: Session, platform: string, lostAt?: Date): Promise<readonly Heard[]> {
  const kept = await session.query<{ value: unknown }>('SELECT value FROM "Installation" WHERE key = $1', [
    keyOf(platform),
  ])
  if (kept[0] !== undefined) return keptSchema.parse(kept[0].value)
  const last = await lastHeard(session, platform)
  const heard = last.map(({ channelId, at }) => ({ channelId, at: lostAt && lostAt < at ? lostAt : at }))
  const sql = 'INSERT INTO "Installation" (key, value) VALUES ($1, $2::jsonb) ON CONFLICT DO NOTHING'
  await session.query(sql, [keyOf(platform), JSON.stringify(heard)])
  return heard
}

export async function forgetMissed(session: Session, platform: string): Promise<void> {
  await session.query('DELETE FROM "Installation" WHERE key = $1', [keyOf(platform)])
}

/** One probe of an index for each group and state. */
function lastHeard(session: Session, platform: string): Promise<Heard[]> {
  return session.query<Heard & Record<string, unknown>>(
    `SELECT c."externalId" AS "channelId", last."receivedAt" AS at FROM "Channel" c, LATERAL (
       SELECT e.id, e."receivedAt" FROM unnest(ARRAY['pending', 'handled', 'failed']) AS s (state), LATERAL (
         SELECT id, "receivedAt" FROM "InboundEvent"
         WHERE "InboundEvent".state = s.state AND conversation = c.platform || ':' || c."externalId"
         ORDER BY id DESC LIMIT 1) e
       ORDER BY e.id DESC LIMIT 1) last
     WHERE c.platform = $1 AND c."teamId" IS NOT NULL`,
    [platform],
  )
}
