import type { Canvas } from '../content/canvas.ts'
import type { Content } from '../content/content.ts'
import type { Intake, PlatformId } from './events.ts'

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
  readonly recalls: boolean
  /** The pace we keep, already below what the platform allows. */
  readonly pace: { readonly perMinute: number; readonly scope: 'channel' | 'robot' }
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

export interface Adapter<Payload = unknown> {
  readonly platform: PlatformId
  readonly surfaces: Readonly<Record<SurfaceKind, Surface>>
  /** Long connection; resolves when `signal` aborts. */
  listen?(intake: Intake, signal: AbortSignal): Promise<void>
  /** A call from the platform: verified, decoded, written down through `intake`, then answered. */
  webhook?(request: Request, intake: Intake): Promise<Response>
  /** Draws content that already fits the canvas. Pure. */
  render(content: Content, surface: SurfaceKind, accountOf: AccountOf): Payload
  /** Throws only PlatformError. */
  send(outgoing: { address: Address; payload: Payload; key: string }): Promise<Receipt>
  revise?(receipt: Receipt, payload: Payload): Promise<void>
  recall?(receipt: Receipt): Promise<void>
}
