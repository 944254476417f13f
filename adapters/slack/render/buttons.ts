import type { ActionsBlock, SectionBlock, Button as SlackButton } from '@slack/types'
import type { Lang } from '../../../src/base/words.ts'
import type { Button, Form } from '../../../src/content/content.ts'
import { label } from './label.ts'

/** What an action id begins with when its button opens a form; the form's id follows. */
export const FORM = 'form:'

const MOST_IN_A_ROW = 25
const LONGEST_LABEL = 75
const LONGEST_VALUE = 2_000
const LONGEST_ID = 240

/** Slack wants each action id once in a message, so each ends in its number there. */
export type Numbering = () => string

export function numbering(): Numbering {
  let last = 0
  return () => {
    last += 1
    return `#${last}`
  }
}

/** Slack cannot carry what stands behind some buttons; those are typed. */
export function isPressable({ id, value = '' }: Button): boolean {
  return id.length <= LONGEST_ID && value.length <= LONGEST_VALUE
}

export function rowsOf(buttons: readonly Button[], number: Numbering): ActionsBlock[] {
  const elements = buttons.map(button => drawButton(button, number))
  const rows = Array.from({ length: Math.ceil(elements.length / MOST_IN_A_ROW) }, (_, at) =>
    elements.slice(at * MOST_IN_A_ROW, (at + 1) * MOST_IN_A_ROW),
  )
  return rows.map(row => ({ type: 'actions', elements: row }))
}

function drawButton({ id, label: text, words, value, style }: Button, number: Numbering): SlackButton {
  return {
    type: 'button',
    text: label(text.trim() === '' ? words : text, LONGEST_LABEL),
    action_id: `${id}${number()}`,
    ...(value === undefined ? {} : { value }),
    ...(style === undefined ? {} : { style }),
  }
}

const fillIn = { zh: '填写', en: 'Fill in' }

/** A form's title beside the button that opens it. Whoever sends it puts into the value where the form is to be found. */
export function doorTo(form: Form, lang: Lang, number: Numbering): SectionBlock {
  return {
    type: 'section',
    text: label(form.title, 3_000),
    accessory: {
      type: 'button',
      text: label(fillIn[lang], LONGEST_LABEL),
      action_id: `${FORM}${form.id}${number()}`,
      value: '',
      style: 'primary',
    },
  }
}
