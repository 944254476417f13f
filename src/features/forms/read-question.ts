import type { Words } from '../../base/words.ts'
import { isLocalDate } from '../../calendar/dates.ts'
import { quantised } from '../metrics/entry-changes.ts'
import { parseNumeral } from '../reports/line/numeral.ts'
import type { AskedMetric, Option, Question } from './definition.ts'

export type Answer = string | number | boolean | readonly string[]

/** A thing to do, and whether it was done. */
export interface Item {
  readonly text: string
  readonly done: boolean
}

/** What one question's answer was read as. */
export type Reading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'fault'; readonly words: Words }
  | { readonly kind: 'number'; readonly metricKey: string; readonly value: number }
  | { readonly kind: 'answer'; readonly value: Answer }
  | { readonly kind: 'items'; readonly items: readonly Item[] }
  | { readonly kind: 'blockers' | 'notes'; readonly lines: readonly string[] }

type Kind<K extends Question['kind']> = Extract<Question, { kind: K }>

const longest = { line: 200, text: 4000, lines: 50, eachLine: 500 }
/** Entries have room for this much, and for four decimals. */
const LARGEST_NUMBER = 1e12

export function readQuestion(
  question: Question,
  given: string | readonly string[] | undefined,
  metrics: readonly AskedMetric[],
): Reading {
  const texts = [given ?? []].flat().map(text => text.trim())
  const [text = ''] = texts
  if (texts.every(one => one === '')) return { kind: 'empty' }
  switch (question.kind) {
    case 'metric':
      return readNumber(question, text, metrics)
    case 'line':
    case 'text':
      return text.length > longest[question.kind] ? tooLong(longest[question.kind]) : { kind: 'answer', value: text }
    case 'date':
      return isLocalDate(text) ? { kind: 'answer', value: text } : fault(words.date)
    case 'yes-no':
      return readYesNo(text)
    case 'choice':
      return texts.length > 1 ? fault(words.one) : readChoices(question.options, texts, ([only = '']) => only)
    case 'choices':
      return readChoices(question.options, texts, all => all)
    case 'scale':
      return readScale(question, text)
    case 'blocker':
      return readLines(texts, lines => ({ kind: 'blockers', lines: lines.filter(line => !saysNothing.test(line)) }))
    case 'notes':
      return readLines(texts, lines => ({ kind: 'notes', lines }))
    case 'items':
      return readLines(texts, lines => ({ kind: 'items', items: lines.map(readItem) }))
  }
}

/** The line that `readQuestion` reads back as this item. */
export function writeItem(item: Item): string {
  return item.done ? `√ ${item.text}` : item.text
}

/** A number that is not exact (20多, 3-5) is asked for again, not guessed. */
function readNumber({ metricKey }: Kind<'metric'>, text: string, metrics: readonly AskedMetric[]): Reading {
  const number = parseNumeral(text)
  if (!number) return fault(words.number)
  if (!number.exact) return fault(words.exact)
  const unit = metrics.find(metric => metric.key === metricKey)?.unit
  if (number.percent && unit !== 'percent') return fault(words.percent)
  if (number.value < 0 && unit === 'count') return fault(words.negative)
  if (!(Math.abs(number.value) < LARGEST_NUMBER)) return fault(words.tooLarge)
  return { kind: 'number', metricKey, value: quantised(number.value) }
}

const yes = /^(?:yes|y|true|是|是的|有|对)$/i
const no = /^(?:no|n|false|否|不是|没有|无)$/i

function readYesNo(text: string): Reading {
  if (yes.test(text)) return { kind: 'answer', value: true }
  return no.test(text) ? { kind: 'answer', value: false } : fault(words.yesNo)
}

function readScale({ scale: { from, to } }: Kind<'scale'>, text: string): Reading {
  const value = parseNumeral(text)?.value ?? Number.NaN
  if (Number.isInteger(value) && value >= from && value <= to) return { kind: 'answer', value }
  return fault({ zh: `请填 ${from} 到 ${to} 的整数`, en: `give a whole number from ${from} to ${to}` })
}

/** By value, or by its label in either language. */
function readChoices(options: readonly Option[], texts: readonly string[], pick: (all: string[]) => Answer): Reading {
  const chosen = new Set<string>()
  for (const text of texts) {
    const option = options.find(({ value, label }) => [value, label.zh, label.en].includes(text))
    if (!option) return fault({ zh: `没有“${text}”这个选项`, en: `there is no option "${text}"` })
    chosen.add(option.value)
  }
  return { kind: 'answer', value: pick([...chosen]) }
}

const bullet = /^(?:[-*•·]\s+|\d{1,2}[.、)）]\s*(?!\d))/

function readLines(texts: readonly string[], toReading: (lines: readonly string[]) => Reading): Reading {
  const lines = texts
    .flatMap(text => text.split(/\r?\n/))
    .map(line => line.trim().replace(bullet, '').trim())
    .filter(line => line !== '')
  if (lines.length === 0) return { kind: 'empty' }
  if (lines.length > longest.lines) return fault(words.tooMany)
  if (lines.some(line => line.length > longest.eachLine)) return tooLong(longest.eachLine)
  return toReading(lines)
}

/** How people fill in a field that must not be empty when there is nothing to say. */
const saysNothing = /^(?:无|没有|暂无|没|none|no|nothing|n\/a)[。.!！]?$/i
const doneMark = /^(?:[√✓✔✅☑]\uFE0F?|\[[xX√]\])\s*(?=\S)/
const openMark = /^(?:☐|\[ ?\])\s*(?=\S)/

function readItem(line: string): Item {
  const text = line.replace(doneMark, '')
  return { text: text.replace(openMark, ''), done: text !== line }
}

function fault(words: Words): Reading {
  return { kind: 'fault', words }
}

function tooLong(most: number): Reading {
  return fault({ zh: `太长了，最多 ${most} 个字`, en: `too long: at most ${most} characters` })
}

const words = {
  number: { zh: '请填一个数字，例如 3、8万、1.5w', en: 'give a number, such as 3, 80k or 1.5 million' },
  exact: { zh: '请填确切的数字', en: 'give the exact number' },
  percent: { zh: '这里要数字，不是百分比', en: 'give a number here, not a percentage' },
  negative: { zh: '次数不能是负数', en: 'a count cannot be negative' },
  tooLarge: { zh: '这个数字太大了', en: 'this number is too large' },
  date: { zh: '请填一个日期，例如 2026-11-21', en: 'give a date, such as 2026-11-21' },
  yesNo: { zh: '请回答是或否', en: 'answer yes or no' },
  one: { zh: '只能选一项', en: 'choose one only' },
  tooMany: { zh: `最多 ${longest.lines} 行`, en: `at most ${longest.lines} lines` },
} as const satisfies Record<string, Words>
