import { AhoCorasick } from '@monyone/aho-corasick/fast'
import { type Normalised, originalRange, type Range, typed } from '../../../filter/normalise.ts'
import type { Said } from '../said.ts'
import { once } from './once.ts'

/** Where a pattern stands in the message. */
export interface PatternHit extends Range {
  readonly pattern: string
}

/**
 * Patterns as people write them: words, with `*` for anything within a line. No regular expression comes of them: all pieces
 * between the stars are looked for at once, and the few patterns that may be there are followed from left to right, so no
 * pattern and no message can make it slow.
 */
export interface Patterns {
  /** A look for these alone, which must be among all. Answers the first of them that is there. */
  only(texts: readonly string[]): (said: Said) => PatternHit | null
}

interface Pattern {
  readonly text: string
  readonly parts: readonly string[]
  /** The longest of them, without which the pattern is not there. */
  readonly key: string
  readonly isOpen: { readonly before: boolean; readonly after: boolean }
}

export function compilePatterns(all: readonly string[]): Patterns {
  const patterns = new Map([...new Set(all)].flatMap(text => [[text, read(text)] as const]))
  const keys = [...new Set([...patterns.values()].flatMap(pattern => pattern?.key ?? []))]
  const automaton = keys.length === 0 ? null : new AhoCorasick(keys)
  const look = once(text => {
    const plain = typed(text)
    const there = new Set(automaton?.matchInText(plain.plain).map(({ keyword }) => keyword))
    return { plain, there }
  })
  return {
    only(texts) {
      const own = Map.groupBy(
        texts.flatMap(text => patterns.get(text) ?? []),
        pattern => pattern.key,
      )
      return said => {
        const { plain, there } = look(said)
        for (const key of there)
          for (const pattern of own.get(key) ?? []) {
            const range = find(plain, pattern)
            if (range !== null) return { ...range, pattern: pattern.text }
          }
        return null
      }
    },
  }
}

/** Null for one that would be found everywhere: nothing but stars. */
function read(text: string): Pattern | null {
  const plain = typed(text).plain
  const parts = plain.split('*').filter(part => part.trim() !== '')
  const key = parts.toSorted((one, other) => other.length - one.length)[0]
  if (key === undefined) return null
  return { text, parts, key, isOpen: { before: plain.startsWith('*'), after: plain.endsWith('*') } }
}

function find(text: Normalised, pattern: Pattern): Range | null {
  let from = 0
  for (const line of text.plain.split('\n')) {
    const range = findInLine(line, pattern)
    if (range !== null) return originalRange(text, from + range.from, from + range.to)
    from += line.length + 1
  }
  return null
}

function findInLine(line: string, { parts, isOpen }: Pattern): Range | null {
  let begin = -1
  let end = 0
  for (const [n, part] of parts.entries()) {
    const isApart = (at: number) =>
      (n > 0 || isOpen.before || !joins(line, at)) &&
      (n < parts.length - 1 || isOpen.after || !joins(line, at + part.length))
    let at = line.indexOf(part, end)
    while (at >= 0 && !isApart(at)) at = line.indexOf(part, at + 1)
    if (at < 0) return null
    if (n === 0) begin = at
    end = at + part.length
  }
  return { from: begin, to: end }
}

const latin = /[a-z0-9]/

/** Whether a Latin word goes on across that place: `order` is not in `border`. */
function joins(line: string, at: number): boolean {
  return latin.test(line[at - 1] ?? '') && latin.test(line[at] ?? '')
}
