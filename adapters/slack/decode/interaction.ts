import { z } from 'zod'
import { jsonText } from '../../shared/json.ts'
import type { Me } from '../people/facts.ts'
import { type Names, nobodyKnown, readText } from './text.ts'
import { type Ignored, id, ignored, type Place, placeOf, words } from './wire.ts'

interface Interaction {
  /** The account of the person who did it. */
  readonly who: string
  /** Where it was done; direct where there is no channel, as on the Home tab. */
  readonly place: Place
  /** `t:<trigger id>`: what is redelivered has the same. */
  readonly eventId: string
  /** Opens one modal, within three seconds. */
  readonly triggerId: string
}

/** A button was pressed. */
export interface Press extends Interaction {
  readonly kind: 'press'
  readonly channelId?: string
  /** Without the suffix that made it unique within the message. */
  readonly actionId: string
  readonly value?: string
  /** On the Home tab and in modals. */
  readonly viewId?: string
}

/** What we put into a modal to know it again. */
export interface ModalMetadata {
  readonly form: string
  readonly value?: string | undefined
  readonly channelId?: string | undefined
}

/** A modal was sent in. */
export interface Submission extends Interaction {
  readonly kind: 'submission'
  readonly viewId: string
  readonly metadata: ModalMetadata
  /** `view.state` as it came. */
  readonly state: unknown
}

/** A shortcut was used on a message. */
export interface MessageShortcut extends Interaction {
  readonly kind: 'message-shortcut'
  readonly channelId: string
  readonly callbackId: string
  readonly quote: { readonly text: string; readonly author?: string }
}

const user = z.object({ id })
const channel = z.object({ id })

const press = z.object({
  type: z.literal('block_actions'),
  user,
  trigger_id: id,
  channel: channel.nullish(),
  container: z.object({ view_id: id.optional() }),
  actions: z.tuple([z.object({ action_id: id, value: words.optional() })], z.unknown()),
})

/** Reads `block_actions`. Slack sends one action at a time. */
export function decodePress(body: unknown): Press | Ignored {
  const read = press.safeParse(body)
  if (!read.success) return ignored('not a button of ours')
  const { actions, container, ...it } = read.data
  const [{ action_id, value }] = actions
  const { view_id: viewId } = container
  return {
    kind: 'press',
    ...interaction(it.user.id, it.trigger_id, it.channel?.id),
    ...(it.channel && { channelId: it.channel.id }),
    actionId: action_id.replace(/#\d+$/, ''),
    ...(value !== undefined && { value }),
    ...(viewId !== undefined && { viewId }),
  }
}

const metadata = z
  .string()
  .max(3000)
  .pipe(jsonText)
  .pipe(z.object({ form: id, value: words.optional(), channelId: id.optional() }))

const submission = z.object({
  type: z.literal('view_submission'),
  user,
  trigger_id: id,
  view: z.object({ id, private_metadata: metadata, state: z.unknown() }),
})

/** Reads `view_submission` of one of our modals. */
export function decodeSubmission(body: unknown): Submission | Ignored {
  const read = submission.safeParse(body)
  if (!read.success) return ignored('not a modal of ours')
  const { user, trigger_id, view } = read.data
  return {
    kind: 'submission',
    ...interaction(user.id, trigger_id, view.private_metadata.channelId),
    viewId: view.id,
    metadata: view.private_metadata,
    state: view.state,
  }
}

const messageShortcut = z.object({
  type: z.literal('message_action'),
  user,
  trigger_id: id,
  callback_id: id,
  channel,
  message: z.object({ text: words, user: id.nullish() }),
})

/** Reads `message_action`; of shortcuts that belong to no message we offer none. */
export function decodeShortcut(body: unknown, me: Me, names: Names = nobodyKnown): MessageShortcut | Ignored {
  const read = messageShortcut.safeParse(body)
  if (!read.success) return ignored('not a shortcut on a message')
  const { user, trigger_id, callback_id, channel, message } = read.data
  const author = message.user ? names.person(message.user) : null
  return {
    kind: 'message-shortcut',
    ...interaction(user.id, trigger_id, channel.id),
    channelId: channel.id,
    callbackId: callback_id,
    quote: { text: readText(message.text, me.userId, names).text, ...(author !== null && { author }) },
  }
}

function interaction(who: string, triggerId: string, channelId: string | undefined): Interaction {
  return { who, place: placeOf(channelId), eventId: `t:${triggerId}`, triggerId }
}
