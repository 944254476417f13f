import { type Found, findMember, fold } from '../team/find-member.ts'

/** Somebody of the team or its groups; among the aliases are `name@platform`, to tell apart two of one name. */
export interface Candidate {
  readonly personId: string
  readonly name: string
  readonly aliases: readonly string[]
}

export type TwoMeant =
  | { readonly kind: 'two'; readonly one: Candidate; readonly other: Candidate }
  | { readonly kind: 'same'; readonly name: string }
  /** The half that means nobody, or several. */
  | { readonly kind: 'unclear'; readonly text: string; readonly found: Found<Candidate> }
  | { readonly kind: 'unreadable' }

/**
 * Which two people a text means: two names with `=`, `,`, `、`, `&`, `+`, `和` or `and` between them, else with a space at
 * whichever place makes sense of both halves; or one name that exactly two people have.
 */
export function readTwo(candidates: readonly Candidate[], text: string): TwoMeant {
  const tidy = text.normalize('NFKC').trim()
  if (tidy === '') return { kind: 'unreadable' }
  const marked = tidy.split(/\s*[=,、&+]\s*|\s+(?:和|and)\s+/i).filter(part => part !== '')
  if (marked.length === 2) return decide(candidates, marked[0] ?? '', marked[1] ?? '')
  const namesakes = candidates.filter(({ name }) => fold(name) === fold(tidy))
  if (namesakes.length === 2) return pair(namesakes[0], namesakes[1])
  const words = tidy.split(/\s+/)
  const halves = words.slice(1).map((_, n) => [words.slice(0, n + 1).join(' '), words.slice(n + 1).join(' ')] as const)
  const clear = halves.filter(all => all.every(half => findMember(candidates, half).kind === 'one'))
  const [only] = clear.length === 1 ? clear : halves.length === 1 ? halves : []
  return only ? decide(candidates, only[0], only[1]) : { kind: 'unreadable' }
}

function decide(candidates: readonly Candidate[], left: string, right: string): TwoMeant {
  const [one, other] = [findMember(candidates, left), findMember(candidates, right)]
  if (one.kind !== 'one') return { kind: 'unclear', text: left, found: one }
  if (other.kind !== 'one') return { kind: 'unclear', text: right, found: other }
  return pair(one.member, other.member)
}

function pair(one: Candidate | undefined, other: Candidate | undefined): TwoMeant {
  if (!one || !other) return { kind: 'unreadable' }
  return one.personId === other.personId ? { kind: 'same', name: one.name } : { kind: 'two', one, other }
}
