import { stringify } from 'yaml'
import { z } from 'zod'
import type { Fault } from '../forms/faults.ts'
import { type LineFault, readPlainYaml, unfence } from '../forms/plain-yaml.ts'
import { shapeFaults } from '../forms/shape-faults.ts'
import { idsForNames, type Named, namesForIds } from './names-in-yaml.ts'
import { type RuleDefinition, type RuleState, ruleSchema, ruleStates } from './rule.ts'
import { ruleFaults } from './rule-faults.ts'

/** A rule as it is written down; without a state it keeps the one that it has. */
const sheetSchema = ruleSchema.extend({ state: z.enum(ruleStates).optional() })

export interface Sheet {
  readonly definition: RuleDefinition
  readonly state: RuleState | null
}

export type YamlReading =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | { readonly ok: false; readonly faults: readonly LineFault[] }

const MOST_RULES = 100

/** Reads one rule, or several under `rules:`; every fault is told with its line, and with any nothing is read. */
export function readRulesYaml(text: string, named: Named): YamlReading {
  const yaml = readPlainYaml(unfence(text))
  if ('faults' in yaml) return { ok: false, faults: yaml.faults }
  const parts = partsOf(yaml.value)
  if (parts.length === 0 || parts.length > MOST_RULES) return { ok: false, faults: [{ line: null, words: sizeFault }] }
  const read = parts.map(({ path, value }) => ({ path, ...readSheet(value, named) }))
  const faults = [
    ...read.flatMap(({ path, faults }) => faults.map(fault => ({ ...fault, path: [...path, ...fault.path] }))),
    ...doubles(read),
  ]
  if (faults.length === 0) return { ok: true, sheets: read.flatMap(({ sheet }) => sheet ?? []) }
  const lines = faults.map(({ path, words }) => ({ line: yaml.lineOf(path), words }))
  return { ok: false, faults: lines.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) }
}

/** The rules as a text that `readRulesYaml` reads back as the same. */
export function writeRulesYaml(
  sheets: readonly { definition: RuleDefinition; state: RuleState }[],
  named: Named,
): string {
  const written = sheets.map(({ definition, state }) => {
    const { key, ...rest } = namesForIds(definition, named)
    return { key, state, ...rest }
  })
  const [only, ...others] = written
  return stringify(others.length === 0 ? only : { rules: written }, {
    schema: 'core',
    lineWidth: 0,
    aliasDuplicateObjects: false,
  })
}

interface Part {
  readonly path: readonly (string | number)[]
  readonly value: unknown
}

const bookSchema = z.strictObject({ rules: z.array(z.unknown()) })

function partsOf(value: unknown): readonly Part[] {
  const book = bookSchema.safeParse(value)
  if (!book.success) return [{ path: [], value }]
  return book.data.rules.map((one, at) => ({ path: ['rules', at], value: one }))
}

function readSheet(value: unknown, named: Named): { readonly sheet: Sheet | null; readonly faults: readonly Fault[] } {
  const { value: plain, faults: unknown } = idsForNames(value, named)
  const parsed = sheetSchema.safeParse(plain)
  if (!parsed.success) return { sheet: null, faults: [...unknown, ...shapeFaults(sheetSchema, plain)] }
  const { state = null, ...definition } = parsed.data
  return { sheet: { definition, state }, faults: [...unknown, ...ruleFaults(definition)] }
}

function doubles(read: readonly { path: Part['path']; sheet: Sheet | null }[]): readonly Fault[] {
  const keys = read.map(({ sheet }) => sheet?.definition.key)
  return read.flatMap(({ path }, at) => {
    const key = keys[at]
    if (key === undefined || keys.indexOf(key) === at) return []
    return { path: [...path, 'key'], words: { zh: `key ${key} 重复`, en: `the key ${key} is used twice` } }
  })
}

const sizeFault = {
  zh: `请给出 1 到 ${MOST_RULES} 条群规`,
  en: `give one rule, or at most ${MOST_RULES}`,
}
