import { createHash } from 'node:crypto'
import type { FormValues } from '../../../src/content/content.ts'
import { plain } from '../../../src/content/plain.ts'
import type { InboundEvent } from '../../../src/platform/events.ts'
import type { Rehearsal } from '../../../src/platform/house.ts'
import type { ViewAnswer } from '../connection/receive.ts'
import { decodeSubmission, type Submission } from '../decode/interaction.ts'
import { readValues } from '../decode/values.ts'
import { formErrors } from '../render/modal.ts'
import { begin, formsIn } from './at-once.ts'
import type { Inside } from './doors.ts'

/** A modal that was sent in: what must be mended is told in it and not written down; what is right is, and closes it. */
export async function takeSubmission(inside: Inside, body: unknown): Promise<ViewAnswer | undefined> {
  const submission = decodeSubmission(body)
  if (submission.kind === 'ignored') {
    inside.log.debug({ why: submission.why }, 'slack modal ignored')
    return undefined
  }
  const filled = readValues(submission.state)
  const event = eventOf(submission, filled)
  const foreseen = await begin(inside).foresee(inside.known(event))
  const errors = foreseen && errorsIn(foreseen, submission.metadata.form, Object.keys(filled))
  if (errors !== null) return { response_action: 'errors', errors }
  await inside.take(event)
  if (submission.metadata.channelId === undefined) inside.homes.publishSoon(submission.who)
  return { response_action: 'clear' }
}

/** Sent twice as it is, a modal is one event; sent again with other values it is another. */
function eventOf({ viewId, who, place, metadata }: Submission, values: FormValues): InboundEvent {
  const hash = createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 16)
  return {
    platform: 'slack',
    eventId: `v:${viewId}:${hash}`,
    place,
    author: { accountId: who },
    body: {
      kind: 'action',
      actionId: metadata.form,
      ...(metadata.value !== undefined && { value: metadata.value }),
      values: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, copyOf(value)])),
    },
  }
}

function copyOf(value: FormValues[string]): string | string[] {
  return typeof value === 'string' ? value : [...value]
}

/**
 * What Slack shall show beside the inputs, by block id; null when nothing must be mended. What concerns no input of the modal
 * stands at the first.
 */
export function errorsIn(
  { said, refused }: Rehearsal,
  formId: string,
  inputs: readonly string[],
): Record<string, string> | null {
  const [first] = inputs
  if (first === undefined) return null
  if (refused) return { [first]: said.map(plain).join('\n') }
  const again = said.flatMap(formsIn).find(({ id }) => id === formId)
  const faults = Object.entries(again ? formErrors(again) : {})
  if (faults.length === 0) return null
  const shown = faults.filter(([id]) => inputs.includes(id))
  const elsewhere = faults.filter(([id]) => !inputs.includes(id)).map(([, words]) => words)
  if (elsewhere.length === 0) return Object.fromEntries(shown)
  const own = shown.flatMap(([id, words]) => (id === first ? [words] : []))
  return { ...Object.fromEntries(shown), [first]: [...own, ...elsewhere].join('\n') }
}
