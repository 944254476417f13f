import type { Json } from '../shared/json.ts'

export interface Payload {
  readonly kind: 'event' | 'slash' | 'interactive'
  readonly body: Json
}

/** What became of a payload on its way to the app. */
export type Delivery =
  | {
      readonly acked: true
      /** What the app answered; null when nothing. */
      readonly payload: Json | null
      /** From the first sending to the acknowledgement. */
      readonly afterMs: number
      readonly attempts: number
    }
  | {
      readonly acked: false
      readonly reason: 'operation_timeout' | 'dispatch_failed' | 'gave_up' | 'forgotten' | 'not_subscribed'
      readonly attempts: number
    }

/** A way to the app: Socket Mode or HTTP. */
export interface Transport {
  deliver(payload: Payload): Promise<Delivery>
  /** Gives up everything that is not acknowledged yet, as Slack does after a long downtime. */
  forget(): void
}

/** The app as Slack sees it. Nothing is sent to an app that has never listened. */
export interface AppLink extends Transport {
  readonly listening: boolean
  use(transport: Transport): void
}

export function createAppLink(): AppLink {
  let transport: Transport | null = null
  return {
    get listening() {
      return transport !== null
    },
    use(next) {
      transport = next
    },
    async deliver(payload) {
      return transport?.deliver(payload) ?? { acked: false, reason: unheard(payload), attempts: 0 }
    },
    forget: () => transport?.forget(),
  }
}

function unheard({ kind }: Payload): 'not_subscribed' | 'dispatch_failed' {
  return kind === 'event' ? 'not_subscribed' : 'dispatch_failed'
}
