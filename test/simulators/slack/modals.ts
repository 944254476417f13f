import { z } from 'zod'
import type { Json } from '../shared/json.ts'
import { checkView } from './block-kit/view.ts'
import { type Input, isEmpty, isField, stateOf, stateValues, usablesIn } from './inputs.ts'
import { commonFields, payloadOf } from './interactions.ts'
import type { Delivery } from './link.ts'
import type { Side } from './side.ts'
import { closeModal, openModal, redraw, type StoredView, stack } from './views.ts'
import { viewObject } from './wire/view.ts'
import type { Block } from './workspace.ts'

const acknowledgement = z.discriminatedUnion('response_action', [
  z.strictObject({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string().min(1)) }),
  z.strictObject({ response_action: z.literal('update'), view: z.unknown() }),
  z.strictObject({ response_action: z.literal('push'), view: z.unknown() }),
  z.strictObject({ response_action: z.literal('clear') }),
])

export interface Submitted {
  readonly delivery: Delivery
  readonly payload: Json | null
  /** `failed`: the person reads that there was trouble connecting, and the modal stays. */
  readonly outcome: 'closed' | 'errors' | 'updated' | 'pushed' | 'cleared' | 'failed'
  /** By block id. */
  readonly errors: Readonly<Record<string, string>>
  readonly triggerId: string
}

type Outcome = Pick<Submitted, 'outcome' | 'errors'>

/** What people do with the modal before them. */
export function modals(side: Side) {
  function top(user: string, viewId: string): StoredView {
    const view = openModal(side.views, user)
    if (view?.id !== viewId) throw new Error(`${user} does not have the modal ${viewId} before them`)
    return view
  }

  function settle(view: StoredView, delivery: Delivery): Outcome {
    if (!delivery.acked) return { outcome: 'failed', errors: {} }
    if (delivery.payload !== null) return follow(view, delivery.payload)
    closeModal(side.views, view.user)
    return { outcome: 'closed', errors: {} }
  }

  function follow(view: StoredView, payload: Json): Outcome {
    const parsed = acknowledgement.safeParse(payload)
    if (!parsed.success) return mistaken('an acknowledgement that Slack does not know')
    const ack = parsed.data
    if (ack.response_action === 'errors') return withErrors(view, ack.errors)
    if (ack.response_action === 'clear') {
      closeModal(side.views, view.user, { all: true })
      return { outcome: 'cleared', errors: {} }
    }
    const checked = checkView(side, ack.view, 'modal')
    if (!checked.ok) return mistaken(checked.messages.join(' '))
    if (ack.response_action === 'update') redraw(side, view, checked)
    else stack(side, view.user, side.views.modals.get(view.user) ?? [], checked)
    return { outcome: ack.response_action === 'update' ? 'updated' : 'pushed', errors: {} }
  }

  function withErrors(view: StoredView, errors: Record<string, string>): Outcome {
    const inputs = new Set(view.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id))
    const unknown = Object.keys(errors).filter(id => !inputs.has(id))
    if (unknown.length > 0) return mistaken(`errors for ${unknown.join(', ')}, which are no input blocks`)
    return { outcome: 'errors', errors }
  }

  function mistaken(why: string): Outcome {
    side.recording.unexpected.push(`view_submission was answered with ${why}`)
    return { outcome: 'failed', errors: {} }
  }

  return {
    /** `values` by block id, or by action id; what is not named keeps what it was shown with. */
    async submits(user: string, viewId: string, values: Readonly<Record<string, Input>> = {}): Promise<Submitted> {
      const view = top(user, viewId)
      if (view.definition['submit'] === undefined) throw new Error(`The modal ${viewId} has nothing to submit with`)
      const shown = viewObject(view, side.workspace, entered(view.blocks, values))
      const triggerId = side.permits.issueTrigger(user)
      const common = { ...commonFields(side, user), trigger_id: triggerId }
      const body = { type: 'view_submission', ...common, view: shown, response_urls: [] }
      const delivery = await side.link.deliver({ kind: 'interactive', body })
      return { delivery, payload: payloadOf(delivery), triggerId, ...settle(view, delivery) }
    },

    /** Null when the app did not want to know. */
    async closesView(user: string, viewId: string): Promise<Delivery | null> {
      const view = top(user, viewId)
      closeModal(side.views, user, { all: view.definition['clear_on_close'] === true })
      if (view.definition['notify_on_close'] !== true) return null
      const body = { type: 'view_closed', ...commonFields(side, user), view: viewObject(view, side.workspace) }
      return side.link.deliver({ kind: 'interactive', body: { ...body, is_cleared: false } })
    },
  }
}

/** What the fields of a view hold when it is sent. Throws for what Slack would not let a person send. */
function entered(blocks: readonly Block[], values: Readonly<Record<string, Input>>): Json {
  const fields = usablesIn(blocks).filter(isField)
  const known = new Set(fields.flatMap(({ blockId, actionId }) => [blockId, actionId]))
  const unknown = Object.keys(values).filter(name => !known.has(name))
  if (unknown.length > 0) throw new Error(`The modal has no field ${unknown.join(', ')}`)
  return stateValues(fields, field => {
    const { blockId, actionId, input } = field
    const state = stateOf(field, values[blockId] === undefined ? values[actionId] : values[blockId])
    if (input !== null && !input.optional && isEmpty(state)) throw new Error(`The field ${blockId} must be filled in`)
    return state
  })
}
