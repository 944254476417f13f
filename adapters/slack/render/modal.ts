import type { KnownBlock, ModalView } from '@slack/types'
import type { Lang } from '../../../src/base/words.ts'
import { strong, text } from '../../../src/content/build.ts'
import type { Block, Form } from '../../../src/content/content.ts'
import { drawBlocks } from './blocks.ts'
import { drawInput } from './input.ts'
import { label } from './label.ts'

export interface ModalOptions {
  readonly lang: Lang
  /** What is to come back with what was filled in; at most 3,000 characters. */
  readonly privateMetadata: string
  /** What is said above the form. */
  readonly intro?: readonly Block[]
}

const LONGEST_TITLE = 24
const MOST_BLOCKS = 100
const cancel = { zh: '取消', en: 'Cancel' }

/** A form as a modal, filled in as far as is known. Its faults are said by `formErrors` when it was sent. */
export function modalView(form: Form, { lang, privateMetadata, intro = [] }: ModalOptions): ModalView {
  const title = label(form.title, LONGEST_TITLE)
  const whole: readonly Block[] = form.title.length > LONGEST_TITLE ? [text(strong(form.title))] : []
  const above = drawBlocks([...whole, ...intro.filter(isRead)], { lang, accountOf: () => null, tables: 0 }).blocks
  const inputs = form.inputs.map(input => drawInput(input, form.inputs, lang))
  return {
    type: 'modal',
    callback_id: form.id,
    private_metadata: privateMetadata,
    title,
    submit: label(form.submit, LONGEST_TITLE),
    close: label(cancel[lang], LONGEST_TITLE),
    blocks: [...above.slice(0, Math.max(0, MOST_BLOCKS - inputs.length)), ...inputs] satisfies KnownBlock[],
  }
}

/** In a modal one reads and fills in; buttons, forms and pictures stay in the chat. */
function isRead({ b }: Block): boolean {
  return b !== 'actions' && b !== 'form' && b !== 'image' && b !== 'file'
}

/** What must be mended, as Slack shows it beside the inputs: block id → words. Empty when nothing must. */
export function formErrors(form: Form): Record<string, string> {
  return Object.fromEntries(form.inputs.flatMap(({ id, fault }) => (fault === undefined ? [] : [[id, fault]])))
}
