import { addDays, type LocalTime } from '../../calendar/dates.ts'
import { nextWorkday, type WorkCalendar } from '../../calendar/workdays.ts'
import { toInstant, toLocal, type Zone } from '../../calendar/zone.ts'
import { readDate, readTime } from '../../commands/arguments.ts'
import { tidy } from '../../commands/tidy.ts'

interface Around {
  readonly now: Date
  readonly zone: Zone
  readonly calendar: WorkCalendar
  /** When a day ends that is named without a time. */
  readonly dayEnds: LocalTime
}

const LONGEST = 60

/** Reads `周四18:00`, `Thursday 6pm`, `11-26`, `18:00`, `3个工作日`, `2 days`; null for anything else. */
export function readUntil(typed: string, around: Around): Date | null {
  if (typed.length > LONGEST) return null
  const said = typed
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/^(?:by|before|until|till|on|到|至)\s*/, '')
    .replace(/\s*(?:之前|以前|前|为止|止)$/, '')
  return readSpan(said, around) ?? readMoment(said, around)
}

/** The end of the so manieth workday after today. */
export function afterWorkdays(count: number, { now, zone, calendar, dayEnds }: Around): Date {
  let { date } = toLocal(now, zone)
  for (let day = 0; day < count; day++) date = nextWorkday(calendar, date, 'usual-week') ?? addDays(date, 1)
  return toInstant(date, dayEnds, zone)
}

function readSpan(said: string, around: Around): Date | null {
  const [, count, workdays] = /^(\d{1,3}) ?(?:(个?工作日|workdays?)|天|days?)$/.exec(tidy(said)) ?? []
  if (count === undefined) return null
  if (workdays !== undefined) return afterWorkdays(Number(count), around)
  const { now, zone, dayEnds } = around
  return toInstant(addDays(toLocal(now, zone).date, Number(count)), dayEnds, zone)
}

function readMoment(said: string, { now, zone, dayEnds }: Around): Date | null {
  const today = toLocal(now, zone).date
  const date = readDate(said, today, 'ahead')
  if (date !== null) return toInstant(date, dayEnds, zone)
  const time = readTime(said)
  if (time !== null) return toInstant(today, time, zone)
  for (const [day, clock] of parted(said)) {
    const [on, at] = [readDate(day, today, 'ahead'), readTime(clock.replace(/^at /, ''))]
    if (on !== null && at !== null) return toInstant(on, at, zone)
  }
  return null
}

/** Every way to part it into a day and a time: at a space, or where no number would be torn. */
function* parted(said: string): Generator<readonly [string, string]> {
  for (let at = 1; at < said.length; at++) {
    const [before, behind] = [said[at - 1] ?? '', said[at] ?? '']
    if (behind === ' ') yield [said.slice(0, at), said.slice(at + 1)]
    else if (before !== ' ' && !(isOfNumber(before) && isOfNumber(behind))) yield [said.slice(0, at), said.slice(at)]
  }
}

function isOfNumber(letter: string): boolean {
  return /[\d:./-]/.test(letter)
}
