interface Named {
  readonly name: string
  readonly aliases: readonly string[]
}

export type Found<M> =
  | { readonly kind: 'one'; readonly member: M }
  | { readonly kind: 'several'; readonly members: readonly M[] }
  | { readonly kind: 'none'; readonly nearest?: M }

/**
 * Whom a text means: a whole name or alias, else the beginning of one (surname, 小 …). Width, case, spaces and a leading
 * `@` make no difference. Never guesses between two people.
 */
export function findMember<M extends Named>(members: readonly M[], text: string): Found<M> {
  const wanted = fold(text)
  if (wanted === '') return { kind: 'none' }
  const exact = members.filter(member => namesOf(member).includes(wanted))
  if (exact.length > 0) return oneOrSeveral(exact)
  const beginning = members.filter(member => namesOf(member).some(name => name.startsWith(wanted)))
  if (beginning.length > 0) return oneOrSeveral(beginning)
  const nearest = nearestTo(members, wanted)
  return nearest ? { kind: 'none', nearest } : { kind: 'none' }
}

/** The name as it is compared. */
export function fold(text: string): string {
  return text.normalize('NFKC').trim().replace(/^@/, '').replace(/\s+/g, ' ').toLowerCase()
}

function namesOf(member: Named): readonly string[] {
  return [member.name, ...member.aliases].map(fold)
}

function oneOrSeveral<M>(members: readonly M[]): Found<M> {
  const [member, ...others] = members
  return member && others.length === 0 ? { kind: 'one', member } : { kind: 'several', members }
}

/** Somebody whose name shares at least half of its letters with the text, in order; the longest such run wins. */
function nearestTo<M extends Named>(members: readonly M[], wanted: string): M | undefined {
  const scored = members.map(member => ({
    member,
    score: Math.max(...namesOf(member).map(it => likeness(it, wanted))),
  }))
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (top, one) => (top && top.score >= one.score ? top : one),
    undefined,
  )
  return best && best.score >= 0.5 ? best.member : undefined
}

/** The share of letters, 0 to 1, that two texts have in common in the same order. */
function likeness(a: string, b: string): number {
  const left = [...a].slice(0, 40)
  const right = [...b].slice(0, 40)
  let row = new Array<number>(right.length + 1).fill(0)
  for (const letter of left) {
    const next = [0]
    for (const [at, other] of right.entries()) {
      const same = letter === other ? (row[at] ?? 0) + 1 : 0
      next.push(Math.max(same, row[at + 1] ?? 0, next[at] ?? 0))
    }
    row = next
  }
  return (row.at(-1) ?? 0) / Math.max(left.length, right.length)
}
