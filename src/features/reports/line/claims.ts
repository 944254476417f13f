import { bindBackward, bindForward, type Claim, claimOf, hugs } from './bind.ts'
import { isOtherDay, isPlainBefore, negates } from './lexicon.ts'
import { isSpacedLetter } from './normalise.ts'
import { collectRun, isMoney, type RunItem, type Stream } from './runs.ts'
import { type Stranger, strangerAt } from './strangers.ts'
import type { NameToken, NumberToken } from './tokens.ts'

export interface Claims {
  claims: readonly Claim[]
  strangers: readonly Stranger[]
}

/** The word right before a run. A `stranger` may own the run's first number, or change what it says. */
interface Before {
  stranger: boolean
  glued: boolean
  /** Which numbers of the run it makes doubtful. */
  taints: 'none' | 'first' | 'all'
}

const NOTHING_BEFORE: Before = { stranger: false, glued: false, taints: 'none' }

/** How far behind its name a number is still offered as a guess (拜访华为3次), in characters. */
const GUESS_REACH = 24

/** Finds which numbers belong to which names. Each token is looked at a bounded number of times. */
export function findClaims(stream: Stream): Claims {
  const claims: Claim[] = []
  const strangers: Stranger[] = []
  let unbound: NameToken | null = null
  let index = 0
  while (index < stream.tokens.length) {
    const token = stream.tokens[index]
    if (token?.type !== 'name' && token?.type !== 'number') {
      if (token?.type === 'break' && token.hard) unbound = null
      index += 1
      continue
    }
    const run = collectRun(stream, index)
    const bound = bindRun(run.items, beforeRun(stream, index), isGrownTogether(stream, run.next))
    if (bound.stray) {
      const near = unbound && bound.stray.start - unbound.end <= GUESS_REACH
      const stranger = near ? null : strangerAt(stream, index)
      const further = stranger || near ? null : furtherAmount(claims, run.items)
      if (unbound && near) claims.push(claimOf({ name: unbound, number: bound.stray, doubtful: true }))
      if (further) claims.push(further)
      if (stranger) strangers.push(stranger)
    }
    claims.push(...bound.claims)
    if (bound.unbound || bound.claims.length > 0) unbound = bound.unbound
    index = run.next
  }
  return { claims, strangers }
}

/** 签单1个8万，1个5万: money without a name, behind a count that has amounts, may be one more of them. */
function furtherAmount(claims: readonly Claim[], [item]: readonly RunItem[]): Claim | null {
  const last = claims.at(-1)
  const number = item?.second?.number ?? item?.token
  if (last?.metric.amountKey === undefined || number?.type !== 'number' || !isMoney(number)) return null
  return { ...last, number, amount: null, doubtful: true, start: number.start, end: number.end }
}

function beforeRun({ text, tokens }: Stream, index: number): Before {
  const word = tokens[index - 1]
  const first = tokens[index]
  if (word?.type !== 'word' || first === undefined) return NOTHING_BEFORE
  const typed = text.slice(word.start, word.end)
  const glued = word.end === first.start
  if (isOtherDay(typed)) return { stranger: true, glued, taints: 'all' }
  if (negates(typed, glued)) return { stranger: true, glued, taints: 'first' }
  if (isPlainBefore(typed)) return NOTHING_BEFORE
  // A Chinese word apart is an item of its own (跟进华为 拜访3); an English one may belong to the name (cold calls 5).
  return { stranger: true, glued, taints: glued || isSpacedLetter(typed) ? 'first' : 'none' }
}

/** 2个电话会议 are not two 电话. */
function isGrownTogether({ tokens }: Stream, next: number): boolean {
  const last = tokens[next - 1]
  const word = tokens[next]
  return last?.type === 'name' && word?.type === 'word' && word.start === last.end
}

interface BoundRun {
  claims: readonly Claim[]
  /** The number at the beginning of the run, when no name of it takes that number. */
  stray: NumberToken | null
  /** The name at its end, when it takes no number. */
  unbound: NameToken | null
}

function bindRun(items: readonly RunItem[], before: Before, grownTogether: boolean): BoundRun {
  const [first, second, third] = items
  if (first?.token.type === 'name') {
    // 拜访 3个电话: the number hugs the name behind it, so the first name stands alone.
    const aside =
      items.length % 2 === 1 && second && third && hugs(second, third) && first.token.end < second.token.start
    if (aside) return bindRun(items.slice(1), NOTHING_BEFORE, grownTogether)
    return { ...taint(bindForward(items), before), stray: null }
  }
  const stray = first?.token ?? null
  if (second === undefined) return { claims: [], stray, unbound: null }
  if (startsElsewhere(items, before)) return { ...bindForward(items.slice(1)), stray }
  const claims = bindBackward(items)
  const last = claims.length - 1
  const grown = claims.map((claim, at) => (grownTogether && at === last ? { ...claim, doubtful: true } : claim))
  return { ...taint({ claims: grown, unbound: null }, before), stray: null }
}

/** 演示3 拜访5: the first number belongs to the unknown word before it, not to the name behind it. */
function startsElsewhere([number, name, ...rest]: readonly RunItem[], before: Before): boolean {
  if (!before.stranger || number === undefined || name === undefined || hugs(number, name)) return false
  return rest.length % 2 === 1 || (before.glued && number.token.end < name.token.start)
}

function taint<T extends { claims: readonly Claim[] }>(bound: T, { taints }: Before): T {
  if (taints === 'none') return bound
  const claims = bound.claims.map((claim, at) => (at === 0 || taints === 'all' ? { ...claim, doubtful: true } : claim))
  return { ...bound, claims }
}
