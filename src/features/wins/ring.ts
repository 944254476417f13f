import { UserError } from '../../base/errors.ts'
import { newId } from '../../base/ids.ts'
import { toLocal } from '../../calendar/zone.ts'
import { image } from '../../content/build.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { keepDrawing } from '../../store/pictures.ts'
import { metricsOf } from '../metrics/catalogue.ts'
import type { Metric } from '../metrics/metric.ts'
import { theMember } from '../team/member-errors.ts'
import type { TeamMember } from '../team/members.ts'
import { hasOpenGroup } from '../team/open-groups.ts'
import { lockMember } from '../team/store.ts'
import { bellDrawing } from './bell-drawing.ts'
import { type Bell, bellContent, bellPictureWords, whyBell } from './bell-words.ts'
import type { WinRequest } from './read-win.ts'
import { insertWin, winsOf } from './store.ts'
import { alreadyRung, type Win } from './win.ts'
import { winSettings } from './win-settings.ts'
import { alreadyRungWords, onlyManagersRingForOthers, rungContent } from './words.ts'

/** A bell that is not heard within so many hours is no news any more. */
const WORTH_HOURS = 12

/**
 * Rings the bell for a deal: the team's groups hear of it at once, and once. It is no entry: what counts is what the report
 * of the day says, which is filled in with it.
 */
export async function ring(
  ctx: MemberContext,
  { who, customer, amount, note }: Extract<WinRequest, { kind: 'ring' }>,
  members: readonly TeamMember[],
): Promise<void> {
  const { tx, team, actor, now, lang } = ctx
  const member = winner(ctx, who, members)
  await lockMember(tx, member.memberId)
  const { date } = toLocal(now, team.zone)
  const today = await winsOf(tx, member.memberId, { from: date, to: date })
  const before = alreadyRung(today, { customer, amount, note })
  if (before) throw new UserError('wins.already-rung', alreadyRungWords(before, team.zone))
  const win: Win = {
    ...{ id: newId(now), teamId: team.id, memberId: member.memberId, customer, amount, note, date },
    ...countedAs(await metricsOf(tx, team.id)),
    ...{ rungBy: actor.personId, rungAt: now },
  }
  await insertWin(tx, win)
  await tellTeam(ctx, { win, name: member.name, by: member.personId === actor.personId ? null : actor.name })
  ctx.emit({
    name: 'deal.won',
    teamId: team.id,
    payload: { winId: win.id, memberId: win.memberId, customer, amount, date },
  })
  const isOwn = member.memberId === actor.memberId
  const { undoMinutes } = winSettings(team)
  const isHeard = await hasOpenGroup(tx, team.id)
  const content = rungContent({ win, today: [...today, win], isOwn, name: member.name, undoMinutes, isHeard }, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'wins.rung' })
}

function winner(
  { actor }: MemberContext,
  who: Extract<WinRequest, { kind: 'ring' }>['who'],
  members: readonly TeamMember[],
): TeamMember {
  const self = members.find(({ memberId }) => memberId === actor.memberId)
  if (!self) throw new Error('an actor is a member and not in the team')
  if (who === null) return self
  const member = theMember(who.found, who.name)
  if (member.memberId !== self.memberId && !atLeast(actor.role, 'manager')) {
    throw new UserError('wins.only-managers', onlyManagersRingForOthers)
  }
  return member
}

/** The metric that counts deals is the first that has money of its own. */
function countedAs(metrics: readonly Metric[]): Pick<Win, 'dealsKey' | 'revenueKey'> {
  const deals = metrics.find(({ key, amountKey }) => key === 'deals' && amountKey !== null)
  const counted = deals ?? metrics.find(({ amountKey }) => amountKey !== null)
  return { dealsKey: counted?.key ?? null, revenueKey: counted?.amountKey ?? null }
}

async function tellTeam({ tx, team, now, say }: MemberContext, rung: Omit<Bell, 'withAmount'>): Promise<void> {
  const { amounts, pictures } = winSettings(team)
  const bell: Bell = { ...rung, withAmount: amounts }
  const ref = pictures ? await keepDrawing(tx, bellDrawing(bell, team.lang), now) : null
  const picture = ref === null ? null : image(ref, bellPictureWords(bell, team.lang))
  const key = bellKey(bell.win)
  say({
    to: { team: team.id },
    content: bellContent(bell, picture, team.lang),
    lane: 'urgent',
    purpose: 'wins.bell',
    key,
    revises: { key, short: null },
    expiresAt: new Date(now.getTime() + WORTH_HOURS * 3_600_000),
    reason: { words: whyBell(bell.by ?? bell.name) },
  })
}

export function bellKey({ id }: Pick<Win, 'id'>): string {
  return `wins.bell:${id}`
}
