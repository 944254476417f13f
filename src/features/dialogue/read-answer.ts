import type { Words } from '../../base/words.ts'
import { readDate, readTime } from '../../commands/arguments.ts'
import { fold } from '../../commands/normalise.ts'
import type { Input } from '../../content/content.ts'
import { parseNumeral } from '../reports/line/numeral.ts'
import type { Answer } from './state.ts'

export type ReadAnswer = { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly words: Words }

/** Reads what was typed as the answer to one input, in the shape in which a form would send it. */
export function readAnswer(input: Input, typed: string, today: string): ReadAnswer {
  const text = typed.trim()
  if (text === '') return fault(faults.empty)
  switch (input.kind) {
    case 'text':
      return taken(text)
    case 'line':
      return taken(text.replaceAll(/\s*[\r\n]+\s*/g, ' '))
    case 'number':
      return readNumber(text)
    case 'date':
      return found(readDate(text, today), faults.date)
    case 'time':
      return found(readTime(text), faults.time)
    case 'yes-no':
      return found(readYesNo(text), faults.yesNo)
    case 'scale':
      return readScale(input.scale, text)
    case 'choice':
      return found(readChoice(input.options ?? [], text), faults.choice)
    case 'choices':
      return readChoices(input.options ?? [], text)
  }
}

type Options = NonNullable<Input['options']>

/** The form's owner reads the number again and knows its unit, so it stays as it was written. */
function readNumber(typed: string): ReadAnswer {
  const text = typed.replace(counter, '$1')
  const number = parseNumeral(text)
  if (number === null) return fault(faults.number)
  return number.exact ? taken(text) : fault(faults.exact)
}

/** `3个`, `20通`: how people count aloud. */
const counter = /^(.*\S)\s*[个次家通单份条]$/su

const yes = /^(?:1|yes|y|true|是|是的|有|对|好)$/
const no = /^(?:2|no|n|false|否|不|不是|没有|无)$/

function readYesNo(text: string): string | null {
  const said = fold(text)
  if (yes.test(said)) return 'yes'
  return no.test(said) ? 'no' : null
}

function readScale(scale: Input['scale'], text: string): ReadAnswer {
  const { from, to } = scale ?? { from: 1, to: 5 }
  const value = parseNumeral(text)?.value ?? Number.NaN
  if (Number.isInteger(value) && value >= from && value <= to) return taken(String(value))
  return fault({ zh: `请发 ${from} 到 ${to} 的整数。`, en: `Send a whole number from ${from} to ${to}.` })
}

/** By its name, else by its number in the list. */
function readChoice(options: Options, text: string): string | null {
  const said = fold(text).trim()
  const named = options.find(({ label, value }) => fold(label) === said || fold(value) === said)
  const counted = /^\d{1,3}[.、)）]?$/.test(said) ? options[Number.parseInt(said, 10) - 1] : undefined
  return (named ?? counted)?.value ?? null
}

/** Names may have spaces in them, so the whole is looked for before its parts. */
function readChoices(options: Options, text: string): ReadAnswer {
  const whole = readChoice(options, text)
  if (whole !== null) return taken([whole])
  const picked = text
    .split(/[\s,，、;；+]+/)
    .filter(part => part !== '')
    .map(part => readChoice(options, part))
  if (picked.length === 0 || picked.includes(null)) return fault(faults.choices)
  return taken([...new Set(picked.filter(value => value !== null))])
}

function found(answer: string | null, words: Words): ReadAnswer {
  return answer === null ? fault(words) : taken(answer)
}

function taken(answer: Answer): ReadAnswer {
  return { ok: true, answer }
}

function fault(words: Words): ReadAnswer {
  return { ok: false, words }
}

const faults = {
  empty: { zh: '请发一句话作答。', en: 'Please answer with a word or two.' },
  number: { zh: '这里要一个数字，例如 3、8万、1.5w。', en: 'A number is needed here, such as 3, 80k or 1.5 million.' },
  exact: { zh: '请发确切的数字。', en: 'Please send the exact number.' },
  date: {
    zh: '没看懂日期，例如 明天、3月5日、2026-03-05。',
    en: 'That is no date I know; try tomorrow, Mar 5 or 2026-03-05.',
  },
  time: { zh: '没看懂时间，例如 18:30、下午6点。', en: 'That is no time I know; try 18:30 or 6pm.' },
  yesNo: { zh: '请答“是”或“否”。', en: 'Please answer yes or no.' },
  choice: { zh: '请从下面选一项，发编号或名称都行。', en: 'Please pick one of these, by its number or its name.' },
  choices: {
    zh: '请从下面选，可以选几项，例如 1 3。',
    en: 'Please pick from these; several are fine, such as 1 3.',
  },
} as const satisfies Record<string, Words>
