import { UserError } from '../../base/errors.ts'
import type { Found } from './find-member.ts'

/** The one member whom a text means; whoever typed it is told when that is nobody or several. */
export function theMember<M extends { readonly name: string }>(found: Found<M>, text: string): M {
  if (found.kind === 'one') return found.member
  const shown = text.slice(0, 40)
  if (found.kind === 'several') {
    const names = found.members.map(member => member.name)
    throw new UserError('team.member-ambiguous', {
      zh: `“${shown}”可能是 ${names.join('、')}，请写全名或别名。`,
      en: `"${shown}" may be ${names.join(' or ')}; please write the whole name or an alias.`,
    })
  }
  const { nearest } = found
  throw new UserError('team.member-unknown', {
    zh: `团队里没有“${shown}”。${nearest ? `是 ${nearest.name} 吗？` : '用 /member 看名单。'}`,
    en: `There is no "${shown}" in the team. ${nearest ? `Do you mean ${nearest.name}?` : 'See /member for who is.'}`,
  })
}

export function lastAdmin(): UserError {
  return new UserError('team.last-admin', {
    zh: '这是唯一的管理员。请先把另一位成员设为管理员：/member 名字 role=admin',
    en: 'This is the only admin. Make somebody else an admin first: /member NAME role=admin',
  })
}

export function nameTaken(name: string, holder: string): UserError {
  return new UserError('team.name-taken', {
    zh: `“${name}”已经是 ${holder} 的名字或别名。`,
    en: `"${name}" is a name or alias of ${holder} already.`,
  })
}

/** For a button that outlived the membership that it is about. */
export function memberGone(): UserError {
  return new UserError('team.member-gone', {
    zh: '这位成员已经不在团队里了。',
    en: 'This member is not in the team any more.',
  })
}
