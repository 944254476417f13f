import { z } from 'zod'
import type { EventBody } from '../../../src/platform/events.ts'
import type { Callback } from './app.ts'
import type { ReadKey } from './bot-event.ts'
import { words } from './wire.ts'

export interface Press {
  readonly body: EventBody
  readonly card: {
    /** By the name that we gave it. */
    readonly taskId: string | null
    /** Changes the card once, within 72 hours. */
    readonly responseCode: string | null
  }
}

/** An element that comes once is no list. */
const listOf = <T extends z.ZodType>(one: T) => z.union([z.array(one), one.transform(it => [it])])

const text = words.pipe(z.string().min(1))
const answer = z.object({
  QuestionKey: text,
  /** Empty where nothing was chosen. */
  OptionIds: z.object({ OptionId: listOf(text).optional() }).catch({}),
})
const press = z.object({
  Event: z.literal('template_card_event'),
  EventKey: text,
  TaskId: text.optional().catch(undefined),
  CardType: z.string().optional().catch(undefined),
  ResponseCode: text.optional().catch(undefined),
  SelectedItems: z
    .object({ SelectedItem: listOf(answer) })
    .optional()
    .catch(undefined),
})

/** Reads a press on one of our cards; null for any other event, such as that somebody opened the app. */
export function pressOf(given: Callback, readKey: ReadKey): Press | null {
  const read = press.safeParse(given)
  if (!read.success) return null
  const { EventKey, TaskId, ResponseCode } = read.data
  const key = readKey(EventKey)
  if (key === null) return null
  const values = valuesOf(read.data)
  return {
    body: { kind: 'action', ...key, ...(values !== null && { values }) },
    card: { taskId: TaskId ?? null, responseCode: ResponseCode ?? null },
  }
}

/** Of a question with checkboxes, which stands on a card of its own kind, several answers may hold. */
function valuesOf({ CardType, SelectedItems }: z.infer<typeof press>): Record<string, string | string[]> | null {
  const answers = SelectedItems?.SelectedItem ?? []
  if (answers.length === 0) return null
  const several = CardType === 'vote_interaction'
  return Object.fromEntries(
    answers.flatMap(({ QuestionKey: key, OptionIds }): [string, string | string[]][] => {
      const chosen = OptionIds.OptionId ?? []
      const [only] = chosen
      if (several) return [[key, chosen]]
      return only === undefined ? [] : [[key, only]]
    }),
  )
}
