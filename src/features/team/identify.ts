import { z } from 'zod'
import type { Lang } from '../../base/words.ts'
import { langs } from '../../base/words.ts'
import type { Tx } from '../../store/transaction.ts'
import { type AccountTold, keptAccountSchema, updatedAccount } from './account.ts'
import { createAccounts, writeAccounts } from './account-store.ts'

/** Who somebody is, whatever team they act in. */
export interface Identity {
  readonly personId: string
  readonly name: string
  /** Their own choice; null where their account's language or the team's holds. */
  readonly lang: Lang | null
  readonly lastPlatform: string | null
}

/** Until a platform tells a name, the account's id serves as one. */
type AccountRef = AccountTold & { readonly platform: string }

/** How old "last seen" may grow before it is worth a write. */
const SEEN_MS = 3_600_000

/** The person behind an account that acts; a new one the first time. One query when nothing changed. */
export async function identify(tx: Tx, account: AccountRef, now: Date): Promise<Identity> {
  const before = (await find(tx, account)) ?? (await create(tx, account, now))
  const after = updatedAccount(before, account)
  if (after !== null) await writeAccounts(tx, account.platform, [{ before, after }])
  const { personId, personName } = after ?? before
  const moved = before.lastPlatform !== account.platform
  if (moved) await tx.person.updateMany({ where: { id: personId }, data: { lastPlatform: account.platform } })
  if (moved || now.getTime() - before.lastSeenAt.getTime() > SEEN_MS) await touch(tx, account, now)
  return { personId, name: personName, lang: before.personLang, lastPlatform: account.platform }
}

const rowsSchema = z.array(
  keptAccountSchema.extend({
    personLang: z.enum(langs).nullable(),
    lastPlatform: z.string().nullable(),
    lastSeenAt: z.date(),
  }),
)

type Known = z.infer<typeof rowsSchema>[number]

/** In plain SQL because a join through Prisma would be two statements. */
async function find(tx: Tx, { platform, accountId }: AccountRef): Promise<Known | undefined> {
  const rows = await tx.$queryRaw`
    SELECT a."accountId", p.id AS "personId", p.name AS "personName", p.lang AS "personLang", p."lastPlatform",
      a.name, a.lang, a.zone, a.standing, a.active, a."awayUntil", a.mobile, a.department, a."lastSeenAt"
    FROM "Account" a JOIN "Person" p ON p.id = a."personId"
    WHERE a.platform = ${platform} AND a."accountId" = ${accountId}`
  return rowsSchema.parse(rows)[0]
}

async function create(tx: Tx, account: AccountRef, now: Date): Promise<Known> {
  await createAccounts(tx, account.platform, [account], now)
  const created = await find(tx, account)
  if (created === undefined) throw new Error('an account exists and cannot be read')
  return created
}

async function touch(tx: Tx, { platform, accountId }: AccountRef, now: Date): Promise<void> {
  await tx.account.update({ where: { platform_accountId: { platform, accountId } }, data: { lastSeenAt: now } })
}
