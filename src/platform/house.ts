import type { Content } from '../content/content.ts'
import type { InboundEvent, Intake } from './events.ts'
import type { HandedIn } from './files.ts'

/** What an event would lead to. */
export interface Rehearsal {
  /** What would be said to its author, in order: forms, answers, refusals. */
  readonly said: readonly Content[]
  /** It would come to nothing but a refusal, whose words are all that is said. */
  readonly refused: boolean
}

export interface Heard {
  readonly channelId: string
  readonly at: Date
}

/** What the house does for an adapter. Everything but `intake` and `keepFile` only looks: it writes nothing and nothing is sent. */
export interface House {
  readonly intake: Intake
  /**
   * Keeps a file that somebody handed to us, before the event of that id, which tells of it, is taken in; answers what to call
   * it there. The same event's file twice is one.
   */
  keepFile(file: HandedIn): Promise<string>
  /** Runs an event and rolls it back, for surfaces that must answer at once: a modal to open, a form's faults to show. */
  rehearse(event: InboundEvent): Promise<Rehearsal>
  /** A person's own page: plan, numbers, pace, place, and their settings. */
  home(author: InboundEvent['author']): Promise<Content>
  /** The content that was sent with this key, or null when it is not kept any more. */
  said(key: string): Promise<Content | null>
  /**
   * Groups in which a missed message would be missed, each with the moment up to which everything was heard: at the latest
   * when the connection was lost. The answer stays the same, over restarts too, until `caughtUp` is called: so fetching what
   * was missed may end half-way.
   */
  heardUntil(lostAt?: Date): Promise<readonly Heard[]>
  caughtUp(): Promise<void>
}
