import type { PlainTextOption } from '@slack/types'
import type { Lang } from '../../../src/base/words.ts'
import type { Input } from '../../../src/content/content.ts'
import { label } from './label.ts'

export interface Choice {
  readonly value: string
  readonly label: string
}

const yesNo = { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } }
const usualScale = { from: 1, to: 5 }

/** What an input lets one choose from; none for what is written. */
export function choicesOf({ kind, options = [], scale = usualScale }: Input, lang: Lang): readonly Choice[] {
  switch (kind) {
    case 'choice':
    case 'choices':
      return options
    case 'yes-no':
      return [
        { value: 'yes', label: yesNo.yes[lang] },
        { value: 'no', label: yesNo.no[lang] },
      ]
    case 'scale':
      return Array.from({ length: Math.max(0, scale.to - scale.from + 1) }, (_, at) => {
        const value = String(scale.from + at)
        return { value, label: value }
      })
    default:
      return []
  }
}

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
