import type { Role } from '../../context.ts'
import { theMember } from '../team/member-errors.ts'
import type { TeamMember } from '../team/members.ts'
import { nameIn } from '../team/name-in.ts'
import { readRole } from '../team/role-names.ts'
import type { Audience } from './notice.ts'

/** Whom a notice is for, and which members these are now. */
export interface Addressed {
  readonly audience: Audience
  readonly members: readonly TeamMember[]
}

const everybody = /^(?:|@?(?:all|everybody|everyone|team)|the team|@?(?:所有人|全部|全体|全员|大家|每个人))$/i

/**
 * Reads `所有人`, `组长、经理`, `leads`, `张三、李四`; roles beside names stand for those who have them now. Throws UserError for
 * somebody who is not in the team.
 */
export function readAudience(typed: string, members: readonly TeamMember[]): Addressed {
  const said = typed.trim()
  if (everybody.test(said.normalize('NFKC'))) return { audience: { kind: 'everybody' }, members }
  const parts = said
    .split(/[、，,;；+]|\s和\s|\band\b/)
    .map(part => part.trim())
    .filter(part => part !== '')
  const roles = parts.map(roleNamed).filter(role => role !== null)
  const named = parts.filter(part => roleNamed(part) === null).flatMap(part => membersIn(part, members))
  const chosen = members.filter(({ memberId, role }) => named.includes(memberId) || roles.includes(role))
  if (named.length > 0) return { audience: { kind: 'members' }, members: chosen }
  return { audience: { kind: 'roles', roles: [...new Set(roles)] }, members: chosen }
}

function roleNamed(word: string): Role | null {
  const plain = word.replace(/^[@＠]/, '')
  return readRole(plain) ?? readRole(plain.replace(/(?:s|们)$/i, ''))
}

/** Names may also stand side by side with nothing but a space or `@` between them. */
function membersIn(text: string, members: readonly TeamMember[]): readonly string[] {
  const ids: string[] = []
  for (let rest = text; rest !== ''; ) {
    const named = nameIn(rest, members)
    ids.push(theMember(named.found, named.name).memberId)
    rest = named.rest
  }
  return ids
}
