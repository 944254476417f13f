import type { Candidate } from './candidate.ts'
import { actions } from './word-list.ts'

export type Listed = Candidate & { readonly entry: NonNullable<Candidate['entry']> }

/** Of those that overlap, one: what is certain, then the sternest, the longest, the first. What is allowed covers any. */
export function chosen(candidates: readonly Candidate[], length: number): readonly Listed[] {
  return oneOfEach(withoutAllowed(candidates), length)
}

function withoutAllowed(candidates: readonly Candidate[]): Listed[] {
  // For each begin of an allowed word how far the longest reaches, so that a flood of both stays cheap.
  const reach = new Map<number, number>()
  for (const { begin, end, entry, doubt } of candidates)
    if (entry === null && doubt === null) reach.set(begin, Math.max(end, reach.get(begin) ?? 0))
  const isListed = (one: Candidate): one is Listed => one.entry !== null
  const listed = candidates.filter(isListed)
  if (reach.size === 0) return listed
  const allowed = [...reach].sort(([one], [other]) => one - other)
  const inOrder = listed.sort((one, other) => one.begin - other.begin)
  let next = 0
  let farthest = 0
  return inOrder.filter(({ begin, end }) => {
    for (let range = allowed[next]; range !== undefined && range[0] <= begin; range = allowed[++next])
      farthest = Math.max(farthest, range[1])
    return farthest < end
  })
}

function oneOfEach(candidates: readonly Listed[], length: number): readonly Listed[] {
  const rank = ({ entry, doubt }: Listed) => (doubt === null ? actions.indexOf(entry.action) : actions.length)
  const size = ({ begin, end }: Listed) => end - begin
  const best = candidates.toSorted(
    (one, other) => rank(one) - rank(other) || size(other) - size(one) || one.begin - other.begin,
  )
  const taken = new Uint8Array(length)
  const kept = best.filter(({ begin, end }) => {
    // What was taken before ranks higher and may be shorter: every letter counts.
    if (taken.subarray(begin, end).includes(1)) return false
    taken.fill(1, begin, end)
    return true
  })
  return kept.sort((one, other) => one.begin - other.begin)
}
