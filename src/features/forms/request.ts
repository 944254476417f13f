import { takeTimes } from '../../calendar/clock-words.ts'
import { isLocalTime } from '../../calendar/dates.ts'
import type { TimesChange } from './times.ts'

/** What somebody wants of the forms. `form` is whatever they called it. */
export type FormRequest =
  | { readonly kind: 'list' }
  | { readonly kind: 'show' | 'export'; readonly form: string }
  | { readonly kind: 'import'; readonly yaml: string }
  | { readonly kind: 'switch'; readonly form: string; readonly on: boolean }
  | { readonly kind: 'times'; readonly form: string; readonly change: TimesChange }
  | { readonly kind: 'add'; readonly form: string; readonly question: WantedQuestion }
  | { readonly kind: 'remove'; readonly form: string; readonly question: string }
  | { readonly kind: 'unclear'; readonly text: string }

/** A new question in words; without a kind it is a metric of that name, else a line of text. */
export interface WantedQuestion {
  readonly label: string
  readonly required: boolean
  readonly managerOnly: boolean
  readonly kind: 'line' | 'text' | 'date' | 'yes-no' | 'choice' | 'blocker' | 'items' | 'notes' | null
  readonly options: readonly string[]
}

const verbs = [
  ['list', ['列表', '全部', 'list']],
  ['show', ['查看', 'show']],
  ['export', ['导出', 'export', 'yaml']],
  ['import', ['导入', 'import']],
  ['on', ['启用', 'on', 'enable']],
  ['off', ['停用', 'off', 'disable']],
] as const

const kinds = [
  ['line', ['文字', '一行', 'line']],
  ['text', ['长文', '多行', 'text']],
  ['date', ['日期', 'date']],
  ['yes-no', ['是否', 'yes-no', 'yes/no']],
  ['blocker', ['卡点', 'blocker']],
  ['items', ['待办', 'items']],
  ['notes', ['备注', 'notes']],
] as const

/** The meaning of a word, whatever its case. */
function meaningOf<M>(table: readonly (readonly [M, readonly string[]])[], word: string): M | undefined {
  return table.find(([, words]) => words.includes(word.toLowerCase()))?.[0]
}

/** Reads what follows `/form`: verb first (`off weekly`, 导出 计划) or form first (`plan due 09:30`, 计划 停用). */
export function readFormRequest(rest: string): FormRequest {
  const [, first = '', tail = ''] = /^\s*(\S*)\s*([\s\S]*)$/.exec(rest) ?? []
  const verb = meaningOf(verbs, tidy(first))
  if (verb === 'import') return { kind: 'import', yaml: tail }
  const text = tidy(rest)
  if (text === '' || verb === 'list') return { kind: 'list' }
  if (verb) return onForm(verb, tidy(tail), rest)
  const [, form = '', what = ''] = /^(\S+) ?(.*)$/.exec(text) ?? []
  const after = meaningOf(verbs, what)
  if (after === 'on' || after === 'off' || after === 'show' || after === 'export') return onForm(after, form, rest)
  if (what === '') return { kind: 'show', form }
  return readQuestionChange(form, what) ?? readTimes(form, what.toLowerCase()) ?? { kind: 'unclear', text: rest.trim() }
}

function tidy(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ')
}

function onForm(verb: 'show' | 'export' | 'on' | 'off', form: string, rest: string): FormRequest {
  if (form === '') return { kind: 'unclear', text: rest.trim() }
  if (verb === 'on' || verb === 'off') return { kind: 'switch', form, on: verb === 'on' }
  return { kind: verb, form }
}

function readQuestionChange(form: string, what: string): FormRequest | null {
  const [, verb = '', about = ''] = /^(添加|增加|加|add|删除|去掉|删|remove|delete) ?(.+)$/i.exec(what) ?? []
  if (about === '') return null
  if (/^[添增加a]/i.test(verb)) return { kind: 'add', form, question: readWanted(about) }
  return { kind: 'remove', form, question: about }
}

/** Takes what says how to ask off the end; the words before it are the question. */
function readWanted(about: string): WantedQuestion {
  const words = about.split(' ')
  const found: { -readonly [K in keyof WantedQuestion]: WantedQuestion[K] } = {
    label: '',
    required: false,
    managerOnly: false,
    kind: null,
    options: [],
  }
  while (words.length > 1) {
    const last = words.at(-1) ?? ''
    const options = last.split(/[/、|]/).filter(option => option !== '')
    const kind = meaningOf(kinds, last)
    if (/^(?:必填|required)$/i.test(last)) found.required = true
    else if (/^(?:仅经理|manager-only)$/i.test(last)) found.managerOnly = true
    else if (kind) found.kind = kind
    else if (options.length > 1) [found.kind, found.options] = ['choice', options]
    else break
    words.pop()
  }
  return { ...found, label: words.join(' ') }
}

const timeWords = /(开始|开放|opens?|截止|due|关闭|closes?) ?/g

/** `opens 08:30 due 09:30 closes 次日 08:30`, in any order; null when a part of it is not understood. */
function readTimes(form: string, what: string): FormRequest | null {
  const marks = what.matchAll(timeWords).toArray()
  if (marks[0]?.index !== 0) return null
  const change: { -readonly [K in keyof TimesChange]: TimesChange[K] } = {}
  for (const [at, mark] of marks.entries()) {
    const part = what.slice(mark.index + mark[0].length, marks[at + 1]?.index)
    const { times, rest } = takeTimes(part)
    const [time, ...others] = times
    const days = daysLater(rest)
    if (time === undefined || !times.every(isLocalTime) || days === null) return null
    const word = mark[1] ?? ''
    if (word === '截止' || word === 'due') change.due = times
    else if (others.length > 0) return null
    else if (/^(?:关|c)/.test(word)) change.closes = { at: time, ...(days === undefined ? {} : { daysLater: days }) }
    else change.opens = time
  }
  return { kind: 'times', form, change }
}

/** Undefined when nothing is said of the day; null when what is said is not understood. */
function daysLater(rest: string): number | undefined | null {
  const words = rest.replace(/[,、和;]|\b(?:and|at|the)\b|改为?|到/g, ' ').trim()
  if (words === '') return undefined
  if (/^(?:当天|当日|same day)$/.test(words)) return 0
  return /^(?:次日|第二天|next day)$/.test(words) ? 1 : null
}
