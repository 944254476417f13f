import type { Lang, Words } from '../base/words.ts'
import type { Canvas } from '../content/canvas.ts'
import type { Content } from '../content/content.ts'
import type { PlatformId } from './events.ts'
import type { House } from './house.ts'
import type { JsonValue } from './memory.ts'

export type { Canvas } from '../content/canvas.ts'

/** What a platform can do in one kind of place. Reach is declared here, never pretended. */
export interface Surface {
  readonly hears: 'everything' | 'mentions' | 'nothing'
  /** May we speak first? */
  readonly starts: 'always' | 'after-contact' | 'never'
  readonly canvas: Canvas
  /** A message in the group that only one person sees. */
  readonly whispers: boolean
  readonly revises: boolean
  /** What we said. */
  readonly recalls: boolean
  /** What a member said there, at their wish. */
  readonly recallsOthers: boolean
  /** A file that somebody hands to us there reaches us. */
  readonly takesFiles: boolean
  /** The pace we keep, already below what the platform allows. */
  readonly pace: {
    readonly perMinute: number
    readonly scope: 'channel' | 'robot'
    /** How many may go at once; a few seconds' worth unless told. */
    readonly burst?: number
  }
  /** The platform keeps our delivery key and drops a repeated one, so sending again is always harmless. */
  readonly idempotent: boolean
}

export type SurfaceKind = 'group' | 'direct'

/** Where a message goes on one platform. `whisperTo` is set only where the surface whispers. */
export type Address =
  | { readonly kind: 'group'; readonly channelId: string; readonly whisperTo?: string }
  | { readonly kind: 'direct'; readonly accountId: string }

/** What the platform answered to a send: enough to revise or recall the message later. JSON, kept on the Delivery. */
export type Receipt = Readonly<Record<string, string>>

export type AccountOf = (memberId: string) => { readonly accountId: string } | null

/** How urgent a message is: replies go before urgent matters, those before nudges, those before digests and boards. */
export type Lane = 'reply' | 'urgent' | 'nudge' | 'digest'

/** How far a message of several calls has come. It is kept with its delivery, for whoever goes on with that after a crash. */
export interface Progress {
  /** What was kept last; null when nothing was. What an earlier version kept may have any shape. */
  readonly kept: unknown
  /** Durable when resolved. */
  keep(value: JsonValue): Promise<void>
}

export interface Outgoing<Payload> {
  readonly address: Address
  readonly payload: Payload
  /** The delivery's own: the same key is the same message. */
  readonly key: string
  readonly lane: Lane
  /** The first part of the message that this continues. */
  readonly after?: Receipt
  /** Whatever an adapter itself keeps of what it sends, it keeps nothing of this. */
  readonly traceless?: true
  /** Left out where nobody would go on with it. */
  readonly progress?: Progress
}

/** A message of which nobody knows whether it arrived. */
export interface Sought {
  readonly address: Address
  readonly key: string
  /** It was not sent before then. */
  readonly since: Date
  /** Of its progress; null when nothing was. */
  readonly kept?: unknown
  /** The first part of the message that it continues. */
  readonly after?: Receipt
}

/** What a person said somewhere, by the id of its event. */
export interface SaidThere {
  readonly address: Address
  readonly eventId: string
}

/** What an adapter found out about itself, for `doctor`. */
export interface Check {
  readonly level: 'ok' | 'warning' | 'fault'
  readonly said: Words
  readonly todo?: Words
}

/** A member's report for a platform that keeps reports of its own. */
export interface MirroredReport {
  readonly id: string
  /** Grows with every change. */
  readonly revision: number
  /** Whose report it is. */
  readonly accountId: string
  readonly lang: Lang
  readonly title: string
  /** What it says, each under all its names; the first is what people read. Several things are several lines. */
  readonly entries: readonly { readonly names: readonly string[]; readonly text: string }[]
}

export interface Adapter<Payload = unknown> {
  readonly platform: PlatformId
  readonly surfaces: Readonly<Record<SurfaceKind, Surface>>
  /**
   * The platform allows one connection, over which it also has to be spoken to. Of several processes on one database one
   * alone listens and sends; when it dies, another does within half a minute.
   */
  readonly sole?: boolean
  /** Connects and stays connected; resolves when `signal` aborts, or when the platform refuses us for good. */
  listen?(house: House, signal: AbortSignal): Promise<void>
  /** A call from the platform: verified, decoded, written down through the house, then answered. */
  webhook?(request: Request, house: House): Promise<Response>
  /** Where and how those calls come; `POST /<platform>/events` unless told. */
  readonly webhookAt?: { readonly path: string; readonly methods: readonly ('GET' | 'POST')[] }
  /** Draws content that already fits the canvas. Pure. */
  render(content: Content, surface: SurfaceKind, accountOf: AccountOf): Payload
  /** Throws only PlatformError. */
  send(outgoing: Outgoing<Payload>): Promise<Receipt>
  /**
   * Looks on the platform for what was sent with a key since then; null when it is not there. For when nobody knows whether
   * it arrived. Throws PlatformError `unreachable` where the platform cannot tell, as of a whisper.
   */
  find?(sought: Sought): Promise<Receipt | null>
  revise?(receipt: Receipt, payload: Payload): Promise<void>
  recall?(receipt: Receipt): Promise<void>
  /** Takes away what a person said, for everybody. What is not there any more is taken away. */
  recallSaid?(said: SaidThere): Promise<void>
  /** Files a report in the platform's own reports, once for each of its revisions. Throws only PlatformError. */
  mirror?(report: MirroredReport): Promise<void>
  /** Asks the platform whether we are set up rightly. Throws nothing: what is wrong is a finding. */
  check?(): Promise<readonly Check[]>
}
