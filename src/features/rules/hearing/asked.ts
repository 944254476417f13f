import type { TeamMember } from '../../team/members.ts'
import { nameIn } from '../../team/name-in.ts'
import { looksLikeQuestion } from '../checks/unanswered.ts'

const at = /[@＠]/gu
/** After a name with which a message begins: what sets it apart, or speaks to its bearer. */
const vocative = /^\s*(?:[,，:：、\s]|你|您|请|麻烦|帮|有没有)/u

/**
 * Members who are called by name in a question, other than the speaker: by a mention, which arrives as the name with an `@`
 * before it, or by the name with which it begins. A name of two people calls neither.
 */
export function askedIn(text: string, members: readonly TeamMember[], speakerId: string): readonly string[] {
  if (!looksLikeQuestion(text)) return []
  const calls = [...text.matchAll(at)].slice(0, mostCalls).map(({ index }) => nameIn(text.slice(index), members).found)
  const first = nameIn(text, members)
  const isWhole = members.some(({ name, aliases }) => [name, ...aliases].includes(first.name))
  if (isWhole && first.name.length > 1 && vocative.test(text.trimStart().slice(first.name.length)))
    calls.push(first.found)
  const ids = calls.flatMap(found => (found.kind === 'one' ? found.member.memberId : []))
  return [...new Set(ids)].filter(id => id !== speakerId)
}

/** Whoever calls more names than that asks nobody in particular. */
const mostCalls = 5
