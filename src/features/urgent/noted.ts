import type { MemberContext, TeamContext } from '../../context.ts'
import type { Matter, Verdict, Why } from './matter.ts'

/** That a matter went on because somebody did not take it: to another one, or to everybody's knowledge. */
export interface Escalation {
  readonly matter: Pick<Matter, 'number' | 'severity'>
  /** The member whom it went to; null where nobody was left. */
  readonly to: string | null
  /** Why those before were passed over. */
  readonly passed: readonly Why[]
  /** Whoever is asked is called in their time of rest. */
  readonly resting: boolean
  /** When it really went on: after an outage later than it was due. */
  readonly at: Date
}

/** Keeps it on record, without anybody's words. */
export function noteEscalation(ctx: TeamContext, { matter, to, passed, resting, at }: Escalation): void {
  const { number, severity } = matter
  const minutesLate = Math.round((at.getTime() - ctx.now.getTime()) / 60_000)
  ctx.note({
    ...{ what: 'urgent.escalated', about: to, by: null },
    words: { zh: '紧急事项升级了', en: 'an urgent matter went on to the next' },
    detail: {
      ...{ number, severity, passed: passed.join(', '), resting, toEverybody: to === null },
      ...(minutesLate > 0 && { minutesLate }),
    },
  })
}

/** That somebody let a matter call people in their time of rest. */
export function noteWorsened(ctx: MemberContext, { number, raisedBy }: Matter): void {
  ctx.note({
    ...{ what: 'urgent.worsened', about: raisedBy, by: ctx.actor.personId, detail: { number } },
    words: { zh: '把紧急事项升为特急', en: 'made an urgent matter critical' },
  })
}

/** What a manager found of the calls that a matter made. */
export function noteVerdict(ctx: MemberContext, { number, raisedBy }: Matter, verdict: Verdict): void {
  ctx.note({
    ...{ what: 'urgent.judged', about: raisedBy, by: ctx.actor.personId, detail: { number, verdict } },
    words: { zh: '评了一件特急该不该叫人', en: 'judged whether a critical matter had to call people' },
  })
}
