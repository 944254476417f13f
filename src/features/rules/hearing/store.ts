import { z } from 'zod'
import { roles } from '../../../context.ts'
import type { Session } from '../../../store/store.ts'
import type { Tx } from '../../../store/transaction.ts'

/** A group of a team in which rules hold. */
const ruledGroupSchema = z.object({
  /** As the platform calls it. */
  platform: z.string(),
  externalId: z.string(),
  channelId: z.string(),
  teamId: z.string(),
  stamp: z.string(),
  /** Members who were asked something here that is still open. */
  awaited: z.array(z.string()),
})

export type RuledGroup = z.infer<typeof ruledGroupSchema>

const speakerSchema = z.object({
  /** The how-manieth of those who were asked about, from 1. */
  n: z.coerce.number(),
  memberId: z.string(),
  role: z.enum(roles),
})

export type Speaker = z.infer<typeof speakerSchema>

/**
 * Changes whenever the rules of a team may have: versions only grow. What else a rulebook is made of and changes by typing
 * has its part in it.
 */
const stampOf = (teamId: string): string => `
  (SELECT count(*) || '.' || count(*) FILTER (WHERE r.state <> 'off') || '.' || sum(r.version)
   FROM "Rule" r WHERE r."teamId" = ${teamId})
  || '.' || coalesce((SELECT sum(w.version) FROM "WordList" w WHERE w."teamId" = ${teamId}), 0)
  || '.' || (SELECT md5(t.zone || t.lang || t.calendar::text || t.settings::text) FROM "Team" t WHERE t.id = ${teamId})`

/** Which of these groups are of a team in which rules hold. */
export async function ruledGroups(
  session: Session,
  groups: readonly { readonly platform: string; readonly channelId: string }[],
): Promise<readonly RuledGroup[]> {
  const rows = await session.query(
    `WITH placed AS (
       SELECT c.id, c.platform, c."externalId", c."teamId" FROM unnest($1::text[], $2::text[]) AS s (platform, channel)
       JOIN "Channel" c ON c.platform = s.platform AND c."externalId" = s.channel WHERE c."teamId" IS NOT NULL),
     ruled AS MATERIALIZED (
       SELECT one."teamId", ${stampOf('one."teamId"')} AS stamp FROM (SELECT DISTINCT "teamId" FROM placed) one
       WHERE EXISTS (SELECT 1 FROM "Rule" r WHERE r."teamId" = one."teamId" AND r.state <> 'off'))
     SELECT p.platform, p."externalId", p.id AS "channelId", p."teamId", ruled.stamp,
       ARRAY(SELECT q."askedId"::text FROM "OpenQuestion" q
         WHERE q."teamId" = p."teamId" AND q.state = 'open' AND q."channelId" = p.id) AS awaited
     FROM placed p JOIN ruled ON ruled."teamId" = p."teamId"`,
    [groups.map(it => it.platform), groups.map(it => it.channelId)],
  )
  return z.array(ruledGroupSchema).parse(rows)
}

/** Who of these speaks as a member of that team. */
export async function speakersOf(
  session: Session,
  said: readonly { readonly teamId: string; readonly platform: string; readonly accountId: string }[],
): Promise<readonly Speaker[]> {
  const rows = await session.query(
    `SELECT s.n, m.id AS "memberId", m.role
     FROM unnest($1::uuid[], $2::text[], $3::text[]) WITH ORDINALITY AS s (team, platform, account, n)
     JOIN "Account" a ON a.platform = s.platform AND a."accountId" = s.account
     JOIN "Member" m ON m."teamId" = s.team AND m."personId" = a."personId" AND m."leftOn" IS NULL`,
    [said.map(it => it.teamId), said.map(it => it.platform), said.map(it => it.accountId)],
  )
  return z.array(speakerSchema).parse(rows)
}

/** Null where no rule of the team is on or in shadow. */
export async function stampFor(tx: Tx, teamId: string): Promise<string | null> {
  const active = await tx.rule.findFirst({ where: { teamId, state: { not: 'off' } }, select: { id: true } })
  if (active === null) return null
  const rows = await tx.$queryRawUnsafe(`SELECT ${stampOf('$1::uuid')} AS stamp`, teamId)
  return z.tuple([z.object({ stamp: z.string() })]).parse(rows)[0].stamp
}
