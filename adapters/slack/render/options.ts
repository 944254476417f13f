import type { PlainTextOption } from '@slack/types'
import type { Choice } from '../../shared/choices.ts'
import { label } from './label.ts'

const LONGEST_LABEL = 75
const LONGEST_VALUE = 150
const MOST = 100

/** Null when Slack could not offer them, so that they have to be written. */
export function optionsOf(choices: readonly Choice[]): readonly PlainTextOption[] | null {
  const values = new Set(choices.map(({ value }) => value))
  const able = values.size === choices.length && choices.length > 0 && choices.length <= MOST
  if (!able || choices.some(({ value }) => value === '' || value.length > LONGEST_VALUE)) return null
  return choices.map(choice => ({ text: label(choice.label, LONGEST_LABEL), value: choice.value }))
}
