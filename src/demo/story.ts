import type { Random } from '../base/random.ts'
import type { Lang } from '../base/words.ts'
import { type LocalDate, weekdayOf } from '../calendar/dates.ts'
import { type Leave, onLeave } from '../calendar/leave.ts'
import type { Answers } from '../features/reports/report.ts'
import type { Character, Temper } from './cast.ts'
import { type DayNumbers, plannedFor, reachedOn } from './numbers.ts'
import { obstacles, remarks, tasks } from './phrases.ts'

/** When a form can be answered on a day. */
interface Window {
  readonly opensAt: Date
  readonly dueAt: Date
}

export interface StoryDay {
  readonly date: LocalDate
  readonly plan: Window
  readonly report: Window
}

/** One plan or report of the past. */
export interface Act {
  readonly who: string
  readonly kind: 'plan' | 'report'
  readonly date: LocalDate
  readonly at: Date
  readonly status: 'on-time' | 'late'
  readonly answers: Answers
}

export interface Absence {
  readonly who: string
  readonly leave: Leave
}

export interface Story {
  readonly absences: readonly Absence[]
  /** In the order in which they happened. */
  readonly acts: readonly Act[]
}

/** What the team did on these days: a little more every week, each in their own way, and not everybody every day. */
export function tellStory(cast: readonly Character[], days: readonly StoryDay[], random: Random, lang: Lang): Story {
  const absences = absencesOn(days)
  const acts = days.flatMap((day, at) => {
    const growth = 0.9 + 0.3 * (at / days.length)
    return cast.flatMap(({ id, temper }) => (temper ? dayOf(id, temper, day, { growth, random, lang }) : []))
  })
  const present = acts.filter(act => !isAway(absences, act))
  return { absences, acts: present.toSorted((one, other) => one.at.getTime() - other.at.getTime()) }
}

interface Telling {
  readonly growth: number
  readonly random: Random
  readonly lang: Lang
}

function dayOf(who: string, temper: Temper, day: StoryDay, { growth, random, lang }: Telling): readonly Act[] {
  const usual: DayNumbers = { weekday: weekdayOf(day.date), growth }
  const planned = answersFor('plan', temper, usual, random, lang)
  const items = planned.items.map(item => ({ ...item, done: random.chance(0.75) }))
  const reached: Answers = { ...answersFor('report', temper, usual, random, lang), items }
  return [
    ...answered({ who, kind: 'plan', date: day.date, answers: planned }, day.plan, temper, random),
    ...answered({ who, kind: 'report', date: day.date, answers: reached }, day.report, temper, random),
  ]
}

/** What somebody writes on such a day: in the plan what they mean to do, in the report what came of it. */
export function answersFor(kind: Act['kind'], temper: Temper, day: DayNumbers, random: Random, lang: Lang): Answers {
  if (kind === 'report') {
    return { values: reachedOn(temper, day, random), answers: {}, items: [], ...wordsFor(temper, random, lang) }
  }
  const items = itemsFor(temper, random, lang)
  return { values: plannedFor(temper, day, random), answers: {}, items, blockers: [], notes: [] }
}

const MINUTE = 60_000
const longestDelay = 75

/** On time, late, or forgotten. */
function answered(
  act: Omit<Act, 'at' | 'status'>,
  { opensAt, dueAt }: Window,
  temper: Temper,
  random: Random,
): readonly Act[] {
  const when = random.next()
  const delay = random.int(3, longestDelay) * MINUTE
  const span = dueAt.getTime() - opensAt.getTime() - MINUTE
  const early = Math.floor((span * (1 + random.next())) / 2 / MINUTE) * MINUTE
  if (when < temper.forgets) return []
  if (when < temper.forgets + temper.late) return [{ ...act, status: 'late', at: new Date(dueAt.getTime() + delay) }]
  return [{ ...act, status: 'on-time', at: new Date(opensAt.getTime() + early) }]
}

function itemsFor({ customers }: Temper, random: Random, lang: Lang): Answers['items'] {
  const texts = Array.from({ length: random.int(1, 2) }, () => random.pick(tasks)(random.pick(customers)[lang])[lang])
  return [...new Set(texts)].map(text => ({ text, done: false }))
}

function wordsFor({ customers }: Temper, random: Random, lang: Lang): Pick<Answers, 'notes' | 'blockers'> {
  const about = random.pick(customers)[lang]
  const remark = random.pick(remarks)(about)[lang]
  const obstacle = random.pick(obstacles)(about)[lang]
  return { notes: random.chance(0.35) ? [remark] : [], blockers: random.chance(0.12) ? [obstacle] : [] }
}

/** Two in the middle of the story, one of them for half a day. */
function absencesOn(days: readonly StoryDay[]): readonly Absence[] {
  const [from, to, half] = [days[7]?.date, days[8]?.date, days[13]?.date]
  if (from === undefined || to === undefined || half === undefined) return []
  return [
    { who: 'sun', leave: { from, to } },
    { who: 'liu', leave: { from: half, to: half, half: 'am' } },
  ]
}

/** Whether somebody is away when they would write: plans are for the morning, reports for the evening. */
function isAway(absences: readonly Absence[], { who, kind, date }: Pick<Act, 'who' | 'kind' | 'date'>): boolean {
  const leaves = absences.filter(absence => absence.who === who).map(({ leave }) => leave)
  return onLeave(leaves, date, kind === 'plan' ? '09:00' : '18:00')
}
