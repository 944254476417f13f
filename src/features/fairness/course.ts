import { DAY_MS } from '../../calendar/dates.ts'

/** How far we have come with one habit of a member. */
export interface Standing {
  readonly firstShown: Date
  readonly lastShown: Date
  /** When the managers were told; null while they were not. */
  readonly managerTold: Date | null
}

export type Step = 'begin' | 'show-again' | 'tell-managers' | 'wait'

/** The member hears of the same habit at most so often. */
const SHOW_EVERY_DAYS = 7
/** Not noticed for so long, it is over; noticed later it is a new one, and the member is again the first to hear of it. */
const OVER_AFTER_DAYS = 28

/** Whether a habit that was shown at `lastShown` and noticed on since may still be going on. */
export function isOver(lastSeen: Date, now: Date): boolean {
  return now.getTime() - lastSeen.getTime() > OVER_AFTER_DAYS * DAY_MS
}

/**
 * What follows when a habit is noticed. `isGoingOn`: what was reported since the member first heard of it shows it by itself.
 * The member is always the first to hear; managers hear once, and only of what goes on after so many days.
 */
export function nextStep(
  standing: Standing | null,
  { now, isGoingOn, persistDays }: { readonly now: Date; readonly isGoingOn: boolean; readonly persistDays: number },
): Step {
  if (standing === null) return 'begin'
  const since = (moment: Date) => (now.getTime() - moment.getTime()) / DAY_MS
  if (standing.managerTold === null && isGoingOn && since(standing.firstShown) >= persistDays) return 'tell-managers'
  return isGoingOn && since(standing.lastShown) >= SHOW_EVERY_DAYS ? 'show-again' : 'wait'
}
