import type { Lang } from '../../base/words.ts'
import type { RuleDefinition } from './rule.ts'

/** A text of an admin in the reader's language, or in the one that it was written in. */
export function textOf(words: { zh?: string | undefined; en?: string | undefined }, lang: Lang): string {
  return words[lang] ?? words.zh ?? words.en ?? ''
}

export function titleOf({ title }: Pick<RuleDefinition, 'title'>, lang: Lang): string {
  return textOf(title, lang)
}
