import { z } from 'zod'
import type { Tx } from './transaction.ts'

export interface RoomPerson {
  readonly id: string
  readonly name: string
  /** Their roles, by the team's id. */
  readonly roles: ReadonlyMap<string, string>
}

export interface RoomGroup {
  readonly id: string
  readonly name: string
  readonly team: {
    readonly id: string
    readonly name: string
    readonly zone: string
    readonly lang: 'zh' | 'en'
  } | null
}

const person = z.object({ id: z.string(), name: z.string(), roles: z.record(z.string(), z.string()) })
const group = z.object({
  id: z.string(),
  name: z.string(),
  team: z.object({ id: z.string(), name: z.string(), zone: z.string(), lang: z.enum(['zh', 'en']) }).nullable(),
})

/** Who a visitor of the Room can be, and in which teams that person has a part. */
export async function roomPeople(db: Tx): Promise<readonly RoomPerson[]> {
  const rows = await db.$queryRaw`
    SELECT u.id, coalesce(min(m.name), u.name) AS name,
      coalesce(jsonb_object_agg(m."teamId", m.role) FILTER (WHERE m.id IS NOT NULL), '{}') AS roles
    FROM "RoomUser" u
    LEFT JOIN "Account" a ON a.platform = 'room' AND a."accountId" = u.id
    LEFT JOIN "Member" m ON m."personId" = a."personId" AND m."leftOn" IS NULL
    GROUP BY u.id ORDER BY u.position, u.id`
  return z
    .array(person)
    .parse(rows)
    .map(row => ({ ...row, roles: new Map(Object.entries(row.roles)) }))
}

/** The groups of the Room and the teams that talk there. */
export async function roomGroups(db: Tx): Promise<readonly RoomGroup[]> {
  const rows = await db.$queryRaw`
    SELECT g.id, g.name, CASE WHEN t.id IS NULL THEN NULL
      ELSE jsonb_build_object('id', t.id, 'name', t.name, 'zone', t.zone, 'lang', t.lang) END AS team
    FROM "RoomChannel" g
    LEFT JOIN "Channel" c ON c.platform = 'room' AND c."externalId" = g.id
    LEFT JOIN "Team" t ON t.id = c."teamId"
    ORDER BY g.position, g.id`
  return z.array(group).parse(rows)
}
