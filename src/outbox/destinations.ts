import { Prisma } from '../../prisma/client/client.ts'
import type { ByMail } from '../context.ts'
import { type PlatformId, platformIds } from '../platform/events.ts'
import type { Tx } from '../store/transaction.ts'
import type { Head } from './delivery.ts'
import { addressOf } from './mail-addresses.ts'
import type { Account, Destination, Reader } from './ways.ts'

/** Our own name of a platform, or null for a text that is none (any more). */
export function knownPlatform(name: string | null): PlatformId | null {
  return platformIds.find(id => id === name) ?? null
}

interface ReaderRow {
  readonly personId: string
  readonly name: string
  readonly lastPlatform: string | null
  readonly platform: string | null
  readonly accountId: string | null
}

type ChannelRow = { readonly inPlatform: string; readonly externalId: string } & {
  readonly [K in keyof ReaderRow]: ReaderRow[K] | null
}

/** Where a delivery goes, in one query, or null when the channel or person is no more. */
export function destinationOf(db: Tx, head: Head): Promise<Destination | null> {
  const { channelId, personId, whisperTo, by } = head
  if (channelId !== null) return channelDestination(db, channelId, whisperTo)
  if (personId === null) return Promise.resolve(null)
  return by === null ? personDestination(db, personId) : mailDestination(db, personId, by)
}

async function channelDestination(db: Tx, channelId: string, whisperTo: string | null): Promise<Destination | null> {
  const rows = await db.$queryRaw<ChannelRow[]>`
    SELECT c.platform AS "inPlatform", c."externalId", p.id AS "personId", p.name, p."lastPlatform", a.platform, a."accountId"
    FROM "Channel" c
    LEFT JOIN "Person" p ON p.id = ${whisperTo}::uuid
    LEFT JOIN "Account" a ON a."personId" = p.id
    WHERE c.id = ${channelId}::uuid`
  const [channel] = rows
  const platform = knownPlatform(channel?.inPlatform ?? null)
  if (!channel || !platform) return null
  const only = readerOf(rows)
  if (whisperTo !== null && !only) return null
  return { kind: 'channel', platform, externalId: channel.externalId, only }
}

async function personDestination(db: Tx, personId: string): Promise<Destination | null> {
  const rows = await db.$queryRaw<ReaderRow[]>`
    SELECT p.id AS "personId", p.name, p."lastPlatform", a.platform, a."accountId"
    FROM "Person" p LEFT JOIN "Account" a ON a."personId" = p.id
    WHERE p.id = ${personId}::uuid`
  const reader = readerOf(rows)
  return reader && { kind: 'person', reader }
}

/** Mail is on no account of theirs, so it is never chosen for what was not meant to go by it. */
async function mailDestination(db: Tx, personId: string, by: ByMail): Promise<Destination | null> {
  const found = await addressOf(db, personId, by)
  if (found === null) return null
  const { name, address } = found
  return { kind: 'person', reader: { personId, name, accounts: [{ platform: 'mail', accountId: address }] } }
}

function readerOf(rows: readonly Pick<ChannelRow, keyof ReaderRow>[]): Reader | null {
  const [first] = rows
  if (!first || first.personId === null || first.name === null) return null
  const accounts = rows.flatMap(({ platform, accountId }): Account[] => {
    const known = knownPlatform(platform)
    return known !== null && accountId !== null ? [{ platform: known, accountId }] : []
  })
  const recent = (account: Account) => Number(account.platform === first.lastPlatform)
  return { personId: first.personId, name: first.name, accounts: accounts.toSorted((a, b) => recent(b) - recent(a)) }
}

/** The accounts of members on one platform, to mention them with: member id → account id. */
export async function accountsOf(
  db: Tx,
  platform: PlatformId,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (memberIds.length === 0) return new Map()
  const rows = await db.$queryRaw<{ id: string; accountId: string }[]>`
    SELECT m.id, a."accountId" FROM "Member" m
    JOIN "Account" a ON a."personId" = m."personId" AND a.platform = ${platform}
    WHERE m.id IN (${Prisma.join(memberIds.map(id => Prisma.sql`${id}::uuid`))})`
  return new Map(rows.map(row => [row.id, row.accountId]))
}
