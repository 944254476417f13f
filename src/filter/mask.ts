import { letters, type Range } from './normalise.ts'

/** A range with what may stand in its place; stars when that is not told. */
export interface Maskable extends Range {
  readonly masked?: string
}

/** The text with all of it masked. Where ranges overlap, the whole of them is stars, so that nothing shows through. */
export function mask(text: string, ranges: readonly Maskable[]): string {
  let masked = ''
  let done = 0
  for (const { from, to, masked: instead } of joined(ranges)) {
    masked += text.slice(done, from) + (instead ?? stars(text.slice(from, to)))
    done = to
  }
  return masked + text.slice(done)
}

function joined(ranges: readonly Maskable[]): readonly Maskable[] {
  const all: Maskable[] = []
  for (const range of ranges.toSorted((one, other) => one.from - other.from)) {
    const last = all.at(-1)
    if (last === undefined || last.to <= range.from) all.push(range)
    else all[all.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
  }
  return all
}

/** One for each letter; what was between them goes with them. */
function stars(text: string): string {
  return '*'.repeat(Math.max(1, [...letters(text).plain].length))
}
