import type { Words } from '../../../base/words.ts'
import { addDays, type LocalDate } from '../../../calendar/dates.ts'
import { findMember, type TeamMember } from '../../team/members.ts'
import { looksLikeDay, readDay } from '../day.ts'
import { readValue } from '../figure-value.ts'
import { aheadOfTime, noSuchDay, noSuchMember, notInTeamThen, valueProblem, whichMember } from '../words.ts'
import { dayMissing, nameMissing, noDay, tooLongAgo } from './fault-words.ts'
import type { Cell } from './lines.ts'
import type { SheetFault, SheetFigure, SheetScene } from './read-sheet.ts'

interface Resolved {
  readonly figure: SheetFigure | null
  readonly faults: readonly SheetFault[]
}

type Read<T> = { readonly ok: true; readonly it: T } | { readonly ok: false; readonly fault: Words }

/** Turns what is written in a sheet into whom, when and how much; the same name and day are looked up once. */
export function resolver(scene: SheetScene): (cell: Cell) => Resolved {
  const dayOf = remembered((text: string) => readSheetDay(text, scene.today))
  const memberOf = remembered((text: string) => {
    const [day = '', name = ''] = text.split('\n')
    return readMember(name, day === '' ? scene.today : day, scene.members)
  })
  return ({ line, name, day, metric, value }) => {
    const date = dayOf(day)
    const member = memberOf(`${date.ok ? date.it : ''}\n${name.replaceAll('\n', ' ')}`)
    const amount = readValue(value, metric)
    const faults = [
      date.ok ? null : date.fault,
      member.ok ? null : member.fault,
      amount.ok ? null : valueProblem(amount.problem, value, metric),
    ].flatMap(words => (words === null ? [] : [{ line, words }]))
    if (!date.ok || !member.ok || !amount.ok) return { figure: null, faults }
    const { memberId } = member.it
    return { figure: { line, memberId, member: member.it, metric, date: date.it, value: amount.value }, faults }
  }
}

/** Older days than this are mistyped years. */
const YEARS_BACK = 5

function readSheetDay(text: string, today: LocalDate): Read<LocalDate> {
  if (text === '') return { ok: false, fault: dayMissing }
  const date = readDay(text, today)
  if (date === null) return { ok: false, fault: looksLikeDay(text) ? noSuchDay(text) : noDay(text) }
  if (date > today) return { ok: false, fault: aheadOfTime(date) }
  if (date < addDays(today, -365 * YEARS_BACK)) return { ok: false, fault: tooLongAgo(date, YEARS_BACK) }
  return { ok: true, it: date }
}

/** Whoever had not joined yet may have sold before they were heard of here: a team brings its history along. */
function readMember(name: string, date: LocalDate, members: readonly TeamMember[]): Read<TeamMember> {
  if (name === '') return { ok: false, fault: nameMissing }
  const there = members.filter(({ leftOn }) => leftOn === null || leftOn > date)
  const found = findMember(there, name)
  if (found.kind === 'one') return { ok: true, it: found.member }
  if (found.kind === 'several') return { ok: false, fault: whichMember(name, found.members) }
  const ever = findMember(members, name)
  const fault = ever.kind === 'one' ? notInTeamThen(ever.member.name, date) : noSuchMember(name, found.nearest)
  return { ok: false, fault }
}

function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    const before = known.get(text)
    if (before !== undefined) return before
    const now = read(text)
    known.set(text, now)
    return now
  }
}
