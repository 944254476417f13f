import { readMobile } from '../../base/mobile.ts'
import { type Found, findMember, fold } from '../team/find-member.ts'
import type { Candidate } from './candidates.ts'

export type TwoMeant =
  /** `byNumber`: at least one of them was not named. */
  | { readonly kind: 'two'; readonly one: Candidate; readonly other: Candidate; readonly byNumber: boolean }
  | { readonly kind: 'same'; readonly name: string }
  /** The half that means nobody, or several. */
  | { readonly kind: 'unclear'; readonly text: string; readonly found: Found<Candidate> }
  /** A mobile number by which no two can be told; its last figures, and how many have it besides whoever is named. */
  | { readonly kind: 'number'; readonly tail: string; readonly holders: 'nobody' | 'one' | 'many' }
  | { readonly kind: 'unreadable' }

/** `+` is between two names, unless a number begins with it. */
const between = /\s*(?:[=,、&]|\+(?!\d))\s*|\s+(?:和|and)\s+/i

/**
 * Which two people a text means: two names with `=`, `,`, `、`, `&`, `+`, `和` or `and` between them, else with a space at
 * whichever place makes sense of both halves; or one name that exactly two people have. A mobile number is as good as a name.
 */
export function readTwo(candidates: readonly Candidate[], text: string): TwoMeant {
  const tidy = text.normalize('NFKC').trim()
  if (tidy === '') return { kind: 'unreadable' }
  const marked = tidy.split(between).filter(part => part !== '')
  if (marked.length === 2) return decide(candidates, marked[0] ?? '', marked[1] ?? '')
  const whole = readHalf(candidates, tidy)
  if (whole.number !== null) return ofOneNumber(whole.found, whole.number)
  const namesakes = candidates.filter(({ name }) => fold(name) === fold(tidy))
  if (namesakes.length === 2) return pair(namesakes[0], namesakes[1])
  const words = tidy.split(/\s+/)
  const all = words
    .slice(1)
    .map((_, n) => decide(candidates, words.slice(0, n + 1).join(' '), words.slice(n + 1).join(' ')))
  const clear = all.filter(({ kind }) => kind === 'two' || kind === 'same')
  const numbers = all.filter(({ kind }) => kind === 'number')
  const only = [clear, all, numbers].find(({ length }) => length === 1)
  return only?.[0] ?? { kind: 'unreadable' }
}

/** Two names that mean these two and nobody else; their ids where no names do. */
export function namesFor(candidates: readonly Candidate[], one: Candidate, other: Candidate): string {
  const names = [one, other].map(who => {
    const all = [who.name, ...who.aliases]
    return all.find(name => isOne(readHalf(candidates, name).found, who)) ?? who.personId
  })
  const meant = readTwo(candidates, names.join(' = '))
  const isSure = meant.kind === 'two' && meant.one === one && meant.other === other && !meant.byNumber
  return (isSure ? names : [one.personId, other.personId]).join(' = ')
}

/** One of the two, by a name, an id or a mobile number. */
interface Half {
  readonly text: string
  readonly number: string | null
  readonly found: Found<Candidate>
}

/** Of numbers there are no nearly right ones. What looks like a number may also be the id of an account. */
function readHalf(candidates: readonly Candidate[], text: string): Half {
  const byId = candidates.find(({ personId }) => personId === text)
  if (byId) return { text, number: null, found: { kind: 'one', member: byId } }
  const number = readMobile(text)
  if (number === null) return { text, number, found: findMember(candidates, text) }
  const holders = candidates.filter(
    ({ accounts, aliases }) => accounts.some(({ mobile }) => mobile === number) || aliases.includes(text),
  )
  return { text, number, found: foundAmong(holders) }
}

function foundAmong(people: readonly Candidate[]): Found<Candidate> {
  const [member, ...others] = people
  if (member === undefined) return { kind: 'none' }
  return others.length === 0 ? { kind: 'one', member } : { kind: 'several', members: people }
}

function isOne(found: Found<Candidate>, who: Candidate): boolean {
  return found.kind === 'one' && found.member === who
}

function decide(candidates: readonly Candidate[], left: string, right: string): TwoMeant {
  const halves = [readHalf(candidates, left), readHalf(candidates, right)] as const
  const byNumber = halves.some(({ number }) => number !== null)
  const [one, other] = byNumber ? [besides(halves[0], halves[1]), besides(halves[1], halves[0])] : halves
  // As it was before: who is left would tell whose the number is.
  if (one.found.kind !== 'one') return unclear(halves[0])
  if (other.found.kind !== 'one') return unclear(halves[1])
  const meant = pair(one.found.member, other.found.member, byNumber)
  return meant.kind === 'same' && byNumber ? numberOf(one.number ?? other.number ?? '', 'one') : meant
}

/** Somebody and a number that they have, too, mean whoever else has it; a name and the number of one who has it, the other. */
function besides(half: Half, { found }: Half): Half {
  if (half.found.kind !== 'several' || found.kind !== 'one') return half
  return { ...half, found: foundAmong(half.found.members.filter(it => it !== found.member)) }
}

function unclear({ text, number, found }: Half): TwoMeant {
  if (number === null) return { kind: 'unclear', text, found }
  return numberOf(number, found.kind === 'none' ? 'nobody' : 'many')
}

function ofOneNumber(found: Found<Candidate>, number: string): TwoMeant {
  if (found.kind !== 'several') return numberOf(number, found.kind === 'none' ? 'nobody' : 'one')
  return found.members.length === 2 ? pair(found.members[0], found.members[1], true) : numberOf(number, 'many')
}

function numberOf(number: string, holders: 'nobody' | 'one' | 'many'): TwoMeant {
  return { kind: 'number', tail: number.slice(-4), holders }
}

function pair(one: Candidate | undefined, other: Candidate | undefined, byNumber = false): TwoMeant {
  if (!one || !other) return { kind: 'unreadable' }
  return one.personId === other.personId ? { kind: 'same', name: one.name } : { kind: 'two', one, other, byNumber }
}
