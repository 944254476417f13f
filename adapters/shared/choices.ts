import type { Lang } from '../../src/base/words.ts'
import type { Input } from '../../src/content/content.ts'

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
      return (['yes', 'no'] as const).map(value => ({ value, label: yesNo[value][lang] }))
    case 'scale':
      return Array.from({ length: Math.max(0, scale.to - scale.from + 1) }, (_, at) => {
        const value = String(scale.from + at)
        return { value, label: value }
      })
    default:
      return []
  }
}
