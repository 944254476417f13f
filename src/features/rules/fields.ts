import type { Lang, Words } from '../../base/words.ts'
import { shapeFaults } from '../forms/shape-faults.ts'
import { conditionFields } from './condition-fields.ts'
import type { RuleField } from './field.ts'
import { listeningFields } from './listening-fields.ts'
import { mannersFields } from './manners-fields.ts'
import { type RuleDefinition, ruleSchema } from './rule.ts'

const ruleFields: readonly RuleField[] = [...listeningFields, ...conditionFields, ...mannersFields]

/** The parts that this rule has. */
export function fieldsOf(
  rule: RuleDefinition,
  lang: Lang,
): readonly { readonly field: RuleField; readonly shown: string }[] {
  return ruleFields.flatMap(field => {
    const shown = field.show(rule, lang)
    return shown === null ? [] : [{ field, shown }]
  })
}

export type Edited =
  | { readonly ok: true; readonly rule: RuleDefinition }
  | { readonly ok: false; readonly faults: readonly Words[] }

/** Changes the named parts of a rule; what is said of a part that shows the same already changes nothing. */
export function editRule(rule: RuleDefinition, texts: Readonly<Record<string, string>>, lang: Lang): Edited {
  let edited = rule
  const faults: Words[] = []
  for (const { field, shown } of fieldsOf(rule, lang)) {
    const text = texts[field.id]
    if (text === undefined || text.trim() === shown.trim()) continue
    const written = field.write(edited, text, lang)
    const parsed = ruleSchema.safeParse(written)
    if (parsed.success) edited = parsed.data
    else faults.push(...whyNot(field, text, written))
  }
  return faults.length === 0 ? { ok: true, rule: edited } : { ok: false, faults }
}

function whyNot({ label, takes }: RuleField, text: string, written: unknown): readonly Words[] {
  const said = text.trim().slice(0, 40)
  if (written !== undefined) {
    return shapeFaults(ruleSchema, written).map(({ words }) => ({
      zh: `${label.zh}：${words.zh}`,
      en: `${label.en}: ${words.en}`,
    }))
  }
  return [
    {
      zh: `${label.zh}没看懂“${said}”，可以写：${takes.zh}`,
      en: `"${said}" is not clear for ${label.en}: give ${takes.en}`,
    },
  ]
}

/** What a change made of the parts of a rule, in words. */
export function partsChanged(before: RuleDefinition, after: RuleDefinition, lang: Lang): readonly string[] {
  const old = new Map(fieldsOf(before, lang).map(({ field, shown }) => [field.id, shown]))
  return fieldsOf(after, lang).flatMap(({ field, shown }) => {
    const was = old.get(field.id)
    if (was === shown) return []
    const [from, to] = [was, shown].map(value => (value === undefined ? '–' : named(field, value, lang)))
    return [`${field.label[lang]}${{ zh: '：', en: ': ' }[lang]}${from} → ${to}`]
  })
}

/** In one line, and what was chosen by its name. */
function named({ options }: RuleField, shown: string, lang: Lang): string {
  const option = options?.(lang).find(({ value }) => value === shown)
  return (option?.label ?? shown).replaceAll('\n', ', ')
}

/** The names by which parts can be typed. */
export const fieldSpellings: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  ruleFields.map(({ id, spellings }) => [id, [id.toLowerCase(), ...spellings]]),
)
