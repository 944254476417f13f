import { type Leave, onLeave } from '../../calendar/leave.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { Role } from '../../context.ts'
import type { Severity, Why } from './matter.ts'
import { afterWaking, isResting, type Rest, wakesAt } from './rest.ts'

/** As what somebody is asked. */
export type Post = 'duty' | 'lead' | 'manager' | 'admin'

/** Who is asked, in which order: those on duty, then leads, managers and admins; everybody once, the earliest place holds. */
export function chainOf(
  duty: readonly string[],
  members: readonly { readonly memberId: string; readonly role: Role }[],
): readonly { readonly memberId: string; readonly post: Post }[] {
  const ofRole = (role: 'lead' | 'manager' | 'admin') =>
    members.filter(member => member.role === role).map(({ memberId }) => ({ memberId, post: role }))
  const all = [
    ...duty.map(memberId => ({ memberId, post: 'duty' as const })),
    ...ofRole('lead'),
    ...ofRole('manager'),
    ...ofRole('admin'),
  ]
  return all.filter((one, at) => all.findIndex(({ memberId }) => memberId === one.memberId) === at)
}

/** Somebody in the chain, and all on which it depends whether they may be asked now. */
export interface Rung {
  readonly memberId: string
  readonly post: Post
  /** Why they cannot be asked any more, whatever the time. */
  readonly gone: 'left' | 'switched-off' | null
  readonly leaves: readonly Leave[]
  readonly rest: Rest
  /** How often they may still be called in their time of rest this week. */
  readonly callsLeft: number
}

export interface Climb<R extends Rung = Rung> {
  /** Everybody once, in order. */
  readonly chain: readonly R[]
  /** Who was asked or passed over before, and whoever raised it. */
  readonly done: ReadonlySet<string>
  readonly now: Date
  readonly severity: Severity
  /** How long whoever is asked has to answer. */
  readonly minutes: number
}

/** What is to be done now: ask somebody and give them until then, ask nobody before then, or tell that all were asked. */
export type Next<R extends Rung = Rung> =
  | { readonly kind: 'ask'; readonly rung: R; readonly resting: boolean; readonly until: Date }
  | { readonly kind: 'wait'; readonly until: Date }
  | { readonly kind: 'end' }

export interface Passed {
  readonly memberId: string
  readonly why: Why
}

/**
 * Goes up the chain from where it stands. Whoever cannot be asked is passed over for good; one who rests is waited for, unless
 * it is critical: then they are called, as often in a week as is allowed, and passed over beyond that.
 */
export function climb<R extends Rung>({
  chain,
  done,
  now,
  severity,
  minutes,
}: Climb<R>): {
  readonly passed: readonly Passed[]
  readonly next: Next<R>
} {
  const passed: Passed[] = []
  for (const rung of chain) {
    if (done.has(rung.memberId)) continue
    const verdict = consider(rung, now, severity)
    if (verdict.kind === 'pass') passed.push({ memberId: rung.memberId, why: verdict.why })
    else if (verdict.kind === 'wait') return { passed, next: verdict }
    else return { passed, next: { ...verdict, rung, until: deadline(rung, { now, severity, minutes }) } }
  }
  return { passed, next: { kind: 'end' } }
}

type Verdict =
  | { readonly kind: 'ask'; readonly resting: boolean }
  | { readonly kind: 'wait'; readonly until: Date }
  | { readonly kind: 'pass'; readonly why: Why }

function consider({ gone, leaves, rest, callsLeft }: Rung, now: Date, severity: Severity): Verdict {
  if (gone !== null) return { kind: 'pass', why: gone }
  if (isAway(leaves, now, rest)) return { kind: 'pass', why: 'on-leave' }
  if (!isResting(rest, now)) return { kind: 'ask', resting: false }
  if (severity === 'critical')
    return callsLeft > 0 ? { kind: 'ask', resting: true } : { kind: 'pass', why: 'calls-spent' }
  const until = wakesAt(rest, now)
  if (until === null) return { kind: 'pass', why: 'never-there' }
  return isAway(leaves, until, rest) ? { kind: 'pass', why: 'on-leave' } : { kind: 'wait', until }
}

function isAway(leaves: readonly Leave[], at: Date, { zone }: Rest): boolean {
  const { date, time } = toLocal(at, zone)
  return onLeave(leaves, date, time)
}

/** What is critical runs by the clock on the wall. */
function deadline({ rest }: Rung, { now, severity, minutes }: Pick<Climb, 'now' | 'severity' | 'minutes'>): Date {
  return severity === 'critical' ? new Date(now.getTime() + minutes * 60_000) : afterWaking(rest, now, minutes)
}
