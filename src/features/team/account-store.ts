import { z } from 'zod'
import { Prisma } from '../../../prisma/client/client.ts'
import { newId } from '../../base/ids.ts'
import { isZone, type Zone } from '../../calendar/zone.ts'
import type { Tx } from '../../store/transaction.ts'
import { type AccountTold, type KeptAccount, keptAccountSchema, type Standing, updatedAccount } from './account.ts'

/** What changed in an account; `before` is null for one that was not known. */
export interface AccountChange {
  readonly before: KeptAccount | null
  readonly after: KeptAccount
}

/**
 * Keeps what a platform tells of accounts; those that are not known become people where `create` says so. One statement
 * when nothing is new, a few when something is, however many accounts there are.
 */
export async function keepAccounts(
  tx: Tx,
  platform: string,
  told: readonly AccountTold[],
  { now, create }: { readonly now: Date; readonly create: boolean },
): Promise<readonly AccountChange[]> {
  const known = new Map((await readAccounts(tx, platform, told)).map(kept => [kept.accountId, kept]))
  const strange = create ? told.filter(({ accountId }) => !known.has(accountId)) : []
  await createAccounts(tx, platform, strange, now)
  const created = await readAccounts(tx, platform, strange)
  const changes = told.flatMap(it => {
    const before = known.get(it.accountId)
    const after = before && updatedAccount(before, it)
    return before && after ? [{ before, after }] : []
  })
  await writeAccounts(tx, platform, changes)
  return [...changes, ...created.map(after => ({ before: null, after }))]
}

async function readAccounts(tx: Tx, platform: string, of: readonly AccountTold[]): Promise<KeptAccount[]> {
  if (of.length === 0) return []
  const rows = await tx.$queryRaw`
    SELECT a."accountId", a."personId", p.name AS "personName", a.name, a.lang, a.zone, a.standing, a.active, a."awayUntil",
      a.mobile, a.department
    FROM "Account" a JOIN "Person" p ON p.id = a."personId"
    WHERE a.platform = ${platform} AND a."accountId" IN (${Prisma.join(of.map(it => it.accountId))})`
  return z.array(keptAccountSchema).parse(rows)
}

/** Each with a person of its own. An account that somebody else writes at the same moment keeps the person it got there. */
export async function createAccounts(tx: Tx, platform: string, told: readonly AccountTold[], now: Date): Promise<void> {
  if (told.length === 0) return
  const rows = told.map(it => ({ told: it, personId: newId(now) }))
  await tx.person.createMany({
    data: rows.map(row => ({ id: row.personId, name: row.told.name?.trim() || row.told.accountId, createdAt: now })),
  })
  const { count } = await tx.account.createMany({
    data: rows.map(row => ({ platform, personId: row.personId, lastSeenAt: now, ...columnsOf(row.told) })),
    skipDuplicates: true,
  })
  if (count === rows.length) return
  await tx.person.deleteMany({ where: { id: { in: rows.map(row => row.personId) }, accounts: { none: {} } } })
}

function columnsOf(told: AccountTold) {
  const { accountId, name, lang, zone, standing, active = true, away, mobile, department } = told
  return {
    accountId,
    name: name?.trim() || null,
    lang: lang ?? null,
    zone: zone !== undefined && isZone(zone) ? zone : null,
    standing: standing ?? null,
    active,
    awayUntil: away ? new Date(away.until) : null,
    mobile: mobile ?? null,
    department: department ?? null,
  }
}

export async function writeAccounts(tx: Tx, platform: string, changes: readonly AccountChange[]): Promise<void> {
  if (changes.length === 0) return
  const rows = JSON.stringify(changes.map(change => change.after))
  await tx.$executeRaw`
    UPDATE "Account" a
    SET name = n.name, lang = n.lang, zone = n.zone, standing = n.standing, active = n.active, "awayUntil" = n."awayUntil",
      mobile = n.mobile, department = n.department
    FROM jsonb_to_recordset(${rows}::jsonb) AS n
      ("accountId" text, name text, lang text, zone text, standing text, active boolean, "awayUntil" timestamp,
        mobile text, department text)
    WHERE a.platform = ${platform} AND a."accountId" = n."accountId"`
  await renamePeople(tx, changes)
}

/** In a team they go by the new name too, unless they were given one of their own there. */
async function renamePeople(tx: Tx, changes: readonly AccountChange[]): Promise<void> {
  const renamed = changes.flatMap(({ before, after }) =>
    before !== null && before.personName !== after.personName
      ? [{ id: after.personId, was: before.personName, is: after.personName }]
      : [],
  )
  if (renamed.length === 0) return
  await tx.$executeRaw`
    WITH renamed AS (
      SELECT id, was, "is" FROM jsonb_to_recordset(${JSON.stringify(renamed)}::jsonb) AS r (id uuid, was text, "is" text)),
    members AS (
      UPDATE "Member" m SET name = r."is" FROM renamed r WHERE m."personId" = r.id AND m.name = r.was)
    UPDATE "Person" p SET name = r."is" FROM renamed r WHERE p.id = r.id`
}

/** Whether a person is of the company: `unknown` where no platform told. One account inside it is enough. */
export async function standingOf(tx: Tx, personId: string): Promise<Standing | 'unknown'> {
  const accounts = await tx.account.findMany({ where: { personId, standing: { not: null } } })
  const told = accounts.map(account => account.standing)
  if (told.includes('member')) return 'member'
  if (told.includes('guest')) return 'guest'
  return told.includes('stranger') ? 'stranger' : 'unknown'
}

/** Where a person's clock stands, by the account that was seen last; null when no platform told. */
export async function zoneOfPerson(tx: Tx, personId: string): Promise<Zone | null> {
  const where = { personId, zone: { not: null } }
  return (await tx.account.findFirst({ where, orderBy: { lastSeenAt: 'desc' } }))?.zone ?? null
}

/** True when every account of the person was switched off by its platform. */
export async function isSwitchedOff(tx: Tx, personId: string): Promise<boolean> {
  return (await tx.account.count({ where: { personId, active: true } })) === 0
}
