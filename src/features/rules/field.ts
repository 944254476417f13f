import type { Lang, Words } from '../../base/words.ts'
import type { Input } from '../../content/content.ts'
import type { RuleDefinition } from './rule.ts'

/** A part of a rule that people change in a form, or by its name: `hours=22:00-07:00`. */
export interface RuleField {
  readonly id: string
  readonly label: Words
  /** How it may be typed, in small letters. */
  readonly spellings: readonly string[]
  readonly kind: Input['kind']
  readonly options?: (lang: Lang) => NonNullable<Input['options']>
  /** What can be typed. */
  readonly takes: Words
  /** As it could be typed; null where the rule has no such part. */
  show(rule: RuleDefinition, lang: Lang): string | null
  /** The rule with that value, of whatever shape it then is; undefined when the text is not understood. */
  write(rule: RuleDefinition, text: string, lang: Lang): unknown
}

/** Takes a list as people write one: a line, a comma or a pause mark between its parts. */
export function partsOf(text: string): readonly string[] {
  const parts = text.split(/[\n,，、;；]/).map(part => part.trim())
  return [...new Set(parts.filter(part => part !== ''))]
}

export const isNone = (text: string): boolean => /^(?:|-|无|没有|不限|关|none|no|off|any)$/i.test(text.trim())
