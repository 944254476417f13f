import type { MirroredReport } from '../../../src/platform/adapter.ts'
import { neutral } from '../render/neutral.ts'

/** A field of a report's template. */
export interface TemplateField {
  readonly name: string
  readonly sort: number
  readonly type: number
}

/** One field as it is filed. */
export interface FiledField {
  readonly key: string
  readonly sort: string
  readonly type: string
  readonly content_type: 'markdown'
  readonly content: string
}

const TEXT = 1
const NUMBER = 2
/** DingTalk's limit for one field. */
const LONGEST = 1_000

/** What the fields of DingTalk's own templates are called, by what we call the same. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  已完成: ['今日完成工作', '本周完成工作', '本月工作内容'],
  未完成: ['未完成工作'],
  卡点: ['需协调工作', '需协调与帮助', '需要的支持'],
  备注: ['其他事项'],
}

type Entry = MirroredReport['entries'][number]

/**
 * Fills a template: what is called like a field stands in it, and everything else, title and numbers, in the first text field.
 * Null for a template without one.
 */
export function contentsOf(fields: readonly TemplateField[], report: MirroredReport): readonly FiledField[] | null {
  const sorted = fields.toSorted((a, b) => a.sort - b.sort)
  const first = sorted.find(({ type }) => type === TEXT)
  if (first === undefined) return null
  const seats = report.entries.map(entry => [entry, seatOf(entry, sorted) ?? first] as const)
  return sorted.flatMap(field => {
    const here = seats.filter(([, seat]) => seat === field).map(([entry]) => entry)
    const lines = field === first ? [report.title, ...here.map(labelled)] : here.map(({ text }) => text)
    return lines.length === 0 ? [] : [filed(field, lines.join('\n'))]
  })
}

function seatOf(entry: Entry, fields: readonly TemplateField[]): TemplateField | undefined {
  const names = new Set(entry.names.flatMap(name => [name, ...(alsoCalled[name] ?? [])]).map(fold))
  return fields.find(({ name, type }) => {
    if (!names.has(fold(name))) return false
    return type === TEXT || (type === NUMBER && /^-?\d+(\.\d+)?$/.test(entry.text))
  })
}

function labelled({ names: [name = ''], text }: Entry): string {
  return text.includes('\n') ? `${name}\n${text}` : `${name}：${text}`
}

function filed({ name, sort, type }: TemplateField, text: string): FiledField {
  const content = type === NUMBER ? text : shortened(neutral(text).replaceAll('\n', '  \n'))
  return { key: name, sort: String(sort), type: String(type), content_type: 'markdown', content }
}

/** Cut between code points. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text
  let end = 0
  for (const { length } of text) {
    if (end + length > LONGEST - 1) break
    end += length
  }
  return `${text.slice(0, end)}…`
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')
}
