import type { TeamContext } from '../../context.ts'
import { events } from '../events.ts'
import type { Command } from '../feature.ts'
import { decide } from '../nudges/budget.ts'
import { situationOf } from '../nudges/nudge.ts'
import { memberById, type TeamMember } from '../team/members.ts'
import { nextMorning } from './first-week.ts'
import { daysOf, goOn, WEEK_JOB, welcome } from './steps.ts'
import { addNewcomer, foundedAt, hasReported } from './store.ts'
import { welcomeSettings } from './welcome-settings.ts'
import { groupWelcome, whyInGroup } from './words.ts'

/** Those who were found to be there when a team was made are not new; the group was told how it goes. */
const FOUNDING_MS = 24 * 3_600_000

/** Somebody joined: if they are new here, their first week begins. */
export async function meetNewcomer(
  ctx: TeamContext,
  payload: Readonly<Record<string, unknown>>,
  catalogue: readonly Command[],
): Promise<void> {
  const { tx, team, now } = ctx
  const { memberId, how } = events['member.joined'].parse(payload)
  const member = await memberById(tx, memberId)
  if (!member || member.leftOn !== null || (await hasReported(tx, memberId))) return
  if (how === undefined && now.getTime() - (await foundedAt(tx, team.id)).getTime() < FOUNDING_MS) return
  const { alone, inGroup } = welcomeSettings(team)
  const newcomer = { memberId, teamId: team.id, joinedAt: now, next: alone ? 'welcome' : 'over', nextAt: null } as const
  if (!(await addNewcomer(tx, newcomer))) return
  if (inGroup) sayInGroup(ctx, member)
  if (!alone) return
  if (how === 'came' || (await mayBeToldNow(ctx, member))) return welcome(ctx, newcomer, member, catalogue)
  const days = await daysOf(ctx, member)
  await goOn(ctx, newcomer, 'welcome', days, nextMorning(now, days))
}

async function mayBeToldNow(ctx: TeamContext, member: TeamMember): Promise<boolean> {
  return decide(await situationOf(ctx, member, WEEK_JOB, ctx.now)).say
}

function sayInGroup(ctx: TeamContext, { memberId: id, name }: TeamMember): void {
  const { team } = ctx
  ctx.say({
    ...{
      to: { team: team.id },
      content: groupWelcome({ id, name }, team.lang),
      lane: 'digest',
      purpose: 'welcome.group',
    },
    ...{ key: `welcome.group:${id}`, forAnybody: true, reason: { words: whyInGroup } },
  })
}
