import type { MovableClock } from '../../base/clock.ts'
import type { Log } from '../../base/log.ts'
import type { Foresight } from '../../schedule/preview.ts'
import type { Files } from '../../store/files.ts'
import type { PicturesOf } from '../../store/pictures.ts'
import type { Store } from '../../store/store.ts'

/** What the Room's pages and API need of the house. */
export interface RoomHouse {
  readonly store: Store
  readonly clock: MovableClock
  readonly log: Log
  readonly pictures: PicturesOf
  /** Real people hear us on another platform, so nobody may move the clock. */
  readonly isTimeReal: boolean
  readonly files: Files
  /** The platform's own door: messages, actions and files. */
  webhook(request: Request): Promise<Response>
  history(request: Request): Promise<Response>
  /** Calls back when something in a channel is new or was changed; answers how to stop that. */
  subscribe(listener: (change: { channel: string; to: string | null }) => void): () => void
  travel(to: Date): Promise<void>
  next(): Promise<{ at: Date; what: { zh: string; en: string } } | null>
  foresee(until: Date): Promise<Foresight>
}
