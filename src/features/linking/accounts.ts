import { z } from 'zod'
import type { Tx } from '../../store/transaction.ts'

/** An account as its owner knows it. */
export interface OwnAccount {
  readonly platform: string
  readonly accountId: string
  /** As the platform shows it, else the person's. */
  readonly name: string
  /** As the platform tells it. */
  readonly department: string | null
}

/** A person as far as joining them with another one needs it. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly lang: 'zh' | 'en' | null
  readonly currentTeamId: string | null
  readonly lastPlatform: string | null
  readonly createdAt: Date
  readonly accounts: readonly OwnAccount[]
}

const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  lang: z.enum(['zh', 'en']).nullable(),
  currentTeamId: z.string().nullable(),
  lastPlatform: z.string().nullable(),
  createdAt: z.date(),
  accounts: z.array(
    z.object({
      platform: z.string(),
      accountId: z.string(),
      name: z.string().nullable(),
      department: z.string().nullable(),
    }),
  ),
})

/** Null for somebody who is no more. Accounts in the order of their platforms' names. */
export async function personById(tx: Tx, id: string): Promise<Person | null> {
  const row = await tx.person.findUnique({
    where: { id },
    include: { accounts: { orderBy: [{ platform: 'asc' }, { accountId: 'asc' }] } },
  })
  if (row === null) return null
  const person = rowSchema.parse(row)
  return { ...person, accounts: person.accounts.map(account => ({ ...account, name: account.name ?? person.name })) }
}

/** A platform on which both have an account: two accounts of one platform are two people, or at least nobody can tell. */
export function commonPlatform(one: Person, other: Person): string | null {
  const theirs = new Set(other.accounts.map(({ platform }) => platform))
  return one.accounts.find(({ platform }) => theirs.has(platform))?.platform ?? null
}
