import { type LocalDate, yearOf } from '../../calendar/dates.ts'
import { type Period, periodOf } from '../../calendar/periods.ts'
import { parseDate, readDate } from '../../commands/read-date.ts'
import { tidy } from '../../commands/tidy.ts'
import { fold, type Metric, namesOf } from '../metrics/metric.ts'
import { readQuestion } from '../metrics/question.ts'
import { type Numeral, parseNumeral } from '../reports/line/numeral.ts'

/** What is asked of `/target`, before anybody has looked who or what that is. */
export interface TargetRequest extends About {
  readonly verb: TargetVerb
  /** All that follows the verb. */
  readonly said: string
  readonly reason: string | null
}

export type TargetVerb = 'state' | 'set' | 'new' | 'accept' | 'withdraw' | 'history' | 'split'

/** Whose target of what, over which days, and how much. */
export interface About {
  /** A member's name as typed; `team` for the team; null for the speaker. */
  readonly who: { readonly kind: 'team' } | { readonly kind: 'member'; readonly name: string } | null
  readonly metric: Metric | null
  readonly period: Period | null
  readonly value: Numeral | null
  /** A day that was typed and does not exist, such as 31 February. */
  readonly noSuchDay: string | null
}

export interface Surroundings {
  readonly metrics: readonly Metric[]
  readonly today: LocalDate
}

const verbs: ReadonlyMap<string, TargetVerb> = new Map([
  ...(['new', '新建', '新增', '添加', '制定'] as const).map(word => [word, 'new'] as const),
  ...(['set', '定', '直接定', '设定'] as const).map(word => [word, 'set'] as const),
  ...(['accept', 'agree', '接受', '同意'] as const).map(word => [word, 'accept'] as const),
  ...(['withdraw', 'cancel', '撤回', '取消'] as const).map(word => [word, 'withdraw'] as const),
  ...(['history', '历史', '记录'] as const).map(word => [word, 'history'] as const),
  ...(['split', '拆分', '分解', '拆'] as const).map(word => [word, 'split'] as const),
])

/** Reads `张三 签单额 12万 本月 因为新客户多`, `set team revenue 3m 2026-Q4`, `history calls`. Never fails. */
export function readTargetRequest(text: string, around: Surroundings): TargetRequest {
  const whole = text.normalize('NFKC').trim()
  const [first = ''] = whole.split(/\s+/, 1)
  const verb = verbs.get(fold(first)) ?? 'state'
  const said = verb === 'state' ? whole : whole.slice(first.length).trim()
  const { about, reason } = parted(said)
  return { verb, said, reason, ...readAbout(about, around) }
}

const BECAUSE = /(?:^|\s)(?:因为|理由是?|because|reason)[\s::,,]*(.*)$/is

function parted(text: string): { readonly about: string; readonly reason: string | null } {
  const found = BECAUSE.exec(text)
  const reason = found?.[1]?.trim() ?? ''
  return { about: found ? text.slice(0, found.index) : text, reason: reason === '' ? null : reason.slice(0, 300) }
}

const TEAM = /^(?:the )?(?:team|团队|全队|全员)$/i

export function readAbout(text: string, { metrics, today }: Surroundings): About {
  const words = ungrown(
    text.split(/\s+/).filter(word => word !== ''),
    metrics,
  )
  const { rest: withoutDay, date } = takeDay(words, today)
  const bare = withoutDay.filter(word => FOUR_DIGITS.test(word))
  const others = withoutDay.filter(word => !FOUR_DIGITS.test(word))
  const question = readQuestion(others.join(' '), metrics, today)
  const year = date || question.period ? null : yearAmong(bare, today)
  const left = year === null ? bare : bare.toSpliced(bare.indexOf(year), 1)
  const { rest, value } = takeNumber([...question.rest.split(' '), ...left].filter(word => word !== ''))
  const name = rest.join(' ')
  const day = date?.found == null ? null : periodOf('day', date.found)
  return {
    who: name === '' ? null : TEAM.test(name) ? { kind: 'team' } : { kind: 'member', name },
    metric: question.metric,
    period: day ?? question.period ?? (year === null ? null : periodOf('year', `${year}-01-01`)),
    value,
    noSuchDay: date !== null && date.found === null ? date.said : null,
  }
}

/** 1500 is a number, 2026 may be a year. */
const FOUR_DIGITS = /^\d{4}$/
const YEARS_AROUND = 5

/** The one of them that can be a year: of two the latter, for the value is said first. */
function yearAmong(bare: readonly string[], today: LocalDate): string | null {
  const years = bare.filter(word => Math.abs(Number(word) - yearOf(today)) <= YEARS_AROUND)
  return years.at(-1) ?? null
}

/** 签单额12万 is two words; the longest name goes first. */
function ungrown(words: readonly string[], metrics: readonly Metric[]): readonly string[] {
  const names = metrics.flatMap(namesOf).toSorted((one, other) => other.length - one.length)
  return words.flatMap(word => {
    const name = names.find(
      one => fold(word).startsWith(fold(one)) && parseNumeral(word.slice(one.length))?.length !== undefined,
    )
    return name === undefined ? [word] : [word.slice(0, name.length), word.slice(name.length)]
  })
}

interface Day {
  readonly said: string
  /** Null for a day that does not exist. */
  readonly found: LocalDate | null
}

/** As long as `31 February 2027`. */
const DAY_WORDS = 3
/** 3.5 and 12-3 are rather numbers: only what names a month or a year is a day. */
const IS_DAY = /[年月日号]|[a-z]{3}|^\d{4}[-/.]\d/i

function takeDay(words: readonly string[], today: LocalDate): { rest: readonly string[]; date: Day | null } {
  for (let count = DAY_WORDS; count >= 1; count--) {
    for (let at = 0; at + count <= words.length; at++) {
      const said = words.slice(at, at + count).join(' ')
      if (!IS_DAY.test(said) || parseDate(tidy(said))?.kind !== 'day') continue
      return { rest: words.toSpliced(at, count), date: { said, found: readDate(said, today, 'ahead') } }
    }
  }
  return { rest: words, date: null }
}

/** As long as `1.2 million`. */
const NUMBER_WORDS = 2

function takeNumber(words: readonly string[]): { rest: readonly string[]; value: Numeral | null } {
  for (let count = NUMBER_WORDS; count >= 1; count--) {
    for (let at = 0; at + count <= words.length; at++) {
      const value = parseNumeral(words.slice(at, at + count).join(' '))
      if (value && !value.spelled) return { rest: words.toSpliced(at, count), value }
    }
  }
  return { rest: words, value: null }
}
