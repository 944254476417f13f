import type { LocalDate } from '../../calendar/dates.ts'
import { readDate } from '../../commands/arguments.ts'
import { findMetric, type Metric } from '../metrics/metric.ts'

/** Something to do so that things get better. */
export interface Task {
  readonly id: string
  readonly teamId: string
  /** Whose improvement it is. */
  readonly memberId: string
  readonly ownerId: string
  /** The member who set it. */
  readonly setBy: string
  readonly words: string
  readonly dueOn: LocalDate
  /** What it is to move. */
  readonly metricKey: string | null
  readonly startedOn: LocalDate
  readonly doneOn: LocalDate | null
  readonly droppedOn: LocalDate | null
}

const LONGEST = 200

/** What a typed task says. `dueOn` is null where no day can be read. */
export interface TaskReading {
  readonly words: string
  readonly dueOn: LocalDate | null
  readonly metric: Metric | null
  /** Who is to do it, as it was typed. */
  readonly owner: string | null
}

/** Reads `每天多打5个电话 12月15日前 看 电话 负责=李伟` and `call five more by 12-15 metric calls owner=Li Wei`. */
export function readTask(text: string, metrics: readonly Metric[], today: LocalDate): TaskReading {
  const { rest: withoutOwner, found: owner } = cut(text.normalize('NFKC'), /\s(?:负责人?|owner)\s*[=:]\s*(.+)$/i)
  const { rest, found: named } = cut(withoutOwner, /\s(?:看|指标|metric)\s*[=:]?\s*(\S+(?: \S+)?)\s*$/i)
  const metric = named === null ? null : findMetric(metrics, named)
  // What names no metric is part of the task.
  const words = (named !== null && metric === null ? withoutOwner : rest).split(/\s+/).filter(word => word !== '')
  const at = words.findLastIndex(word => dayIn(word, today) !== null)
  const isBy = /^(?:by|before|till|until|截止|到)$/i.test(words[at - 1] ?? '')
  const left = at < 0 ? words : words.toSpliced(isBy ? at - 1 : at, isBy ? 2 : 1)
  return {
    words: left.join(' ').slice(0, LONGEST),
    dueOn: at < 0 ? null : dayIn(words[at] ?? '', today),
    ...{ metric, owner },
  }
}

function dayIn(word: string, today: LocalDate): LocalDate | null {
  const day = word.replace(/(?:之前|以前|前|为止|截止)$/, '').replace(/^(?:截止|到)/, '')
  // A day with its year may be over: whoever typed it is told so, instead of that it is none.
  return readDate(day, today, 'ahead') ?? readDate(day, today)
}

function cut(text: string, pattern: RegExp): { readonly rest: string; readonly found: string | null } {
  const match = pattern.exec(text)
  return match === null
    ? { rest: text, found: null }
    : { rest: text.slice(0, match.index), found: (match[1] ?? '').trim() }
}

/** Whether the owner of an open task hears of it today: the workday before, the day itself, and then once a week. */
export function isReminderDay(
  dueOn: LocalDate,
  { today, nextWorkday, daysOver }: { today: LocalDate; nextWorkday: LocalDate | null; daysOver: number },
): boolean {
  if (dueOn > today) return nextWorkday !== null && dueOn <= nextWorkday
  return dueOn === today || daysOver % 7 === 0
}
