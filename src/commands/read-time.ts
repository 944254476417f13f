import { partings, tidy, withoutSpaces } from './tidy.ts'

/** Wall clock times as `HH:mm`. When `to` is earlier than `from`, the span goes on after midnight. */
export interface TimeSpan {
  readonly from: string
  readonly to: string
}

/** Reads `8:30`, `0830`, `8点半`, `下午5点`, `5pm` and their like as `HH:mm`; null for anything else, a lone `8` too. */
export function readTime(text: string): string | null {
  const said = parseTime(tidy(text))
  return said === null || said.vague ? null : clockTime(said, said.part)
}

/** Reads `8:30-17:00`, `晚上10点到早上8点`, `2-5pm`; a part of the day said once holds for both ends if it can. */
export function readTimeSpan(text: string): TimeSpan | null {
  for (const [first, second] of partings(tidy(text))) {
    const from = parseTime(first)
    const to = parseTime(second)
    if (from !== null && to !== null && !(from.vague && to.vague)) return joinSpan(from, to)
  }
  return null
}

type Part = 'night' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'am' | 'pm'

interface SaidTime {
  readonly part: Part | null
  readonly hour: number
  readonly minute: number
  /** Only a number: an hour beside a time that is said in full, else anything. */
  readonly vague: boolean
}

const parts = new Map<string, Part>([
  ['凌晨', 'night'],
  ...['早上', '早晨', '清晨', '上午', '早'].map(word => [word, 'morning'] as const),
  ['中午', 'noon'],
  ['下午', 'afternoon'],
  ...['傍晚', '晚上', '晚'].map(word => [word, 'evening'] as const),
  ['am', 'am'],
  ['pm', 'pm'],
])

const named = new Map<string, SaidTime>([
  ...['中午', '正午', 'noon'].map(word => [word, { part: null, hour: 12, minute: 0, vague: false }] as const),
  ...['午夜', 'midnight'].map(word => [word, { part: null, hour: 0, minute: 0, vague: false }] as const),
])

const form =
  /^(?<part>凌晨|早上|早晨|清晨|上午|早|中午|下午|傍晚|晚上|晚)?(?<hour>\d{1,2})(?<clock>:(?<minute>\d{2})|[点时](?:(?<minutes>\d{1,2})分?|(?<half>半)|(?<quarters>[13])刻|整|钟)?)?(?<ampm>am|pm)?$/

function parseTime(text: string): SaidTime | null {
  const said = withoutSpaces(text)
    .replace(/([ap])\.m\.?$/, '$1m')
    .replace(/^(\d{2})(\d{2})$/, '$1:$2')
  const known = named.get(said)
  if (known !== undefined) return known
  const groups = form.exec(said)?.groups
  if (groups === undefined) return null
  const part = parts.get(groups['part'] ?? groups['ampm'] ?? '') ?? null
  const vague = part === null && groups['clock'] === undefined
  return { part, hour: Number(groups['hour']), minute: minuteOf(groups), vague }
}

function minuteOf(groups: Readonly<Record<string, string | undefined>>): number {
  if (groups['half'] !== undefined) return 30
  if (groups['quarters'] !== undefined) return 15 * Number(groups['quarters'])
  return Number(groups['minute'] ?? groups['minutes'] ?? 0)
}

function clockTime({ hour, minute }: SaidTime, part: Part | null): string | null {
  const onClock = hourOnClock(hour, part)
  if (onClock === null || minute > 59) return null
  return `${String(onClock).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** 0 to 23; null for an hour that the part of the day does not have. */
function hourOnClock(hour: number, part: Part | null): number | null {
  if (hour > 23) return null
  switch (part) {
    case null:
      return hour
    case 'night':
    case 'am':
      return hour > 12 ? null : hour % 12
    case 'morning':
      return hour > 12 ? null : hour
    case 'noon':
      return hour < 3 ? 12 + hour : hour < 11 || hour > 14 ? null : hour
    case 'afternoon':
    case 'pm':
      return hour === 0 ? null : hour < 12 ? hour + 12 : hour
    case 'evening':
      return hour === 0 || hour === 12 ? 0 : hour < 12 ? hour + 12 : hour
  }
}

function joinSpan(first: SaidTime, second: SaidTime): TimeSpan | null {
  const plainFrom = clockTime(first, first.part)
  const sharedFrom = first.part ?? second.part
  const plainTo = clockTime(second, second.part)
  const to = laterOf(clockTime(second, second.part ?? first.part), plainFrom) ?? plainTo
  const from = earlierOf(clockTime(first, sharedFrom), to) ?? plainFrom
  return from === null || to === null || from === to ? null : { from, to }
}

function laterOf(time: string | null, than: string | null): string | null {
  return time !== null && than !== null && time > than ? time : null
}

function earlierOf(time: string | null, than: string | null): string | null {
  return time !== null && than !== null && time < than ? time : null
}
