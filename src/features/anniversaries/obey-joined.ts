import { UserError } from '../../base/errors.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { toLocal } from '../../calendar/zone.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { calledMembers } from '../team/called.ts'
import { theMember } from '../team/member-errors.ts'
import type { TeamMember } from '../team/members.ts'
import { nameIn } from '../team/name-in.ts'
import { anniversarySettings } from './anniversary-settings.ts'
import { readStart, type StartRequest } from './read-days.ts'
import {
  askedContent,
  declinedWords,
  nothingToAgree,
  onlyManagersForOthers,
  proposedContent,
  startContent,
  startOffContent,
  startUnclear,
  whyAsked,
} from './start-words.ts'
import { keepDays, ownDaysOf } from './store.ts'

/** Keeps when somebody began at the company. A manager may propose it for another; the person alone decides. */
export async function obeyJoined(ctx: MemberContext, text: string): Promise<void> {
  const today = toLocal(ctx.now, ctx.team.zone).date
  const own = readStart(text, today)
  if (own.kind !== 'unclear') return obeyOwn(ctx, own, today)
  const { member, rest } = await memberNamed(ctx, text)
  const request = readStart(rest, today)
  if (member.memberId === ctx.actor.memberId) return obeyOwn(ctx, request, today)
  if (!atLeast(ctx.actor.role, 'manager')) throw new UserError('anniversaries.only-managers', onlyManagersForOthers)
  if (request.kind !== 'set') throw unclear(request.kind)
  await propose(ctx, member, request.date, today)
}

async function memberNamed(ctx: MemberContext, text: string): Promise<{ member: TeamMember; rest: string }> {
  const said = text.trim().replace(/^(?:替|for\s+)\s*/i, '')
  const { found, name, rest } = nameIn(said, await calledMembers(ctx.tx, ctx.team))
  const isName = found.kind !== 'none' || /^[@＠]/.test(said)
  if (!isName) throw unclear('unclear')
  return { member: theMember(found, name), rest }
}

async function obeyOwn(ctx: MemberContext, request: StartRequest, today: LocalDate): Promise<void> {
  const { tx, team, actor, lang } = ctx
  const { greetAt } = anniversarySettings(team)
  const who = { memberId: actor.memberId, teamId: team.id }
  const days = await ownDaysOf(tx, actor.memberId)
  const answer = (content: ReturnType<typeof startOffContent>): void =>
    ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'anniversaries.joined' })
  switch (request.kind) {
    case 'show':
      return answer(startContent(days, greetAt, lang))
    case 'off':
      await keepDays(tx, who, { startedOn: null, startedSince: null, startState: 'off', startDeclined: true })
      return answer(startOffContent(lang))
    case 'agree': {
      if (!days?.startedOn) throw new UserError('anniversaries.nothing-to-agree', nothingToAgree)
      const agreed = { startState: 'agreed', startedSince: today, startDeclined: false } as const
      await keepDays(tx, who, agreed)
      return answer(startContent({ ...days, ...agreed }, greetAt, lang))
    }
    case 'set': {
      const agreed = {
        startedOn: request.date,
        startState: 'agreed',
        startedSince: today,
        startDeclined: false,
      } as const
      await keepDays(tx, who, agreed)
      return answer(startContent(agreed, greetAt, lang))
    }
    default:
      throw unclear(request.kind)
  }
}

/** Nothing is greeted before the person has said yes; who has said no is not asked again. */
async function propose(ctx: MemberContext, member: TeamMember, date: LocalDate, today: LocalDate): Promise<void> {
  const { tx, team, actor, lang } = ctx
  const { memberId } = member
  const days = await ownDaysOf(tx, memberId)
  if (days?.startDeclined) throw new UserError('anniversaries.declined', declinedWords(member.name))
  const isAgreed = days?.startState === 'agreed' && days.startedOn === date
  if (!isAgreed) {
    await keepDays(tx, { memberId, teamId: team.id }, { startedOn: date, startState: 'proposed', startedSince: today })
    ctx.say({
      to: { person: member.personId },
      content: askedContent(actor.name, date, member.lang),
      lane: 'nudge',
      purpose: 'anniversaries.asked',
      key: `anniversaries.asked:${memberId}:${date}`,
      reason: { words: whyAsked(actor.name) },
    })
  }
  const content = proposedContent(member.name, date, isAgreed, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'anniversaries.joined' })
}

function unclear(kind: StartRequest['kind']): UserError {
  return new UserError('anniversaries.joined-unclear', startUnclear(kind))
}
