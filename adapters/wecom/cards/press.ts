import type { Content, FormValues } from '../../../src/content/content.ts'
import type { EventBody } from '../../../src/platform/events.ts'
import { keptIn, markIn } from './key.ts'
import { keyOfTask } from './task.ts'

/** The option that says that nothing was chosen: WeCom has the first one chosen unless told. */
export const blank = '-'

type Action = Extract<EventBody, { kind: 'action' }>

/**
 * A press as the house knows it: with what was too long for its key, and without the questions that were left open. Null
 * when the message is not kept any more.
 *
 * @param said - the content that was sent with a key, while it is kept
 */
export async function restored(
  action: Action,
  taskId: string | null,
  said: (key: string) => Promise<Content | null>,
): Promise<Action | null> {
  const { values, ...rest } = action
  const answered = values === undefined ? {} : { values: answeredIn(values) }
  const mark = markIn(action)
  if (mark === null) return { ...rest, ...answered }
  const key = taskId === null ? null : keyOfTask(taskId)
  const content = key === null ? null : await said(key)
  const pressed = content && keptIn(content, mark)
  return pressed && { kind: 'action', ...pressed, ...answered }
}

function answeredIn(values: FormValues): NonNullable<Action['values']> {
  const answered = Object.entries(values).filter(([, chosen]) => chosen !== blank)
  return Object.fromEntries(
    answered.map(([input, chosen]) => [input, typeof chosen === 'string' ? chosen : [...chosen]]),
  )
}
