import { z } from 'zod'
import type { InboundEvent } from '../../../src/platform/events.ts'
import { chatOf, eventOf, type Inbound, origin } from './bot-wire.ts'
import { type Ignored, id, ignored, words } from './wire.ts'

export interface Press extends Inbound {
  /** The card on which it was pressed, by the name that we gave it. */
  readonly taskId: string | null
}

/** What the key of one of our buttons means; null for one that is not ours. */
export type ReadKey = (key: string) => { readonly actionId: string; readonly value?: string } | null

const answer = z.object({
  question_key: words.pipe(z.string().min(1)),
  option_ids: z.object({ option_id: z.union([words.transform(one => [one]), z.array(words)]).default([]) }),
})
const press = z.object({
  card_type: z.string().optional(),
  event_key: words.pipe(z.string().min(1)),
  task_id: id.optional().catch(undefined),
  selected_items: z
    .object({ selected_item: z.union([z.array(answer), answer.transform(one => [one])]) })
    .optional()
    .catch(undefined),
})
const named = z.looseObject({ eventtype: z.string() })
const callback = z.object({ ...origin.shape, event: named })

/** Reads what happened besides talk: of all that WeCom tells, a press on one of our cards is what leads to something. */
export function decodeBotEvent(body: unknown, readKey: ReadKey): Press | Ignored {
  const read = callback.safeParse(body)
  if (!read.success) return ignored('not an event of a person')
  const { event } = read.data
  if (event.eventtype !== 'template_card_event') return ignored('nothing that was pressed')
  // It lies in an object of its own or beside the type: both have been seen.
  const pressed = press.safeParse(event['template_card_event'] ?? event)
  if (!pressed.success) return ignored('malformed')
  const chat = chatOf(read.data)
  if (chat === null) return ignored('a group without its id')
  const key = readKey(pressed.data.event_key)
  if (key === null) return ignored('no button of ours')
  const values = valuesOf(pressed.data)
  const inbound: InboundEvent = {
    ...eventOf(read.data, chat),
    body: { kind: 'action', ...key, ...(values !== null && { values }) },
  }
  return { kind: 'inbound', event: inbound, chat, taskId: pressed.data.task_id ?? null }
}

/** Of a question with checkboxes, which stands on a card of its own kind, several answers may hold. */
function valuesOf({ card_type, selected_items }: z.infer<typeof press>): Record<string, string | string[]> | null {
  const answers = selected_items?.selected_item ?? []
  if (answers.length === 0) return null
  const several = card_type === 'vote_interaction'
  return Object.fromEntries(
    answers.flatMap(({ question_key, option_ids: { option_id } }): [string, string | string[]][] => {
      const [chosen] = option_id
      if (several) return [[question_key, option_id]]
      return chosen === undefined ? [] : [[question_key, chosen]]
    }),
  )
}
