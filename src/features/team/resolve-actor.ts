import { z } from 'zod'
import { Prisma } from '../../../prisma/client/client.ts'
import type { Lang } from '../../base/words.ts'
import { officialDaySchema } from '../../calendar/work-calendar.ts'
import { type Actor, roles, type Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { toTeam } from './teams.ts'

const rowSchema = z.object({
  personName: z.string(),
  personLang: z.enum(['zh', 'en']).nullable(),
  accountLang: z.enum(['zh', 'en']).nullable(),
  currentTeamId: z.string().nullable(),
  memberId: z.string().nullable(),
  memberName: z.string().nullable(),
  role: z.enum(roles).nullable(),
  team: z.looseObject({ id: z.string() }).nullable(),
  official: z.record(z.string(), officialDaySchema).nullable(),
})

type Row = z.infer<typeof rowSchema>

interface Where {
  readonly personId: string
  /** Where they speak; null in a direct chat. */
  readonly channel: { readonly teamId: string | null } | null
  /** What to speak to somebody of whom nothing tells. */
  readonly fallbackLang?: Lang
}

/**
 * In which team and as whom a person acts: in a group as the group's team has them; in a direct chat in the team they
 * chose, else the one they joined last. Whoever is not in the team, or no longer, is a guest. They are spoken to in the
 * language of their own choice, else of their account, of the team, or of what they said. One statement.
 */
export async function resolveActor(tx: Tx, where: Where): Promise<{ team: Team | null; actor: Actor }> {
  const { personId, channel, fallbackLang = 'zh' } = where
  const rows = channel === null ? await rowsInDirect(tx, personId) : await rowsInGroup(tx, personId, channel.teamId)
  const row = chooseRow(z.array(rowSchema).parse(rows))
  if (row === undefined) throw justLinked()
  const team = row.team && toTeam(row.team, row.official ?? {})
  return { team, actor: actorOf(row, personId, row.personLang ?? row.accountLang ?? team?.lang ?? fallbackLang) }
}

/**
 * The account was found, and its person is no more: between the two another transaction made one person of two. It is a
 * conflict like any other, so the whole event is done again.
 */
function justLinked(): Error {
  return Object.assign(new Error('a person was identified and cannot be read'), { code: '40001' })
}

/** Rows come with the membership that was joined last first. */
function chooseRow(rows: readonly Row[]): Row | undefined {
  return rows.find(row => row.team !== null && row.team.id === row.currentTeamId) ?? rows[0]
}

function actorOf(row: Row, personId: string, lang: Lang): Actor {
  const { memberId, memberName, role } = row
  if (memberId === null || role === null) return { personId, memberId: '', name: row.personName, role: 'guest', lang }
  return { personId, memberId, name: memberName ?? row.personName, role, lang }
}

// The official days travel with the team, as one value, so that a message costs one statement here. The account's language
// is that of the account that was seen last among those whose platform tells one.
const selected = Prisma.sql`
  SELECT p.name AS "personName", p.lang AS "personLang", p."currentTeamId",
    (SELECT a.lang FROM "Account" a WHERE a."personId" = p.id AND a.lang IS NOT NULL
     ORDER BY a."lastSeenAt" DESC LIMIT 1) AS "accountLang",
    m.id AS "memberId", m.name AS "memberName", m.role, to_jsonb(t) AS team,
    (SELECT jsonb_object_agg(d.date, jsonb_build_object('work', d.work, 'name', d.name)) FROM "OfficialDay" d) AS official
  FROM "Person" p`

async function rowsInGroup(tx: Tx, personId: string, teamId: string | null): Promise<unknown> {
  return await tx.$queryRaw`
    ${selected}
    LEFT JOIN "Team" t ON t.id = ${teamId}::uuid
    LEFT JOIN "Member" m ON m."teamId" = t.id AND m."personId" = p.id AND m."leftOn" IS NULL
    WHERE p.id = ${personId}::uuid`
}

async function rowsInDirect(tx: Tx, personId: string): Promise<unknown> {
  return await tx.$queryRaw`
    ${selected}
    LEFT JOIN "Member" m ON m."personId" = p.id AND m."leftOn" IS NULL
    LEFT JOIN "Team" t ON t.id = m."teamId"
    WHERE p.id = ${personId}::uuid
    ORDER BY m."joinedOn" DESC NULLS LAST, m.id DESC`
}
