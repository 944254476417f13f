import { within } from '../../../src/base/wait.ts'
import type { Lang } from '../../../src/base/words.ts'
import type { Content, Form } from '../../../src/content/content.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { InboundEvent } from '../../../src/platform/events.ts'
import type { Rehearsal } from '../../../src/platform/house.ts'
import { modalView } from '../render/modal.ts'
import type { DoorParts } from './doors.ts'

/** What an interaction may have at once, before it must be acknowledged. */
export interface AtOnce {
  /** What the event would lead to; null when that cannot be told in time. */
  foresee(event: InboundEvent): Promise<Rehearsal | null>
  /** Opens a form as a modal; false when it could not be, or not in time. */
  open(offer: Offer, from: Asking): Promise<boolean>
}

/** A form and what is said around it. */
export interface Offer {
  readonly form: Form
  readonly content: Content
}

interface Asking {
  readonly triggerId: string
  /** Where it was asked for; left out where there is no channel, as on the Home tab. */
  readonly channelId?: string
}

/** How long an interaction may wait, in milliseconds: a trigger lives for three seconds, in which it must be acknowledged. */
export interface Patience {
  /** To tell what it leads to. */
  readonly foreseen: number
  /** Until a modal is open, from the beginning. */
  readonly opened: number
}

const usual: Patience = { foreseen: 1_200, opened: 2_000 }

/** Slack's limit. */
const longestMetadata = 3_000

type Parts = Pick<DoorParts, 'house' | 'client' | 'log' | 'patience'>

/** Its time begins to run now. */
export function begin({ house, client, log, patience = usual }: Parts): AtOnce {
  const began = performance.now()

  return {
    async foresee(event) {
      try {
        return await within(house.rehearse(event), patience.foreseen, null)
      } catch (error) {
        log.debug({ err: error }, 'slack: what an interaction leads to cannot be foreseen')
        return null
      }
    },

    async open({ form, content }, { triggerId, channelId }) {
      const privateMetadata = metadataOf(form, channelId)
      const left = patience.opened - (performance.now() - began)
      if (privateMetadata.length > longestMetadata || left <= 0) return false
      const intro = content.blocks.filter(({ b }) => b !== 'form')
      const view = modalView(form, { lang: content.lang, privateMetadata, intro })
      const opening = client.ask('views.open', web => web.views.open({ trigger_id: triggerId, view }), {
        patience: left,
      })
      const opened = opening.then(() => true, failed)
      return within(opened, left, false)
    },
  }

  function failed(error: unknown): false {
    if (!(error instanceof PlatformError)) throw error
    const facts = { kind: error.kind, said: error.message }
    if (error.kind === 'reply-expired') log.debug(facts, 'slack: a modal came too late')
    else log.warn(facts, 'slack: a modal could not be opened')
    return false
  }
}

/** The form that is all there is to say; null when there is more, or something else. */
export function onlyForm(foreseen: Rehearsal | null): Offer | null {
  const [content, ...more] = foreseen?.said ?? []
  if (content === undefined || more.length > 0) return null
  const forms = formsIn(content)
  const [form] = forms
  return form !== undefined && forms.length === 1 ? { form, content } : null
}

export function formsIn({ blocks }: Content): readonly Form[] {
  return blocks.flatMap(block => (block.b === 'form' ? [block.form] : []))
}

function metadataOf({ id, value }: Form, channelId: string | undefined): string {
  return JSON.stringify({
    form: id,
    ...(value !== undefined && { value }),
    ...(channelId !== undefined && { channelId }),
  })
}

/** The language in which the house would answer, else the person's own at Slack. */
export function langFor(foreseen: Rehearsal | null, own: Lang | undefined): Lang {
  return foreseen?.said[0]?.lang ?? own ?? 'en'
}
