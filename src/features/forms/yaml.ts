import { isNode, LineCounter, parseDocument, stringify, visit, type Document } from 'yaml'
import { z } from 'zod'
import type { Words } from '../../base/words.ts'
import { parseSchedule } from '../../calendar/schedule-parse.ts'
import type { WorkCalendar } from '../../calendar/workdays.ts'
import type { Zone } from '../../calendar/zone.ts'
import { definitionFaults, type Fault } from './faults.ts'
import { type FormDefinition, formDefinitionSchema } from './definition.ts'

/** A fault of a pasted text. `line` counts from 1; null when it is about the whole. */
export interface LineFault {
  readonly line: number | null
  readonly words: Words
}

export type YamlReading =
  | { readonly ok: true; readonly key: string; readonly definition: FormDefinition }
  | { readonly ok: false; readonly faults: readonly LineFault[] }

/** What a text is read against: the team's place and metrics, and the moment. */
interface Reader {
  readonly zone: Zone
  readonly calendar: WorkCalendar
  readonly metricKeys: ReadonlySet<string>
  readonly now: Date
}

const LONGEST = 20_000
const DEEPEST = 30

const sheetSchema = formDefinitionSchema.extend({ key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/) })

/** The form as a text that `readYaml` reads back; what goes without saying is left out. */
export function writeYaml(key: string, definition: FormDefinition): string {
  return stringify(tidy({ key, ...definition }), { schema: 'core', lineWidth: 0 })
}

/** Reads plain YAML 1.2: no tags, no aliases, of bounded size and depth. Every fault is told with its line. */
export function readYaml(text: string, reader: Reader): YamlReading {
  const body = unfence(text)
  if (body.length > LONGEST) return refuse({ zh: `太长了，最多 ${LONGEST} 个字符`, en: `at most ${LONGEST} characters` })
  if (nesting(body) > DEEPEST) return refuse({ zh: '嵌套太深', en: 'nested too deeply' })
  const lines = new LineCounter()
  const document = parseDocument(body, { schema: 'core', lineCounter: lines, prettyErrors: false, logLevel: 'silent' })
  const syntax = syntaxFaults(document, lines)
  if (syntax.length > 0) return { ok: false, faults: syntax }
  const read = readSheet(document.toJS({ maxAliasCount: 0 }), reader)
  if ('faults' in read) return { ok: false, faults: read.faults.map(fault => atLine(fault, document, lines)) }
  return { ok: true, ...read }
}

function refuse(words: Words): YamlReading {
  return { ok: false, faults: [{ line: null, words }] }
}

/** People paste it inside a code fence, as chats show it best that way. */
function unfence(text: string): string {
  return text.replace(/^\s*```[a-z]*[ \t]*\r?\n?/i, '').replace(/```\s*$/, '')
}

/** How deep the text could nest at most: the parser descends by recursion, and must not be led down without end. */
function nesting(text: string): number {
  const perLine = text.split('\n').map(line => {
    const indent = line.length - line.trimStart().length
    const marks = line.match(/[[{]|[-?:](?=\s)/g)?.length ?? 0
    return { indent, marks, flow: line.match(/[[{]/g)?.length ?? 0 }
  })
  const flow = perLine.reduce((sum, line) => sum + line.flow, 0) > 400 ? DEEPEST + 1 : 0
  return perLine.reduce((most, { indent, marks }) => Math.max(most, marks + indent / 4), flow)
}

function syntaxFaults(document: Document.Parsed, lines: LineCounter): readonly LineFault[] {
  const faults: LineFault[] = [...document.errors, ...document.warnings].map(error => ({
    line: lines.linePos(error.pos[0]).line,
    words: { zh: `YAML 写法有误：${error.message}`, en: `not valid YAML: ${error.message}` },
  }))
  visit(document, {
    Alias: (_, node) => {
      const words = { zh: '不支持 YAML 引用（*）', en: 'YAML aliases (*) are not supported' }
      faults.push({ line: node.range ? lines.linePos(node.range[0]).line : null, words })
    },
  })
  return faults
}
