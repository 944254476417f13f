import type { Lang, Words } from '../../base/words.ts'
import type { Role } from '../../context.ts'

const names: Readonly<Record<Role, Words>> = {
  guest: { zh: '访客', en: 'guest' },
  rep: { zh: '销售', en: 'rep' },
  lead: { zh: '组长', en: 'lead' },
  manager: { zh: '经理', en: 'manager' },
  admin: { zh: '管理员', en: 'admin' },
}

export function roleName(role: Role, lang: Lang): string {
  return names[role][lang]
}

/** A role that a member can have. */
export type MemberRole = Exclude<Role, 'guest'>

const spellings: ReadonlyMap<string, MemberRole> = new Map([
  ['rep', 'rep'],
  ['销售', 'rep'],
  ['代表', 'rep'],
  ['成员', 'rep'],
  ['lead', 'lead'],
  ['leader', 'lead'],
  ['组长', 'lead'],
  ['manager', 'manager'],
  ['经理', 'manager'],
  ['主管', 'manager'],
  ['admin', 'admin'],
  ['管理员', 'admin'],
])

export function readRole(text: string): MemberRole | null {
  return spellings.get(text.normalize('NFKC').trim().toLowerCase()) ?? null
}
