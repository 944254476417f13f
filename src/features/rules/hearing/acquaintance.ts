import { forgetOldest } from '../../../base/forget-oldest.ts'
import type { Role } from '../../../context.ts'
import type { Session } from '../../../store/store.ts'
import { speakersOf } from './store.ts'

/** A member, as an account of whom spoke. */
export interface Known {
  readonly memberId: string
  readonly role: Role
}

interface Account {
  readonly teamId: string
  readonly platform: string
  readonly accountId: string
}

const keyOf = ({ teamId, platform, accountId }: Account): string => `${teamId} ${platform}:${accountId}`

/** In a lively group the same people speak again at once. Whoever handles what was noticed looks anew at who they are. */
const freshMs = 10_000
const most = 20_000

/** Who speaks, in the order asked: looked up in the database only for those who have not just spoken. Null for who is no member. */
export function createAcquaintance(session: Session) {
  const met = new Map<string, { readonly known: Known; readonly at: number }>()

  const isFresh = (key: string, now: Date): boolean =>
    Math.abs(now.getTime() - (met.get(key)?.at ?? Number.NEGATIVE_INFINITY)) < freshMs

  async function meet(strangers: ReadonlyMap<string, Account>, now: Date): Promise<void> {
    const speakers = await speakersOf(session, [...strangers.values()])
    for (const key of strangers.keys()) met.delete(key)
    const keys = [...strangers.keys()]
    for (const { n, ...known } of speakers) {
      const key = keys[n - 1]
      if (key !== undefined) met.set(key, { known, at: now.getTime() })
    }
    forgetOldest(met, most)
  }

  return async (speaking: readonly Account[], now: Date): Promise<readonly (Known | null)[]> => {
    const keys = speaking.map(keyOf)
    const strangers = new Map<string, Account>()
    for (const [n, account] of speaking.entries()) {
      const key = keys[n] ?? ''
      if (!isFresh(key, now)) strangers.set(key, account)
    }
    if (strangers.size > 0) await meet(strangers, now)
    return keys.map(key => met.get(key)?.known ?? null)
  }
}
