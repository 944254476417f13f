import { fold } from '../../commands/normalise.ts'
import type { Found } from './find-member.ts'
import { findMember, type TeamMember } from './members.ts'

/** Whom the beginning of a text names, by which of its words, and what follows. */
export interface Named {
  readonly found: Found<TeamMember>
  readonly name: string
  readonly rest: string
}

/** A whole name or alias may be grown together with what follows (张三拜访2); anything shorter is the text's first word. */
export function nameIn(text: string, members: readonly TeamMember[]): Named {
  const plain = text.trim().replace(/^[@＠]\s*/, '')
  const whole = members
    .flatMap(member => [member.name, ...member.aliases])
    .filter(name => beginsWith(plain, name))
    .toSorted((a, b) => b.length - a.length)[0]
  const name = whole === undefined ? (plain.split(/\s/, 1)[0] ?? '') : plain.slice(0, whole.length)
  const rest = plain.slice(name.length).replace(/^[\s:：,，]+/, '')
  return { found: findMember(members, name), name, rest }
}

function beginsWith(text: string, name: string): boolean {
  if (name === '' || fold(text.slice(0, name.length)) !== fold(name)) return false
  return !(/[a-z0-9]$/i.test(name) && /^[a-z0-9]/i.test(text.slice(name.length)))
}
