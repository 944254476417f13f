import { daysBetween, type LocalDate } from '../../calendar/dates.ts'
import { readDate } from '../../commands/arguments.ts'
import { fold } from '../../commands/normalise.ts'
import type { TeamForm } from '../forms/store.ts'
import type { TeamMember } from '../team/members.ts'
import { type Named, nameIn } from '../team/name-in.ts'
import { indexNames, type Vocabulary } from './line/vocabulary.ts'

/** What a typed plan or report is about, and the line itself. */
export interface Request {
  /** Null for one's own. */
  readonly who: Omit<Named, 'rest'> | null
  /** Null for whichever round is on. */
  readonly date: LocalDate | null
  /** One of the team's own forms, by its key. */
  readonly formKey: string | null
  readonly line: string
}

export interface Surroundings {
  readonly kind: 'plan' | 'report'
  readonly today: LocalDate
  readonly members: readonly TeamMember[]
  /** The team's own forms, which `/report` may name. */
  readonly forms: readonly Pick<TeamForm, 'key' | 'definition'>[]
  readonly vocabulary: Vocabulary
}

/** Reads `替张三 昨天 拜访2`, `for Zhang San 11-20 visits 2`: what stands before the line, in any order, each once. */
export function readRequest(text: string, around: Surroundings): Request {
  let request: Request = { who: null, date: null, formKey: null, line: text.trim() }
  for (let part = 0; part < 3; part++) {
    const further = takeWho(request, around) ?? takeDate(request, around) ?? takeForm(request, around)
    if (!further) break
    request = further
  }
  return request
}

/** These always name somebody: a name that nobody has is told, never taken for one's own words. */
const FOR = /^(?:替\s*|for\s+|[@＠])(?=\S)/i
/** These also begin notes (代表团来访, 帮客户改合同), so only a member's name makes them what they look like. */
const PERHAPS_FOR = /^[帮代]\s*(?=\S)/

function takeWho(request: Request, { members }: Surroundings): Request | null {
  const mark = FOR.exec(request.line) ?? PERHAPS_FOR.exec(request.line)
  if (request.who || !mark) return null
  const { rest, ...who } = nameIn(request.line.slice(mark[0].length), members)
  if (who.found.kind === 'none' && !FOR.test(request.line)) return null
  return { ...request, who, line: rest }
}

/** The longest date has four words: `the day before yesterday`. */
const DATE_WORDS = 4
/** What reads as a date farther away is rather a number: 2-3, 3.5. */
const FARTHEST_DAYS = 100

function takeDate(request: Request, around: Surroundings): Request | null {
  if (request.date) return null
  const { line } = request
  const ends = Array.from(line.matchAll(/\s+|$/g), ({ index }) => index)
  for (const end of ends.slice(0, DATE_WORDS).toReversed()) {
    const date = dateIn(line.slice(0, end), around)
    if (date) return { ...request, date, line: line.slice(end).replace(/^[\s:：,，]+/, '') }
  }
  return takeGluedDate(request, around)
}

const GLUED_DAY = /^(?:大?[前后]天|[昨今明][天日]|(?:上|这|本|下)?(?:周|星期|礼拜)[一二三四五六日天])[的:：,，]?/

/** `昨天拜访2` is about yesterday; `昨天的客户回电了` is a note. */
function takeGluedDate(request: Request, around: Surroundings): Request | null {
  const { line } = request
  const day = GLUED_DAY.exec(line)?.[0] ?? ''
  const rest = line.slice(day.length)
  const date = day === '' ? null : dateIn(day.replace(/[的:：,，]$/, ''), around)
  const numbersFollow = indexNames(around.vocabulary).match(fold(rest), 0) !== null || FOR.test(rest)
  return date && numbersFollow ? { ...request, date, line: rest } : null
}

/** A report is about today or before, so `明天…` in one begins a note. */
function dateIn(text: string, { kind, today }: Surroundings): LocalDate | null {
  const date = readDate(text, today, kind === 'plan' ? 'ahead' : 'back')
  if (date === null || Math.abs(daysBetween(today, date)) > FARTHEST_DAYS) return null
  return kind === 'report' && date > today ? null : date
}

function takeForm(request: Request, { kind, forms }: Surroundings): Request | null {
  if (request.formKey || kind !== 'report') return null
  const word = request.line.split(/[\s:：]/, 1)[0] ?? ''
  const form = forms.find(({ key, definition: { title } }) =>
    [key, title.zh, title.en].some(it => fold(it) === fold(word)),
  )
  return form ? { ...request, formKey: form.key, line: request.line.slice(word.length).replace(/^[\s:：]+/, '') } : null
}
