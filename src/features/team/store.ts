import { z } from 'zod'
import { Prisma } from '../../../prisma/client/client.ts'
import { newId } from '../../base/ids.ts'
import type { Lang } from '../../base/words.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import type { WorkCalendar } from '../../calendar/work-calendar.ts'
import { type Role, roles, type Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import type { LeaveChange } from './leave-rules.ts'
import type { MemberRole } from './role-names.ts'

/** Makes every change of who is in a team, and as what, wait for the one before it. */
export async function lockTeam(tx: Tx, teamId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Team" WHERE id = ${teamId}::uuid FOR UPDATE`
}

const settingsRows = z.tuple([z.object({ settings: z.record(z.string(), z.unknown()) })])

/** Merges in the database, so that two changes at once both last. Answers all settings of the team. */
export async function mergeSettings(
  tx: Tx,
  teamId: string,
  feature: string,
  patch: string,
): Promise<Readonly<Record<string, unknown>>> {
  const rows = await tx.$queryRaw`
    UPDATE "Team"
    SET settings = settings || jsonb_build_object(${feature}::text, coalesce(settings -> ${feature}::text, '{}') || ${patch}::jsonb)
    WHERE id = ${teamId}::uuid
    RETURNING settings`
  return settingsRows.parse(rows)[0].settings
}

/** Whether every command is heard there without slash or mention. */
export async function setPlain(tx: Tx, channelId: string, plain: boolean): Promise<void> {
  await tx.channel.update({ where: { id: channelId }, data: { plain } })
}

/** True for whoever is first to greet a channel, once and for all. */
export async function claimGreeting(tx: Tx, channelId: string, now: Date): Promise<boolean> {
  const { count } = await tx.channel.updateMany({
    where: { id: channelId, greetedAt: null },
    data: { greetedAt: now },
  })
  return count === 1
}

/** True when the channel had no team and has this one now. */
export async function bindChannel(tx: Tx, channelId: string, teamId: string): Promise<boolean> {
  const { count } = await tx.channel.updateMany({ where: { id: channelId, teamId: null }, data: { teamId } })
  return count === 1
}

/** The membership of a person in a team, also one that has ended. */
export async function membership(tx: Tx, teamId: string, personId: string): Promise<Membership | null> {
  const row = await tx.member.findUnique({ where: { teamId_personId: { teamId, personId } } })
  return row && { memberId: row.id, leftOn: row.leftOn, leftBecause: row.leftBecause }
}

/** Why a membership ended: by their own word, by an admin's, or because their platform switched the account off. */
type LeftBecause = 'left' | 'removed' | 'switched-off'

export interface Membership {
  readonly memberId: string
  readonly leftOn: LocalDate | null
  /** One of `LeftBecause`; null also where it ended before that was written down. */
  readonly leftBecause: string | null
}

interface Recruit {
  readonly memberId: string
  readonly teamId: string
  readonly personId: string
  readonly name: string
  readonly role: MemberRole
  readonly joinedOn: LocalDate
}

const memberFacts = z.object({ id: z.string(), name: z.string(), role: z.enum(roles) })

/**
 * Writes a membership, or takes up an ended one under its old name (and role, if it ended because the account was switched
 * off); one that stands is left as it is. Two at once make one.
 */
export async function enlist(
  tx: Tx,
  recruit: Recruit,
): Promise<{ memberId: string; name: string; role: Role; isNew: boolean }> {
  const { memberId, teamId, personId, name, role, joinedOn } = recruit
  const rows = await tx.$queryRaw`
    INSERT INTO "Member" AS m (id, "teamId", "personId", name, aliases, role, "joinedOn")
    VALUES (${memberId}::uuid, ${teamId}::uuid, ${personId}::uuid, ${name}, '{}', ${role}, ${joinedOn})
    ON CONFLICT ("teamId", "personId") DO UPDATE
      SET role = CASE WHEN m."leftBecause" = 'switched-off' THEN m.role ELSE excluded.role END,
        "joinedOn" = excluded."joinedOn", "leftOn" = NULL, "leftBecause" = NULL
      WHERE m."leftOn" IS NOT NULL
    RETURNING id, name, role`
  const written = z.array(memberFacts).parse(rows)[0]
  const where = { teamId_personId: { teamId, personId } }
  const { id, ...facts } = written ?? memberFacts.parse(await tx.member.findUniqueOrThrow({ where }))
  return { memberId: id, ...facts, isNew: written !== undefined }
}

/** The team that the person's direct messages are about. */
export async function setCurrentTeam(tx: Tx, personId: string, teamId: string | null): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { currentTeamId: teamId } })
}

/** A team as it is first written; the calendar without official days. */
export async function createTeam(tx: Tx, team: Team & { readonly createdAt: Date }): Promise<void> {
  const { calendar, settings, ...facts } = team
  await tx.team.create({ data: { ...facts, calendar: asJson(calendar), settings: asJson(settings) } })
}

/** As Prisma wants JSON: mutable, and without what JSON cannot say. */
function asJson(value: object): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(value))
}

/** Changes the named facts of a member; a calendar of null is the team's. */
export async function updateMember(
  tx: Tx,
  memberId: string,
  change: {
    readonly role?: MemberRole
    readonly name?: string
    readonly aliases?: readonly string[]
    readonly calendar?: WorkCalendar | null
  },
): Promise<void> {
  const { aliases, calendar, ...facts } = change
  await tx.member.update({
    where: { id: memberId },
    data: {
      ...facts,
      ...(aliases && { aliases: [...aliases] }),
      ...(calendar !== undefined && { calendar: calendar === null ? Prisma.DbNull : asJson(calendar) }),
    },
  })
}

/** Ends a membership; the person's direct messages are then about no team in particular. */
export async function dismiss(
  tx: Tx,
  member: { readonly memberId: string; readonly personId: string; readonly teamId: string },
  on: LocalDate,
  because: LeftBecause,
): Promise<void> {
  await tx.member.update({ where: { id: member.memberId }, data: { leftOn: on, leftBecause: because } })
  await tx.person.updateMany({
    where: { id: member.personId, currentTeamId: member.teamId },
    data: { currentTeamId: null },
  })
}

/** Makes every change of a member's leaves wait for the one before it. */
export async function lockMember(tx: Tx, memberId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Member" WHERE id = ${memberId}::uuid FOR UPDATE`
}

/** Ends leaves, which stay on record, and writes those that take their place. */
export async function changeLeaves(
  tx: Tx,
  memberId: string,
  change: LeaveChange,
  byPersonId: string,
  now: Date,
): Promise<void> {
  if (change.end.length > 0) {
    const ids = change.end.map(leave => leave.id)
    await tx.leave.updateMany({ where: { id: { in: ids } }, data: { cancelledAt: now } })
  }
  const rows = change.write.map(({ from, to, half = null }) => ({ from, to, half }))
  await tx.leave.createMany({
    data: rows.map(row => ({ id: newId(now), memberId, ...row, createdBy: byPersonId, createdAt: now })),
  })
}

/** Changes the named facts of a team. Official days are not kept with it. */
export async function updateTeam(
  tx: Tx,
  teamId: string,
  change: Partial<Pick<Team, 'name' | 'zone' | 'lang' | 'calendar'>>,
): Promise<void> {
  const { calendar, ...facts } = change
  await tx.team.update({
    where: { id: teamId },
    data: { ...facts, ...(calendar && { calendar: asJson({ ...calendar, official: {} }) }) },
  })
}

/** Gives a name to a person who goes by the id of their account, whatever their platform tells later. */
export async function nameNameless(tx: Tx, personId: string, accountId: string, name: string): Promise<void> {
  await tx.person.updateMany({ where: { id: personId, name: accountId }, data: { name } })
}

export async function setPersonLang(tx: Tx, personId: string, lang: Lang): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { lang } })
}
