import { addDays, mondayOf } from '../../calendar/dates.ts'
import { toInstant, toLocal } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import { quietOf } from '../nudges/quiet-of.ts'
import { leavesOf } from '../team/leaves.ts'
import { memberById, membersOf, type TeamMember } from '../team/members.ts'
import { dutyOf, stretchesOf } from './duty.ts'
import { dutiesFrom } from './duty-store.ts'
import { chainOf, type Rung } from './ladder.ts'
import type { Days } from './matter.ts'
import { callsSince, switchedOff } from './people-store.ts'
import { urgentSettings } from './urgent-settings.ts'

/** As far ahead as leaves and duties are looked at. Days. */
const AHEAD = 31

/** A rung with its member. */
export interface Asked extends Rung {
  readonly member: TeamMember
}

/** Who would be asked at that moment, in order; and until when the duty list is the same. */
export async function readChain(ctx: Scene, at: Date): Promise<{ chain: readonly Asked[]; until: Date }> {
  const { tx, team } = ctx
  const { date } = toLocal(at, team.zone)
  const current = await membersOf(tx, team)
  const duties = await dutiesFrom(tx, team.id, date)
  const duty = dutyOf(duties, date)
  const [stretch] = stretchesOf(duties, date, AHEAD)
  const order = chainOf(duty?.memberIds ?? [], current)
  const members = [...current, ...(await gone(tx, order, current))]
  const places = order.flatMap(({ memberId, post }) => {
    const member = members.find(one => one.memberId === memberId)
    return member ? [{ member, post, duty: post === 'duty' ? (duty?.days ?? null) : null }] : []
  })
  const until = toInstant(addDays(stretch?.to ?? date, 1), '00:00', team.zone)
  return { chain: await rungsOf(ctx, places, at), until }
}

/** How it stands with one member; null for nobody that we know. */
export async function readOne(ctx: Scene, memberId: string, at: Date): Promise<Asked | null> {
  const member = await memberById(ctx.tx, memberId)
  if (member === null) return null
  const [rung] = await rungsOf(ctx, [{ member, post: 'duty', duty: null }], at)
  return rung ?? null
}

type Scene = Pick<TeamContext, 'tx' | 'team'>

/** A few queries, however many there are. */
async function rungsOf(
  { tx, team }: Scene,
  places: readonly (Pick<Asked, 'member' | 'post'> & { readonly duty: Days | null })[],
  at: Date,
): Promise<readonly Asked[]> {
  const { zone } = team
  const { date } = toLocal(at, zone)
  const personIds = places.map(({ member }) => member.personId)
  const memberIds = places.map(({ member }) => member.memberId)
  const quiet = await quietOf(tx, team, personIds, at)
  const off = await switchedOff(tx, personIds)
  const leaves = await leavesOf(tx, memberIds, date, addDays(date, AHEAD))
  const called = await callsSince(tx, personIds, toInstant(mondayOf(date), '00:00', zone))
  const { restCalls } = urgentSettings(team)
  return places.map(({ member, post, duty }) => {
    const { memberId, personId, calendar } = member
    const { hours, until: quietUntil } = quiet(personId)
    return {
      ...{ memberId, post, member, leaves: leaves.get(memberId) ?? [] },
      gone: member.leftOn !== null ? 'left' : off.has(personId) ? 'switched-off' : null,
      rest: { zone, calendar, hours, quietUntil, duty },
      callsLeft: restCalls - (called.get(personId) ?? 0),
    }
  })
}

/** Those on the duty list who are not in the team any more. */
async function gone(
  tx: TeamContext['tx'],
  order: readonly { readonly memberId: string }[],
  current: readonly TeamMember[],
): Promise<readonly TeamMember[]> {
  const missing = order.filter(({ memberId }) => !current.some(one => one.memberId === memberId))
  const found: TeamMember[] = []
  for (const { memberId } of missing) {
    const member = await memberById(tx, memberId)
    if (member) found.push(member)
  }
  return found
}
