import type { House } from '../../../src/platform/house.ts'
import { restored } from '../cards/press.ts'
import type { AppHeard } from '../decode/app.ts'

/** Hands in what a person did with the app; resolves when it is durable. A press on a card that is not kept any more is none. */
export function createHearApp({ intake, said }: Pick<House, 'intake' | 'said'>): (heard: AppHeard) => Promise<void> {
  return async ({ event, card }) => {
    if (event.body.kind !== 'action') return intake(event)
    const body = await restored(event.body, card?.taskId ?? null, said)
    if (body !== null) await intake({ ...event, body })
  }
}
