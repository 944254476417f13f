import { z } from 'zod'
import type { Receipt } from '../../../src/platform/adapter.ts'

/** How a message went out decides what can still be done with it. */
export const byRobot = z.object({
  via: z.literal('robot'),
  processQueryKey: z.string(),
  /** In a direct chat there is none. */
  conversationId: z.string().optional(),
})

export type ByRobot = z.infer<typeof byRobot>

/** Nobody can get hold of an answer by a session again. */
export const sessionReceipt: Receipt = { via: 'session' }

export function isCard(receipt: Receipt): boolean {
  return receipt['via'] === 'card'
}
