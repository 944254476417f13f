import { toLocal } from '../../calendar/zone.ts'
import type { Content } from '../../content/content.ts'
import type { Reason, Team, TeamContext } from '../../context.ts'
import { leavesOf } from '../team/leaves.ts'
import type { TeamMember } from '../team/members.ts'
import { type Decision, decide, earliest, type Held, type Situation } from './budget.ts'
import { heldWords } from './held-words.ts'
import { nudgeSettings } from './nudge-settings.ts'
import { isRecorded, lockPerson, ownHours, quietUntil, recordNudge, spentOn } from './store.ts'

/** Something that we would like to say to a member unasked. */
export interface NudgeRequest {
  readonly member: TeamMember
  /** What it is about, as `feature.what`. */
  readonly kind: string
  readonly content: Content
  /** Why it is said, for `/why`. */
  readonly reason: Reason
  /** When it is of no use any more. */
  readonly expiresAt: Date
  /** The same key is decided once: asked for again it neither counts nor speaks. */
  readonly key: string
  /** What the caller knows to make it needless; it is still recorded, so that `/why` can tell. */
  readonly needless?: Held | undefined
}

/**
 * The only way to speak to a member unasked: by the manners of `budget.ts`, and with a record either way. Answers what was
 * decided, or null when that key was decided before.
 */
export async function nudge(ctx: TeamContext, request: NudgeRequest): Promise<Decision | null> {
  const { tx, now } = ctx
  const { member, key } = request
  await lockPerson(tx, member.personId)
  if (await isRecorded(tx, key)) return null
  const situation = await situationOf(ctx, member, request.kind, now)
  const needless = request.needless ?? whetherRetired(ctx.team, request.kind)
  const decision: Decision = needless ? { say: false, held: needless } : decide(situation)
  await recordNudge(tx, { ...recordOf(ctx, request), ...whatCame(decision, request.reason, situation.zone) })
  if (decision.say) speak(ctx, request, decision.until)
  return decision
}

function whetherRetired(team: Team, kind: string): Held | undefined {
  return nudgeSettings(team).retired.some(retired => retired === kind) ? { kind: 'retired' } : undefined
}

/** The order in which all jobs nudge people: each nudge locks its person, and nobody must wait in a circle. */
export function byPerson(one: Pick<TeamMember, 'personId'>, other: Pick<TeamMember, 'personId'>): number {
  return one.personId < other.personId ? -1 : 1
}

/** How things stand for a member at that moment. */
export async function situationOf(
  { tx, team }: Pick<TeamContext, 'tx' | 'team'>,
  { memberId, personId, calendar }: TeamMember,
  kind: string,
  now: Date,
): Promise<Situation> {
  const { zone } = team
  const { date } = toLocal(now, zone)
  const { perDay, quiet } = nudgeSettings(team)
  const leaves = await leavesOf(tx, [memberId], date, date)
  return {
    ...{ now, zone, calendar, perDay },
    leaves: leaves.get(memberId) ?? [],
    hours: (await ownHours(tx, personId)) ?? quiet,
    quietUntil: await quietUntil(tx, personId, kind, now),
    spent: await spentOn(tx, personId, date),
  }
}

function recordOf({ now, team }: TeamContext, { member, kind, key }: NudgeRequest) {
  const { memberId, personId } = member
  return { key, teamId: team.id, memberId, personId, kind, date: toLocal(now, team.zone).date, at: now }
}

function whatCame(decision: Decision, reason: Reason, zone: string): { sent: boolean; reason: Reason } {
  if (decision.say) return { sent: true, reason }
  const { held } = decision
  return { sent: false, reason: { words: heldWords(held, zone), facts: { ...reason.facts, held: held.kind } } }
}

function speak(ctx: TeamContext, { member, kind, content, reason, expiresAt, key }: NudgeRequest, until: Date): void {
  ctx.say({
    to: { person: member.personId },
    content,
    lane: 'nudge',
    purpose: kind,
    key,
    expiresAt: earliest(expiresAt, until),
    reason,
  })
}
