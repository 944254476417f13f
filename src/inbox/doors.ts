import type { Lang } from '../base/words.ts'
import type { Actor, Context, PersonContext, Team } from '../context.ts'
import type { Discretion } from '../corridor/perform.ts'
import type { Command, MemberCommand } from '../features/feature.ts'
import type { AccountFacts, EventBody, PlatformId } from '../platform/events.ts'
import type { Tx } from '../store/transaction.ts'

export interface Person {
  readonly personId: string
  readonly name: string
}

export interface Channel {
  readonly id: string
  readonly teamId: string | null
}

/** What a platform tells of people while nobody speaks to us; `channelId` is ours. */
export type News =
  | { readonly kind: 'roster'; readonly channelId: string; readonly people: readonly AccountFacts[] }
  | { readonly kind: 'left'; readonly channelId: string; readonly accountId: string }
  | { readonly kind: 'profile'; readonly account: AccountFacts }

/** Who is who: the part of the product that knows people, as the inbox needs it. */
export interface People extends Discretion {
  identify(tx: Tx, account: AccountFacts & { readonly platform: PlatformId }, now: Date): Promise<Person>
  channelFor(
    tx: Tx,
    place: { platform: PlatformId; externalId: string; name?: string | undefined; external?: boolean | undefined },
  ): Promise<Channel>
  hearNews(ctx: Context, platform: PlatformId, news: News): Promise<void>
  /** `fallbackLang` is spoken to somebody of whom nothing else tells a language. */
  resolveActor(
    tx: Tx,
    who: { personId: string; channel: Channel | null; fallbackLang: Lang },
    now: Date,
  ): Promise<{ team: Team | null; actor: Actor }>
}

/** What somebody sent that we cannot read. */
export type Unreadable = Extract<EventBody, { kind: 'unreadable' }>['what']

/** What happens at the door, before any command: greetings, joining, and answers to words that are no command. */
export interface Doorkeeper {
  /** In a group that has no team yet. */
  greet(ctx: PersonContext): Promise<void>
  /** The actor came into a group. */
  arrive(ctx: PersonContext, account: { platform: PlatformId; accountId: string }): Promise<void>
  /** A guest spoke to us in a team's group: from now on a member, who goes on to be answered. */
  join(ctx: PersonContext & { team: Team }): Promise<Actor>
  /** Addressed without a word, or with one that is no command. */
  unknown(ctx: PersonContext, word: string | null, nearest: Command | null): Promise<void>
  /** Somebody spoke to us with a picture, a voice or the like. */
  unreadable(ctx: PersonContext, what: Unreadable): Promise<void>
  /** The role does not reach. */
  refused(ctx: PersonContext, least: MemberCommand['least']): Promise<void>
}
