import { UserError } from '../../base/errors.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { answer } from './answer.ts'
import { readCalendar } from './calendar-input.ts'
import { lastAdmin, memberGone, nameTaken } from './member-errors.ts'
import type { MemberChange } from './member-request.ts'
import { membersOf, type TeamMember } from './members.ts'
import type { MemberRole } from './role-names.ts'
import { decideDeparture, decideRole, holderOf } from './roster.ts'
import { NAME_LIMIT } from './setup-input.ts'
import { dismiss, lockTeam, updateMember } from './store.ts'
import { askRemovalWords, memberChangedWords, removedWords } from './words/members.ts'

/** Does one thing with a member, for an admin. A removal must be confirmed. */
export async function changeMember(ctx: MemberContext, memberId: string, change: MemberChange): Promise<void> {
  await lockTeam(ctx.tx, ctx.team.id)
  const members = await membersOf(ctx.tx, ctx.team)
  const member = members.find(one => one.memberId === memberId)
  if (member === undefined) throw memberGone()
  switch (change.kind) {
    case 'role':
      return await setRole(ctx, members, member, change.role)
    case 'remove':
      return await remove(ctx, members, member, change.isConfirmed)
    case 'calendar':
      return await setCalendar(ctx, member, change.text)
    case 'rename':
    case 'add-alias':
    case 'remove-alias':
      return await setNames(ctx, members, member, change)
  }
}

type Members = readonly TeamMember[]

async function setRole(ctx: MemberContext, members: Members, member: TeamMember, role: MemberRole): Promise<void> {
  const decision = decideRole(members, member, role)
  if (decision.kind === 'last-admin') throw lastAdmin()
  if (decision.kind === 'change') await updateMember(ctx.tx, member.memberId, { role })
  answer(ctx, 'team.member-changed', memberChangedWords(ctx.lang, { ...member, role }))
}

async function remove(ctx: MemberContext, members: Members, member: TeamMember, isConfirmed: boolean): Promise<void> {
  switch (decideDeparture(members, member.memberId, isConfirmed)) {
    case 'last-admin':
      throw lastAdmin()
    case 'ask':
      return answer(ctx, 'team.remove-member', askRemovalWords(ctx.lang, member))
    case 'go':
      await dismiss(ctx.tx, member, toLocal(ctx.now, ctx.team.zone).date, 'removed')
      ctx.emit({
        name: 'member.left',
        teamId: member.teamId,
        payload: { memberId: member.memberId, because: 'removed' },
      })
      return answer(ctx, 'team.member-removed', removedWords(ctx.lang, member))
  }
}

async function setCalendar(ctx: MemberContext, member: TeamMember, text: string): Promise<void> {
  const asTeam = /^(?:team|团队)$/i.test(text.trim())
  const reading = asTeam ? null : readCalendar(text, member.calendar)
  if (reading?.ok === false) throw new UserError('team.calendar-unreadable', reading.words)
  await updateMember(ctx.tx, member.memberId, { calendar: reading?.calendar ?? null })
  const calendar = reading?.calendar ?? ctx.team.calendar
  answer(ctx, 'team.member-changed', memberChangedWords(ctx.lang, { ...member, calendar }))
}

type NameChange = Extract<MemberChange, { readonly name: string }>

async function setNames(ctx: MemberContext, members: Members, member: TeamMember, change: NameChange): Promise<void> {
  const { kind, name } = change
  if ([...name].length > NAME_LIMIT) throw nameTooLong()
  const holder = kind === 'remove-alias' ? undefined : holderOf(members, name, member.memberId)
  if (holder) throw nameTaken(name, holder.name)
  const others = member.aliases.filter(alias => alias !== name)
  const changed = {
    rename: { name, aliases: member.aliases },
    'add-alias': { name: member.name, aliases: [...others, name] },
    'remove-alias': { name: member.name, aliases: others },
  }[kind]
  await updateMember(ctx.tx, member.memberId, changed)
  answer(ctx, 'team.member-changed', memberChangedWords(ctx.lang, { ...member, ...changed }))
}

function nameTooLong(): UserError {
  return new UserError('team.name-too-long', {
    zh: `名字最多 ${NAME_LIMIT} 个字。`,
    en: `A name may have up to ${NAME_LIMIT} characters.`,
  })
}
