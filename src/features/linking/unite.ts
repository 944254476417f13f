import { type Role, roles } from '../../context.ts'
import type { Person } from './accounts.ts'
import type { PersonFacts } from './merge-store.ts'

/** The one who has been here longer; who both become. */
export function byAge(one: Person, other: Person): readonly [older: Person, newer: Person] {
  const age = one.createdAt.getTime() - other.createdAt.getTime()
  return age < 0 || (age === 0 && one.id < other.id) ? [one, other] : [other, one]
}

/** What the two are as one: what the older chose holds, the newer fills in what is not known. `platform` is where they speak now. */
export function uniteFacts(older: Person, newer: Person, platform: string | null): PersonFacts {
  const isNameless = older.accounts.some(({ accountId }) => accountId === older.name)
  return {
    name: isNameless ? newer.name : older.name,
    lang: older.lang ?? newer.lang,
    currentTeamId: older.currentTeamId ?? newer.currentTeamId,
    lastPlatform: platform ?? older.lastPlatform ?? newer.lastPlatform,
  }
}

/** A membership as far as making one of two needs it. */
export interface Membership {
  readonly id: string
  readonly teamId: string
  readonly personId: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly role: Role
  readonly joinedOn: string
  readonly leftOn: string | null
  readonly leftBecause: string | null
}

export type MembershipFacts = Pick<Membership, 'name' | 'aliases' | 'role' | 'joinedOn' | 'leftOn' | 'leftBecause'>

/**
 * Two memberships of one team as one: the older's name, with the other's as an alias so that nobody has to learn a new one;
 * what either may do while it stands; in the team as long as both together, without counting a gap between them.
 */
export function uniteMemberships(older: Membership, newer: Membership): MembershipFacts {
  const standing = [older, newer].filter(({ leftOn }) => leftOn === null)
  const counting = standing.length > 0 ? standing : [older, newer]
  const first = older.joinedOn <= newer.joinedOn ? older : newer
  const second = first === older ? newer : older
  const hasGap = first.leftOn !== null && first.leftOn < second.joinedOn
  const last = standing[0] ?? ((older.leftOn ?? '') >= (newer.leftOn ?? '') ? older : newer)
  const others = [newer.name, ...newer.aliases].filter(name => name !== older.name)
  return {
    name: older.name,
    aliases: [...new Set([...older.aliases, ...others])],
    role: counting.map(({ role }) => role).reduce((a, b) => (roles.indexOf(a) >= roles.indexOf(b) ? a : b)),
    joinedOn: hasGap ? second.joinedOn : first.joinedOn,
    leftOn: last.leftOn,
    leftBecause: last.leftBecause,
  }
}
