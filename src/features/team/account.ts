import { z } from 'zod'
import { langs } from '../../base/words.ts'
import { isZone } from '../../calendar/zone.ts'

const standings = ['member', 'guest', 'stranger'] as const
export type Standing = (typeof standings)[number]

/** What a platform tells of an account. What is left out is not known, and what was known of it stays. */
export interface AccountTold {
  readonly accountId: string
  readonly name?: string | undefined
  readonly lang?: (typeof langs)[number] | undefined
  readonly zone?: string | undefined
  readonly standing?: Standing | undefined
  readonly active?: boolean | undefined
  /** ISO; null when they are not (any more) on holiday. */
  readonly away?: { readonly until: string } | null | undefined
  /** Digits alone, the country's code first; null when there is none (any more). */
  readonly mobile?: string | null | undefined
  readonly department?: string | undefined
}

/** An account as it is kept, with the person behind it. */
export const keptAccountSchema = z.object({
  accountId: z.string(),
  personId: z.string(),
  personName: z.string(),
  /** As the platform shows it; null where it never told. */
  name: z.string().nullable(),
  lang: z.enum(langs).nullable(),
  zone: z.string().nullable(),
  standing: z.enum(standings).nullable(),
  active: z.boolean(),
  awayUntil: z.date().nullable(),
  mobile: z.string().nullable(),
  department: z.string().nullable(),
})

export type KeptAccount = z.infer<typeof keptAccountSchema>

/** The account as it is to be kept from now on; null when nothing of what was told is new. */
export function updatedAccount(kept: KeptAccount, told: AccountTold): KeptAccount | null {
  const name = told.name?.trim() || kept.name
  const updated: KeptAccount = {
    ...kept,
    name,
    personName: nameOfPerson(kept, name),
    lang: told.lang ?? kept.lang,
    zone: told.zone !== undefined && isZone(told.zone) ? told.zone : kept.zone,
    standing: told.standing ?? kept.standing,
    active: told.active ?? kept.active,
    awayUntil: told.away === undefined ? kept.awayUntil : told.away && new Date(told.away.until),
    mobile: told.mobile === undefined ? kept.mobile : told.mobile,
    department: told.department ?? kept.department,
  }
  return isSame(kept, updated) ? null : updated
}

/** A person's name follows the platform's as long as it is the platform's: one that somebody chose stays. */
function nameOfPerson(kept: KeptAccount, name: string | null): string {
  const isPlatforms = kept.personName === kept.accountId || kept.personName === kept.name
  return isPlatforms && name !== null ? name : kept.personName
}

function isSame(a: KeptAccount, b: KeptAccount): boolean {
  return (
    a.name === b.name &&
    a.personName === b.personName &&
    a.lang === b.lang &&
    a.zone === b.zone &&
    a.standing === b.standing &&
    a.active === b.active &&
    a.awayUntil?.getTime() === b.awayUntil?.getTime() &&
    a.mobile === b.mobile &&
    a.department === b.department
  )
}
