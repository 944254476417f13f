import { toLocal } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import { events } from '../events.ts'
import { isSwitchedOff } from './account-store.ts'
import { managersOf, membersOf } from './members.ts'
import { heirOf } from './roster.ts'
import { dismiss, lockTeam, updateMember } from './store.ts'
import { switchedOffWords, whySwitchedOff } from './words/accounts.ts'

/**
 * Whose account was switched off leaves the team from today, unless another account of theirs works; the managers are
 * told. Of the last admin somebody else takes over, for a team is never without one.
 */
export async function endSwitchedOff(ctx: TeamContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const { tx, team, now } = ctx
  const { memberId } = events['member.switched-off'].parse(payload)
  await lockTeam(tx, team.id)
  const members = await membersOf(tx, team)
  const member = members.find(one => one.memberId === memberId)
  if (member === undefined || !(await isSwitchedOff(tx, member.personId))) return
  const on = toLocal(now, team.zone).date
  const heir = heirOf(members, memberId)
  if (heir !== null) await updateMember(tx, heir.memberId, { role: 'admin' })
  await dismiss(tx, member, on, 'switched-off')
  ctx.emit({ name: 'member.left', teamId: team.id, payload: { memberId, because: 'switched-off' } })
  for (const manager of await managersOf(tx, team)) {
    ctx.say({
      to: { person: manager.personId },
      content: switchedOffWords(manager.lang, { member, heir }),
      lane: 'nudge',
      purpose: 'team.switched-off',
      key: `team.switched-off:${memberId}:${on}:${manager.memberId}`,
      reason: { words: whySwitchedOff, facts: { memberId } },
    })
  }
}
