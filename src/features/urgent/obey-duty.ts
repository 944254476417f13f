import { UserError } from '../../base/errors.ts'
import { toLocal } from '../../calendar/zone.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { withoutAddress } from '../mail/without-address.ts'
import { calledMembers } from '../team/called.ts'
import { membersOf } from '../team/members.ts'
import { requireRole } from '../team/permission.ts'
import { stretchesOf } from './duty.ts'
import { dutiesFrom, insertDuty } from './duty-store.ts'
import { namesOf } from './people-store.ts'
import { isSensible, readDuty, type TypedDuty } from './read-duty.ts'
import { daysWrong, dutyContent, inCircle, nobodyNamed } from './words/duty.ts'

/** So many days are shown, today first. */
const DAYS = 14

/** Answers `/urgent duty …`: shows the list, or sets who is on duty, all of what was typed or nothing. */
export async function obeyDuty(ctx: MemberContext, text: string): Promise<void> {
  if (text.trim() !== '') await setDuty(ctx, text)
  await showDuty(ctx)
}

async function setDuty(ctx: MemberContext, text: string): Promise<void> {
  requireRole(ctx, 'manager')
  const { tx, team, actor, now } = ctx
  const today = toLocal(now, team.zone).date
  const lists = readDuty(text, { members: await calledMembers(tx, team), today })
  if (lists.length === 0) throw new UserError('urgent-duty-empty', nobodyNamed)
  for (const list of lists) check(list, today)
  for (const { days, members } of lists) {
    const memberIds = members.map(({ memberId }) => memberId)
    await insertDuty(tx, { days, memberIds, teamId: team.id, createdBy: actor.memberId, now })
  }
}

function check({ days, members, nobody }: TypedDuty, today: string): void {
  if (members.length === 0 && !nobody) throw new UserError('urgent-duty-empty', nobodyNamed)
  const twice = members.find((one, at) => members.findIndex(({ memberId }) => memberId === one.memberId) !== at)
  if (twice) throw new UserError('urgent-duty-circle', inCircle(twice.name))
  if (days && !isSensible(days, today)) throw new UserError('urgent-duty-days', daysWrong)
}

async function showDuty(ctx: MemberContext): Promise<void> {
  const { tx, team, actor, now, lang } = ctx
  const today = toLocal(now, team.zone).date
  const stretches = stretchesOf(await dutiesFrom(tx, team.id, today), today, DAYS)
  const nameOf = await namesOf(
    tx,
    stretches.flatMap(({ memberIds }) => memberIds),
  )
  const mayChange = atLeast(actor.role, 'manager')
  const here = await membersOf(tx, team)
  const ids = new Set(stretches.flatMap(({ memberIds }) => memberIds))
  const onDuty = here.filter(({ memberId }) => ids.has(memberId))
  // Whether somebody has an address is for them and their managers alone.
  const unmailed = (await withoutAddress(ctx, onDuty)).filter(
    ({ memberId }) => mayChange || memberId === actor.memberId,
  )
  ctx.say({
    to: { reply: 'private' },
    content: dutyContent(
      { stretches, nameOf, isGone: id => !here.some(({ memberId }) => memberId === id), mayChange, unmailed },
      lang,
    ),
    lane: 'reply',
    purpose: 'urgent.duty',
  })
}
