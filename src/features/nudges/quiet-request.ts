import { readTimeSpan } from '../../commands/arguments.ts'
import type { QuietHours } from './quiet-hours.ts'

/** What somebody wants who types `/quiet …`. */
export type QuietRequest =
  | { readonly kind: 'show' | 'today' | 'off' | 'unclear' }
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'hours'; readonly hours: QuietHours }

const DAY_MINUTES = 1440

/** Reads `30`, `2 小时`, `1h`, `今天`, `21:00-08:00`, `off`. Quiet asked for at once lasts a day at most. */
export function readQuietRequest(text: string): QuietRequest {
  const said = text.normalize('NFKC').trim().toLowerCase()
  if (said === '') return { kind: 'show' }
  if (/^(?:today|not today|今天|今日|今天不再提醒)$/.test(said)) return { kind: 'today' }
  if (/^(?:off|none|关|关闭|取消|解除)$/.test(said)) return { kind: 'off' }
  const minutes = readMinutes(said)
  if (minutes !== null)
    return minutes >= 1 && minutes <= DAY_MINUTES ? { kind: 'minutes', minutes } : { kind: 'unclear' }
  const hours = readTimeSpan(said)
  return hours ? { kind: 'hours', hours } : { kind: 'unclear' }
}

/** Null for what is no length of time. */
function readMinutes(said: string): number | null {
  if (/^半个?小时$/.test(said)) return 30
  const [, number, unit = 'm'] =
    /^(\d{1,4}(?:\.5)?) ?(m|mins?|minutes?|分|分钟|h|hours?|hrs?|小时|个小时)?$/.exec(said) ?? []
  if (number === undefined) return null
  return Math.round(Number(number) * (/^(?:h|小时|个小时)/.test(unit) ? 60 : 1))
}
