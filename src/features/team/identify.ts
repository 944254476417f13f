import { z } from 'zod'
import { newId } from '../../base/ids.ts'
import type { Lang } from '../../base/words.ts'
import type { Tx } from '../../store/transaction.ts'

/** Who somebody is, whatever team they act in. */
export interface Identity {
  readonly personId: string
  readonly name: string
  /** Their own choice; null where the team's language holds. */
  readonly lang: Lang | null
  readonly lastPlatform: string | null
}

interface AccountRef {
  readonly platform: string
  readonly accountId: string
  /** As the platform shows it, where it tells; until then the account's id serves as the name. */
  readonly name?: string | undefined
}

/** How old "last seen" may grow before it is worth a write. */
const SEEN_MS = 3_600_000

/** The person behind an account; a new one the first time. One query when nothing changed. */
export async function identify(tx: Tx, account: AccountRef, now: Date): Promise<Identity> {
  const known = (await find(tx, account)) ?? (await create(tx, account, now))
  const { personId, lang } = known
  const name = known.name === account.accountId ? account.name || known.name : known.name
  const moved = known.lastPlatform !== account.platform
  if (moved || name !== known.name) {
    await tx.person.update({ where: { id: personId }, data: { name, lastPlatform: account.platform } })
  }
  if (moved || now.getTime() - known.lastSeenAt.getTime() > SEEN_MS) await touch(tx, account, now)
  return { personId, name, lang, lastPlatform: account.platform }
}

const rowsSchema = z.array(
  z.object({
    personId: z.string(),
    name: z.string(),
    lang: z.enum(['zh', 'en']).nullable(),
    lastPlatform: z.string().nullable(),
    lastSeenAt: z.date(),
  }),
)

type Known = z.infer<typeof rowsSchema>[number]

/** In plain SQL because a join through Prisma would be two statements. */
async function find(tx: Tx, { platform, accountId }: AccountRef): Promise<Known | undefined> {
  const rows = await tx.$queryRaw`
    SELECT p.id AS "personId", p.name, p.lang, p."lastPlatform", a."lastSeenAt"
    FROM "Account" a JOIN "Person" p ON p.id = a."personId"
    WHERE a.platform = ${platform} AND a."accountId" = ${accountId}`
  return rowsSchema.parse(rows)[0]
}

/** Of two first messages at once, the later finds the account taken and uses the person of the earlier. */
async function create(tx: Tx, account: AccountRef, now: Date): Promise<Known> {
  const { platform, accountId } = account
  const id = newId(now)
  const name = account.name || accountId
  await tx.person.create({ data: { id, name, lastPlatform: platform, createdAt: now } })
  const { count } = await tx.account.createMany({
    data: [{ platform, accountId, personId: id, lastSeenAt: now }],
    skipDuplicates: true,
  })
  if (count === 1) return { personId: id, name, lang: null, lastPlatform: platform, lastSeenAt: now }
  await tx.person.delete({ where: { id } })
  const earlier = await find(tx, account)
  if (earlier === undefined) throw new Error('an account exists and cannot be read')
  return earlier
}

async function touch(tx: Tx, { platform, accountId }: AccountRef, now: Date): Promise<void> {
  await tx.account.update({ where: { platform_accountId: { platform, accountId } }, data: { lastSeenAt: now } })
}
