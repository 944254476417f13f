import { type MemberRole, readRole } from './role-names.ts'

/** One thing to do with a member. */
export type MemberChange =
  | { readonly kind: 'role'; readonly role: MemberRole }
  | { readonly kind: 'rename' | 'add-alias' | 'remove-alias'; readonly name: string }
  /** In the words of `/settings calendar`, or `team` for the team's own. */
  | { readonly kind: 'calendar'; readonly text: string }
  | { readonly kind: 'remove'; readonly isConfirmed: boolean }

export type MemberRequest =
  | { readonly kind: 'list' }
  | { readonly kind: 'add'; readonly who: string }
  | { readonly kind: 'show'; readonly who: string }
  | { readonly kind: 'change'; readonly who: string; readonly change: MemberChange }
  | { readonly kind: 'unreadable'; readonly part: string }

/** Reads what follows `/member`: nothing, a name, `add` and a name, or a name and one change (`role=manager`, `alias=小张`, `remove` …). */
export function readMemberRequest(text: string): MemberRequest {
  const tokens = text
    .normalize('NFKC')
    .split(/\s+/)
    .filter(token => token !== '')
  if (tokens.length === 0) return { kind: 'list' }
  const [first = '', ...others] = tokens
  if (others.length > 0 && /^(?:add|添加)$/i.test(first)) return { kind: 'add', who: others.join(' ') }
  const at = tokens.findIndex(startsChange)
  if (at === -1) return { kind: 'show', who: tokens.join(' ') }
  const part = tokens.slice(at).join(' ')
  const change = readChange(part)
  if (at === 0 || change === null) return { kind: 'unreadable', part }
  return { kind: 'change', who: tokens.slice(0, at).join(' '), change }
}

const verbs: ReadonlyMap<string, 'calendar' | 'remove'> = new Map([
  ['calendar', 'calendar'],
  ['日历', 'calendar'],
  ['remove', 'remove'],
  ['移除', 'remove'],
])

function startsChange(token: string): boolean {
  return token.includes('=') || verbs.has(token.toLowerCase())
}

const keys: ReadonlyMap<string, 'role' | 'rename' | 'add-alias' | 'remove-alias'> = new Map([
  ['role', 'role'],
  ['角色', 'role'],
  ['name', 'rename'],
  ['名字', 'rename'],
  ['姓名', 'rename'],
  ['alias', 'add-alias'],
  ['别名', 'add-alias'],
  ['unalias', 'remove-alias'],
  ['去掉别名', 'remove-alias'],
])

function readChange(part: string): MemberChange | null {
  const [first = '', ...others] = part.split(' ')
  const rest = others.join(' ')
  switch (verbs.get(first.toLowerCase())) {
    case 'calendar':
      return { kind: 'calendar', text: rest }
    case 'remove':
      return rest === '' || isConfirmation(rest) ? { kind: 'remove', isConfirmed: rest !== '' } : null
    default:
      return readPair(part)
  }
}

function readPair(part: string): MemberChange | null {
  const at = part.indexOf('=')
  const kind = keys.get(part.slice(0, at).trim().toLowerCase())
  const value = part.slice(at + 1).trim()
  if (kind === undefined || value === '') return null
  if (kind !== 'role') return { kind, name: value }
  const role = readRole(value)
  return role && { kind, role }
}

/** What somebody types to say a second time that they mean it. */
export function isConfirmation(text: string): boolean {
  return /^(?:confirm|yes|确认|确定)$/i.test(text.normalize('NFKC').trim())
}
