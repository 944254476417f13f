import { addDays, type LocalDate } from '../../calendar/dates.ts'
import { parsePeriod } from '../../calendar/period-words.ts'
import { readDateRange } from '../../commands/arguments.ts'
import { fold } from '../../commands/normalise.ts'
import { theMember } from '../team/member-errors.ts'
import type { TeamMember } from '../team/members.ts'
import { nameIn } from '../team/name-in.ts'
import type { Days } from './matter.ts'

/** One list as it was typed. `nobody`: it is to be empty, for those days. */
export interface TypedDuty {
  readonly days: Days | null
  readonly members: readonly TeamMember[]
  readonly nobody: boolean
}

/** No days are said in more words than this: `from next monday to next friday`. */
const MOST_WORDS = 6

/** Lists stand apart by these, names by those. */
const between = /[;；\n]+/
const apart = /^(?:[\s、,，>→+&]+|(?:and|then|和|再)(?=\s))+/iu

/**
 * Reads `张三 李四 本周；王五 下周`: names in the order in which they are asked, with the days before or after them, or without
 * any for always. Throws UserError for a name that is nobody's or several people's.
 */
export function readDuty(
  text: string,
  { members, today }: { readonly members: readonly TeamMember[]; readonly today: LocalDate },
): readonly TypedDuty[] {
  return text
    .split(between)
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(part => readList(part, members, today))
}

const nobodyWords = /^(?:none|nobody|off|clear|无|没有|没人|清空|取消)$/i

function readList(part: string, members: readonly TeamMember[], today: LocalDate): TypedDuty {
  const { days, rest } = splitDays(part, members, today)
  if (nobodyWords.test(fold(rest).trim())) return { days, members: [], nobody: true }
  return { days, members: readNames(rest, members), nobody: false }
}

function readNames(text: string, members: readonly TeamMember[]): readonly TeamMember[] {
  const found: TeamMember[] = []
  let rest = text.replace(apart, '')
  while (rest !== '') {
    const named = nameIn(rest.replace(/[、，]/g, ' '), members)
    found.push(theMember(named.found, named.name))
    rest = named.rest.replace(apart, '')
  }
  return found
}

/** The longest run of words at the end, else at the beginning, that says which days; a name is none of it. */
function splitDays(part: string, members: readonly TeamMember[], today: LocalDate) {
  const words = part.replace(/[：:]\s+|：/g, ' ').split(/\s+/)
  const isName = (text: string) =>
    members.some(({ name, aliases }) => [name, ...aliases].some(one => fold(one) === fold(text)))
  const most = Math.min(MOST_WORDS, words.length)
  for (let count = most; count > 0; count--) {
    for (const [from, to] of [[words.length - count, words.length] as const, [0, count] as const]) {
      const said = words.slice(from, to).join(' ')
      const days = isName(said) ? null : readDays(said, today)
      if (days) return { days, rest: [...words.slice(0, from), ...words.slice(to)].join(' ') }
    }
  }
  return { days: null, rest: words.join(' ') }
}

/** `本周`, `next week`, `周六`, `11-23到11-27`. */
function readDays(said: string, today: LocalDate): Days | null {
  const period = parsePeriod(said.normalize('NFKC'), today)
  if (period) return { from: period.from, to: period.to }
  const range = readDateRange(said, today)
  return range && range.half === undefined ? { from: range.from, to: range.to } : null
}

/** A list for days that are all gone, or for more than a year, is a slip. */
export function isSensible({ to }: Days, today: LocalDate): boolean {
  return to >= today && to <= addDays(today, 366)
}
