import { stringify } from 'yaml'
import { z } from 'zod'
import type { Lang } from '../../base/words.ts'
import { parseSchedule } from '../../calendar/schedule-parse.ts'
import { explainSchedule } from '../../calendar/schedule-words.ts'
import type { WorkCalendar } from '../../calendar/workdays.ts'
import type { Zone } from '../../calendar/zone.ts'
import { type FormDefinition, formDefinitionSchema } from './definition.ts'
import { definitionFaults, type Fault } from './faults.ts'
import { type LineFault, readPlainYaml, unfence } from './plain-yaml.ts'
import { shapeFaults } from './shape-faults.ts'

export type YamlReading =
  | { readonly ok: true; readonly key: string; readonly definition: FormDefinition }
  | { readonly ok: false; readonly faults: readonly LineFault[] }

/** What a text is read against. */
interface Reader {
  readonly zone: Zone
  readonly calendar: WorkCalendar
  readonly metricKeys: ReadonlySet<string>
  readonly now: Date
}

/** A form as it is written down: its key and its definition. */
const sheetSchema = formDefinitionSchema.extend({ key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/) })

/** Reads a form, with the schedule also in words (每个工作日 09:15); every fault is told with its line. */
export function readYaml(text: string, reader: Reader): YamlReading {
  const yaml = readPlainYaml(unfence(text))
  if ('faults' in yaml) return { ok: false, faults: yaml.faults }
  const sheet = readSheet(yaml.value, reader)
  if (!('faults' in sheet)) return { ok: true, ...sheet }
  return { ok: false, faults: sheet.faults.map(({ path, words }) => ({ line: yaml.lineOf(path), words })) }
}

/** The form as a text that `readYaml` reads back as the same; what goes without saying is left out. */
export function writeYaml(key: string, definition: FormDefinition, lang: Lang): string {
  const schedule = explainSchedule(definition.cadence.schedule, lang)
  const sheet = { key, ...definition, cadence: { ...definition.cadence, schedule } }
  return stringify(JSON.parse(JSON.stringify(sheet, leaveOut)), { schema: 'core', lineWidth: 0 })
}

type Sheet = Pick<Extract<YamlReading, { ok: true }>, 'key' | 'definition'>

function readSheet(value: unknown, reader: Reader): Sheet | { readonly faults: readonly Fault[] } {
  const scheduled = withSchedule(value, reader)
  if ('faults' in scheduled) return scheduled
  const parsed = sheetSchema.safeParse(scheduled.value)
  if (!parsed.success) return { faults: shapeFaults(sheetSchema, scheduled.value) }
  const { key, ...definition } = parsed.data
  const faults = definitionFaults(key, definition, reader.metricKeys)
  return faults.length > 0 ? { faults } : { key, definition }
}

const inWords = z.looseObject({ cadence: z.looseObject({ schedule: z.string() }) })

function withSchedule(
  value: unknown,
  { zone, calendar, now }: Reader,
): { value: unknown } | { faults: readonly Fault[] } {
  const sheet = inWords.safeParse(value)
  if (!sheet.success) return { value }
  const { cadence } = sheet.data
  const schedule = parseSchedule(cadence.schedule, { zone, calendar }, now)
  if (!schedule.ok) return { faults: [{ path: ['cadence', 'schedule'], words: schedule.reason }] }
  return { value: { ...sheet.data, cadence: { ...cadence, schedule: schedule.spec } } }
}

/** For `JSON.stringify`: defaults say nothing, and words that are the same in both languages are said once. */
function leaveOut(name: string, value: unknown): unknown {
  if (defaults.has(name) && defaults.get(name) === value) return undefined
  if (typeof value !== 'object' || value === null) return value
  if ('zh' in value && 'en' in value && value.zh === value.en) return value.zh
  if (!('label' in value && 'value' in value && Object.keys(value).length === 2)) return value
  const label = leaveOut('label', value.label)
  return label === value.value ? label : value
}

const defaults: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['required', false],
  ['visibility', 'team'],
  ['members', 'all'],
  ['daysLater', 0],
])
