import { UserError } from '../../base/errors.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { answer } from './answer.ts'
import { readCalendar } from './calendar-input.ts'
import { lastAdmin, nameTaken } from './member-errors.ts'
import type { MemberChange } from './member-request.ts'
import { membersOf, type TeamMember } from './members.ts'
import { decideDeparture, decideRole, holderOf } from './roster.ts'
import { NAME_LIMIT } from './setup-input.ts'
import { dismiss, lockTeam, updateMember } from './store.ts'
import { askRemovalWords, memberChangedWords, removedWords } from './words/members.ts'

/** Does one thing with a member, for an admin. A removal must be confirmed. */
export async function changeMember(ctx: MemberContext, member: TeamMember, change: MemberChange): Promise<void> {
  await lockTeam(ctx.tx, ctx.team.id)
  switch (change.kind) {
    case 'role':
      return await setRole(ctx, member, change.role)
    case 'remove':
      return await remove(ctx, member, change.isConfirmed)
    case 'calendar':
      return await setCalendar(ctx, member, change.text)
    case 'rename':
    case 'add-alias':
    case 'remove-alias':
      return await setNames(ctx, member, change)
  }
}

async function setRole(ctx: MemberContext, member: TeamMember, role: Extract<MemberChange, { kind: 'role' }>['role']) {
  const decision = decideRole(await membersOf(ctx.tx, ctx.team), member, role)
  if (decision.kind === 'last-admin') throw lastAdmin()
  if (decision.kind === 'change') await updateMember(ctx.tx, member.memberId, { role })
  answer(ctx, 'team.member-changed', memberChangedWords(ctx.lang, { ...member, role }))
}

async function remove(ctx: MemberContext, member: TeamMember, isConfirmed: boolean): Promise<void> {
  switch (decideDeparture(await membersOf(ctx.tx, ctx.team), member.memberId, isConfirmed)) {
    case 'last-admin':
      throw lastAdmin()
    case 'ask':
      return answer(ctx, 'team.remove-member', askRemovalWords(ctx.lang, member))
    case 'go':
      await dismiss(ctx.tx, member, toLocal(ctx.now, ctx.team.zone).date)
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

async function setNames(
  ctx: MemberContext,
  member: TeamMember,
  change: Extract<MemberChange, { readonly name: string }>,
): Promise<void> {
  const { kind, name } = change
  if ([...name].length > NAME_LIMIT) throw nameTooLong()
  const holder =
    kind === 'remove-alias' ? undefined : holderOf(await membersOf(ctx.tx, ctx.team), name, member.memberId)
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
