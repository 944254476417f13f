import { UserError } from '../../../base/errors.ts'
import { atLeast, type MemberContext } from '../../../context.ts'
import { theMember } from '../../team/member-errors.ts'
import { findMember, membersOf, type TeamMember } from '../../team/members.ts'
import { requireRole } from '../../team/permission.ts'
import { giveUnclear, MOST_POINTS, notEnough, reasonNeeded, tooManyPoints } from '../refusals.ts'
import { requirePoints } from '../reward-settings.ts'
import { earnedContent, gaveContent, ledgerContent, whyEarned } from '../words/points.ts'
import { ownSource } from './earn.ts'
import { balanceOf, changePoints, ledgerOf } from './ledger.ts'

/** Answers `/points`: one's own ledger; for a manager also somebody's, and `@张三 +10 原因`. */
export async function obeyPoints(ctx: MemberContext, text: string): Promise<void> {
  requirePoints(ctx.team)
  const said = text.normalize('NFKC').trim()
  if (said === '') return showLedger(ctx, { memberId: ctx.actor.memberId, name: ctx.actor.name })
  requireRole(ctx, 'manager')
  const gift = readGift(said)
  const member = theMember(findMember(await membersOf(ctx.tx, ctx.team), gift?.who ?? said), gift?.who ?? said)
  if (gift === null) return showLedger(ctx, member)
  return give(ctx, member, gift)
}

interface Gift {
  readonly who: string
  readonly delta: number
  readonly reason: string
}

const LONGEST_REASON = 200

/** `@张三 +10 带新人`; null where no number is said. Throws UserError for one that is no gift. */
function readGift(said: string): Gift | null {
  const [, who = '', sign = '', digits = '', rest = ''] =
    /^(.*?)\s*([+＋−-])\s*(\d[\d.,万亿kw]*)(.*)$/is.exec(said) ?? []
  if (sign === '') {
    if (/\s\d+(\s|$)/.test(said)) throw new UserError('points-unclear', giveUnclear)
    return null
  }
  const points = /^\d{1,6}$/.test(digits) ? Number(digits) : Number.NaN
  if (who === '') throw new UserError('points-unclear', giveUnclear)
  if (!(points >= 1 && points <= MOST_POINTS)) throw new UserError('points-too-many', tooManyPoints(digits))
  const reason = rest.replace(/^\s*(?:分|points?|pts?)(?=\s|$)/i, '').trim()
  if (reason === '' || [...reason].length > LONGEST_REASON) throw new UserError('points-reason', reasonNeeded)
  return { who, delta: sign === '+' ? points : -points, reason }
}

async function give(ctx: MemberContext, member: TeamMember, { delta, reason }: Gift): Promise<void> {
  const { tx, team, now, actor, lang } = ctx
  const { memberId, personId, name } = member
  const source = ownSource('manager', now)
  const done = await changePoints(tx, { teamId: team.id, memberId, delta, reason, source, by: actor.personId, at: now })
  const balance = await balanceOf(tx, memberId)
  if (done === 'too-few') throw new UserError('points-too-few', notEnough(name, balance))
  answer(ctx, gaveContent({ name, delta, reason, balance }, lang))
  if (personId === actor.personId) return
  ctx.say({
    to: { person: personId },
    content: earnedContent({ delta, reason, by: actor.name }, member.lang),
    lane: 'digest',
    purpose: 'rewards.earned',
    key: `rewards.earned:${source}`,
    reason: { words: whyEarned },
  })
}

const MOST_LINES = 20

async function showLedger(
  ctx: MemberContext,
  { memberId, name }: Pick<TeamMember, 'memberId' | 'name'>,
): Promise<void> {
  const { tx, team, lang, actor } = ctx
  const balance = await balanceOf(tx, memberId)
  const lines = await ledgerOf(tx, memberId, MOST_LINES)
  const own = memberId === actor.memberId
  answer(
    ctx,
    ledgerContent(
      { name: own ? null : name, balance, lines, manages: atLeast(actor.role, 'manager') },
      team.zone,
      lang,
    ),
  )
}

function answer(ctx: MemberContext, content: ReturnType<typeof gaveContent>): void {
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'rewards.points' })
}
