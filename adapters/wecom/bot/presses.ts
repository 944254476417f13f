import type { Clock } from '../../../src/base/clock.ts'
import { Memory } from '../../shared/memory.ts'

/** Presses on cards, each of which may change its card once, within seconds. */
export interface Presses {
  keep(press: { readonly taskId: string; readonly call: string }): void
  /** The newest on this card, used up by that. */
  take(taskId: string): string | null
  /** What came over a connection that is gone cannot be answered any more. */
  forget(): void
}

/** WeCom's are five seconds, of which some are on the way. */
const WAITS_MS = 4_500
const MOST = 200

export function createPresses({ clock }: { readonly clock: Clock }): Presses {
  let kept = new Memory<{ readonly call: string; readonly until: number }>(MOST)
  return {
    keep({ taskId, call }) {
      kept.set(taskId, { call, until: clock.now().getTime() + WAITS_MS })
    },
    take(taskId) {
      const press = kept.get(taskId)
      kept.delete(taskId)
      return press !== undefined && press.until > clock.now().getTime() ? press.call : null
    },
    forget() {
      kept = new Memory(MOST)
    },
  }
}
