import type { Entry } from './audit/entry.ts'
import type { Log } from './base/log.ts'
import type { Sealing } from './base/sealing.ts'
import type { Lang, Words } from './base/words.ts'
import type { WorkCalendar } from './calendar/workdays.ts'
import type { Content } from './content/content.ts'
import type { Tx } from './store/transaction.ts'

/** In rising order: each may do what those before it may. A guest is somebody who is in no team here yet. */
export const roles = ['guest', 'rep', 'lead', 'manager', 'admin'] as const
export type Role = (typeof roles)[number]

export function atLeast(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least)
}

export interface Team {
  readonly id: string
  readonly name: string
  readonly zone: string
  readonly lang: Lang
  readonly calendar: WorkCalendar
  /** One object for each feature, which parses its own with its own schema and defaults. */
  readonly settings: Readonly<Record<string, unknown>>
}

/** Who acts. `memberId` is empty only for a guest. */
export interface Actor {
  readonly personId: string
  readonly memberId: string
  readonly name: string
  readonly role: Role
  readonly lang: Lang
}

export type Place =
  | {
      readonly kind: 'group'
      readonly channelId: string
      /** False where nobody can be told anything apart from the others: a private answer comes in the direct chat by itself. */
      readonly whispers?: boolean
    }
  | { readonly kind: 'direct' }

/** Replies go before urgent matters, those before nudges, those before digests and boards. */
export const lanes = ['reply', 'urgent', 'nudge', 'digest'] as const
export type Lane = (typeof lanes)[number]

/** Why somebody got a message; kept with it, so that `/why` answers from a stored fact. */
export interface Reason {
  readonly words: Words
  readonly facts?: Readonly<Record<string, string | number | boolean>>
}

/** `mail`: to the person's own address. `mail-asked`: to the one that they say is theirs, to find out. */
export const byMail = ['mail', 'mail-asked'] as const
export type ByMail = (typeof byMail)[number]
/** What we hear in the groups of a platform, as its adapter declares it. */
export type Reach = 'everything' | 'mentions' | 'nothing'

/** One message that a verb wants said. It becomes a Delivery row in the verb's own transaction. */
export interface Saying {
  /**
   * `reply` goes where the person spoke, to whoever they are by then (`as`) if they have become another one; `team` to every
   * group of the team; `channel` and `person` as named. By mail it goes to whoever has given an address, and for the others
   * there is nothing to send: mail is beside what is said in a chat and never instead of it.
   */
  readonly to:
    | { readonly reply: 'private' | 'open'; readonly as?: string }
    | { readonly person: string; readonly by?: ByMail }
    | { readonly channel: string }
    | { readonly team: string }
  readonly content: Content
  readonly lane: Lane
  /** What it is for, as `feature.what`. */
  readonly purpose: string
  /** The same key is never said twice. A reply may leave it out: it is keyed by the event that it answers. */
  readonly key?: string
  /** Versions of one message share this key: a later one revises the earlier in place, or is `short` where that cannot be. */
  readonly revises?: { readonly key: string; readonly short: Content | null }
  /**
   * Before it is said, what a member said in that `channel` is taken back there, by the id of its event; content that says
   * nothing just takes it back. Only where `recallsOthers`.
   */
  readonly recalls?: string
  readonly notBefore?: Date
  /** After this moment it is stale and is not sent any more. */
  readonly expiresAt?: Date
  readonly reason?: Reason
  /**
   * It holds nothing of the team's numbers, so guests and people of other companies may read it. Anything else is not said
   * openly where they read along: replies become private, and what is for a whole group is left out there.
   */
  readonly forAnybody?: true
  /** Being heard twice would do no harm: it is sent again when nobody knows whether it arrived. */
  readonly repeatable?: boolean
}

/** Something that happened and that other features may react to, after commit. Declared in `features/events.ts`. */
export interface Emission {
  readonly name: string
  readonly teamId: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** What every verb is given. Everything it does goes through `tx`, `say`, `emit` and `note`, so a rolled-back run leaves nothing. */
export interface Context {
  readonly now: Date
  readonly tx: Tx
  readonly log: Log
  /** The language of whoever reads the answer. */
  readonly lang: Lang
  readonly team: Team | null
  readonly actor: Actor | null
  readonly place: Place | null
  /** Mail can be sent. */
  readonly mails?: boolean
  /** Null where there is no key: then nothing of what is said is kept. */
  readonly sealing: Sealing | null
  /** Null for a platform that is not connected here. */
  reach(platform: string): Reach | null
  /** Whether we can take back what members said in the groups of a platform. */
  recallsOthers(platform: string): boolean
  say(saying: Saying): void
  emit(emission: Emission): void
  /** Keeps on record that something was done, in the team's log (`audit`): of this team unless another one is named. */
  note(entry: Entry & { readonly teamId?: string }): void
}

/** The clock, or another feature, acts for a team. */
export interface TeamContext extends Context {
  readonly team: Team
}

/** A person acts who may not be in a team yet. */
export interface PersonContext extends Context {
  readonly actor: Actor
  readonly place: Place
}

/** A member acts in a team. */
export interface MemberContext extends PersonContext {
  readonly team: Team
}

export function isMember(ctx: PersonContext): ctx is MemberContext {
  return ctx.team !== null && ctx.actor.memberId !== ''
}
