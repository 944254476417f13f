import { type LocalDate, yearOf } from '../../calendar/dates.ts'
import type { WorkCalendar } from '../../calendar/workdays.ts'
import { dueOn, type MonthDay } from './greeting-day.ts'

/** off: they do not want it, or nobody has said; proposed: a manager gave the date, and they have not said yet. */
export const startStates = ['off', 'proposed', 'agreed'] as const
export type StartState = (typeof startStates)[number]

/** What a member lets the team know of their own days. */
export interface OwnDays {
  readonly memberId: string
  readonly teamId: string
  readonly birthday: MonthDay | null
  readonly birthdaySince: LocalDate | null
  readonly birthdayYear: number | null
  readonly startedOn: LocalDate | null
  readonly startedSince: LocalDate | null
  readonly startedYear: number | null
  readonly startState: StartState
  readonly startDeclined: boolean
}

/** One greeting: what for, and the day that it is about. */
export type Greeting = { readonly memberId: string; readonly date: LocalDate } & (
  | { readonly kind: 'birthday' }
  | { readonly kind: 'start'; readonly years: number }
)

/** What is to be greeted on a workday, in the order of the days. */
export function greetingsOn(all: readonly OwnDays[], workday: LocalDate, calendar: WorkCalendar): readonly Greeting[] {
  return all
    .flatMap(days => [birthdayOn(days, workday, calendar), startOn(days, workday, calendar)])
    .filter(greeting => greeting !== null)
    .toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
}

function birthdayOn(days: OwnDays, workday: LocalDate, calendar: WorkCalendar): Greeting | null {
  const { memberId, birthday, birthdaySince, birthdayYear } = days
  if (birthday === null) return null
  const yearly = { day: birthday, since: birthdaySince ?? workday, greetedYear: birthdayYear }
  const date = dueOn(yearly, workday, calendar)
  return date === null ? null : { kind: 'birthday', memberId, date }
}

/** The day itself is no anniversary, so the years count from one. */
function startOn(days: OwnDays, workday: LocalDate, calendar: WorkCalendar): Greeting | null {
  const { memberId, startedOn, startedSince, startedYear, startState } = days
  if (startedOn === null || startState !== 'agreed') return null
  const first = yearOf(startedOn)
  const greetedYear = Math.max(first, startedYear ?? first)
  const date = dueOn({ day: startedOn.slice(5), since: startedSince ?? workday, greetedYear }, workday, calendar)
  return date === null ? null : { kind: 'start', memberId, date, years: yearOf(date) - first }
}
