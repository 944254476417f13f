import type { LocalDate } from '../../calendar/dates.ts'
import type { Leave } from '../../calendar/leave.ts'
import { readDateRange } from '../../commands/arguments.ts'

/** `who` is null for the one who speaks. */
export type LeaveRequest =
  | { readonly kind: 'list'; readonly who: string | null }
  | { readonly kind: 'take' | 'cancel'; readonly who: string | null; readonly leave: Leave }
  | { readonly kind: 'no-date' }

/** Names have few words; what has more before its date is not understood. */
const NAME_WORDS = 5

/** Reads what follows `/leave`: nothing, days, a name and days, each of them after `cancel` too. */
export function readLeaveRequest(text: string, today: LocalDate): LeaveRequest {
  const plain = text.normalize('NFKC').trim()
  const cancel = /^(?:cancel(?!\p{L})|取消|销假)\s*/iu.exec(plain)
  const words = plain.slice(cancel?.[0].length ?? 0)
  if (words === '') return cancel ? { kind: 'no-date' } : { kind: 'list', who: null }
  const tokens = words.split(/\s+/)
  for (let at = 0; at < Math.min(tokens.length, NAME_WORDS + 1); at++) {
    const range = readDateRange(tokens.slice(at).join(' '), today)
    if (range === null) continue
    const who = at === 0 ? null : tokens.slice(0, at).join(' ')
    return { kind: cancel ? 'cancel' : 'take', who, leave: range }
  }
  return cancel ? { kind: 'no-date' } : { kind: 'list', who: words }
}
