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

export const keyOf = ({ teamId, platform, accountId }: Account): string => `${teamId} ${platform}:${accountId}`

/** In a lively group the same people speak again at once. Whoever handles what was noticed looks anew at who they are. */
const freshMs = 10_000
const most = 20_000

/** Who speaks, by `keyOf`: asked of the database only for those who have not just spoken. Who is no member is not among them. */
export function createAcquaintance(session: Session) {
  const met = new Map<string, { readonly known: Known; readonly at: number }>()

  return async (speaking: readonly Account[], now: Date): Promise<ReadonlyMap<string, Known>> => {
    const speakers = new Map<string, Known>()
    const strangers = new Map<string, Account>()
    for (const account of speaking) {
      const key = keyOf(account)
      const one = met.get(key)
      if (one !== undefined && Math.abs(now.getTime() - one.at) < freshMs) speakers.set(key, one.known)
      else strangers.set(key, account)
    }
    if (strangers.size === 0) return speakers
    const asked = [...strangers]
    for (const { n, ...known } of await speakersOf(
      session,
      asked.map(([, account]) => account),
    )) {
      const [key] = asked[n - 1] ?? []
      if (key === undefined) continue
      speakers.set(key, known)
      met.delete(key)
      met.set(key, { known, at: now.getTime() })
    }
    for (const oldest of met.keys()) {
      if (met.size <= most) break
      met.delete(oldest)
    }
    return speakers
  }
}
