import { newId } from '../../../base/ids.ts'
import type { TeamContext } from '../../../context.ts'
import { events } from '../../events.ts'
import { memberById } from '../../team/members.ts'
import { rewardSettings } from '../reward-settings.ts'
import { earnedContent, forContest, forKudos, whyEarned } from '../words/points.ts'
import { changePoints } from './ledger.ts'

type Payload = Readonly<Record<string, unknown>>

/** Each winner of a contest gets points for it, once. */
export async function earnByContest(ctx: TeamContext, payload: Payload): Promise<void> {
  const { contestId, name, memberIds } = events['contest.won'].parse(payload)
  const { contestPoints } = rewardSettings(ctx.team)
  const reason = forContest(name, ctx.team.lang)
  for (const memberId of memberIds)
    await earn(ctx, { memberId, delta: contestPoints, reason, source: `contest:${contestId}:${memberId}` })
}

/** Each who was thanked gets points for it, once. */
export async function earnByKudos(ctx: TeamContext, payload: Payload): Promise<void> {
  const { batchId, receiverIds } = events['kudos.given'].parse(payload)
  const { kudosPoints } = rewardSettings(ctx.team)
  const reason = forKudos[ctx.team.lang]
  for (const memberId of receiverIds)
    await earn(ctx, { memberId, delta: kudosPoints, reason, source: `kudos:${batchId}:${memberId}` })
}

interface Earned {
  readonly memberId: string
  readonly delta: number
  readonly reason: string
  readonly source: string
}

/** Tells the member in private, where it is the first time. */
async function earn(ctx: TeamContext, { memberId, delta, reason, source }: Earned): Promise<void> {
  const { tx, team, now } = ctx
  if (!rewardSettings(team).points || delta === 0) return
  const member = await memberById(tx, memberId)
  if (member === null || member.teamId !== team.id || member.leftOn !== null) return
  const change = { teamId: team.id, memberId, delta, reason, source, by: null, at: now }
  if ((await changePoints(tx, change)) !== 'done') return
  ctx.say({
    to: { person: member.personId },
    content: earnedContent({ delta, reason, by: null }, member.lang),
    lane: 'digest',
    purpose: 'rewards.earned',
    key: `rewards.earned:${source}`,
    reason: { words: whyEarned },
  })
}

/** For what a person does by hand: every time is a time of its own. */
export function ownSource(kind: 'manager' | 'redeem', now: Date): string {
  return `${kind}:${newId(now)}`
}
