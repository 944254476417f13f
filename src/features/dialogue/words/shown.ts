import { cut } from '../../../base/cut.ts'
import type { Lang } from '../../../base/words.ts'
import type { Input } from '../../../content/content.ts'
import type { Answer } from '../state.ts'

const LONGEST = 80

/** An answer as its owner reads it: names instead of values, one line, cut short. */
export function shown(input: Input, answer: Answer, lang: Lang): string {
  const words = [answer].flat().map(value => named(input, value, lang))
  const line = words.join({ zh: '、', en: ', ' }[lang]).replaceAll(/\s*[\r\n]+\s*/g, ' / ')
  return cut(line, LONGEST)
}

function named({ kind, options = [] }: Input, value: string, lang: Lang): string {
  if (kind === 'yes-no') return yesNo(value === 'yes' ? 'yes' : 'no', lang)
  return options.find(option => option.value === value)?.label ?? value
}

export function yesNo(value: 'yes' | 'no', lang: Lang): string {
  return { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } }[value][lang]
}
