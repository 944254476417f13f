import { AhoCorasick } from '@monyone/aho-corasick/fast'
import { bySound } from './by-sound.ts'
import type { Candidate, Doubt, Found, Search, Sought } from './candidate.ts'
import { chosen } from './choose.ts'
import { type Fault, faultOf } from './faults.ts'
import { letters, type Normalised, originalRange, type Range } from './normalise.ts'
import { otherSpellings } from './other-spellings.ts'
import type { Sounds } from './sounds.ts'
import { standIns } from './stand-ins.ts'
import { howItStands, isAmongFigures, ownGaps } from './stands.ts'
import { type Action, faultOfSize, faultOfWord, merge, type WordList } from './word-list.ts'

export interface Hit extends Range {
  /** As the list has it. */
  readonly word: string
  /** Of what is doubtful it is `review`, whatever the list has. */
  readonly action: Action
  readonly suggestion?: string
  readonly doubt: Doubt | null
}

export interface Filter {
  /** How many words it looks for. */
  readonly size: number
  /**
   * Where the words are in the original text, from its start. Of hits that overlap, one: what is certain, then the sternest,
   * then the longest, then the first.
   */
  find(text: string): readonly Hit[]
}

export interface Compiled {
  /** Null when there are more words than we take. */
  readonly filter: Filter | null
  /** Words that cannot be looked for, and were left out. */
  readonly faults: readonly Fault[]
}

/**
 * Costs some 100 ms for ten thousand words: keep it for as long as the list stays as it is. With `sounds` words of Han are
 * looked for by their sound, too; what is certain stays the same.
 */
export function compile(list: WordList, sounds: Sounds | null = null): Compiled {
  const tooMany = faultOfSize(list)
  if (tooMany !== null) return { filter: null, faults: [tooMany] }
  const faults = [...list.entries.map(({ word }) => word), ...list.allowed].flatMap(word => faultOfWord(word) ?? [])
  const { entries, allowed } = merge({
    entries: list.entries.filter(({ word }) => faultOfWord(word) === null),
    allowed: list.allowed.filter(word => faultOfWord(word) === null),
  })
  const sought = new Map<string, Sought>()
  for (const entry of entries) sought.set(letters(entry.word).plain, { entry, gaps: ownGaps(letters(entry.word)) })
  for (const word of allowed) {
    const key = letters(word).plain
    if (sought.has(key)) faults.push(faultOf('listed-and-allowed'))
    sought.set(key, { entry: null, gaps: ownGaps(letters(word)) })
  }
  const searches = [standIns(sought), ...(sounds === null ? [] : [bySound(sought, sounds)])]
  return { filter: { size: entries.length, find: finder(sought, searches) }, faults }
}

/** How a word is spelled that is looked for by its letters. */
interface Spelling extends Sought {
  readonly isOther: boolean
}

function finder(sought: ReadonlyMap<string, Sought>, searches: readonly Search[]): Filter['find'] {
  const spellings = new Map<string, Spelling>()
  for (const [plain, known] of sought) spellings.set(plain, { ...known, isOther: false })
  for (const [plain, known] of sought)
    for (const other of otherSpellings(plain))
      if (!spellings.has(other)) spellings.set(other, { ...known, isOther: true })
  const automaton = new AhoCorasick([...spellings.keys()])
  return text => {
    const normalised = letters(text)
    const candidates = bySpelling(normalised, automaton, spellings)
    for (const search of searches) for (const found of search(normalised)) candidates.push(placed(normalised, found))
    return candidates.length === 0 ? none : hitsOf(normalised, candidates)
  }
}

const none: readonly Hit[] = []

function bySpelling(text: Normalised, automaton: AhoCorasick, spellings: ReadonlyMap<string, Spelling>): Candidate[] {
  const candidates: Candidate[] = []
  for (const { begin, end, keyword } of automaton.matchInText(text.plain)) {
    const known = spellings.get(keyword)
    if (known === undefined || (known.isOther && isAmongFigures(text, begin, end))) continue
    const stands = howItStands(text, begin, end, known.gaps)
    if (stands !== 'apart')
      candidates.push({ begin, end, entry: known.entry, doubt: stands === 'torn' ? 'torn' : null })
  }
  return candidates
}

/** With its place among the letters, so that all that was found can be compared. */
function placed({ starts }: Normalised, { from, to, entry, doubt }: Found): Candidate {
  return { begin: firstFrom(starts, from), end: firstFrom(starts, to), entry, doubt, range: { from, to } }
}

/** Of places in their order, the first that is not before this one. */
function firstFrom(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

function hitsOf(text: Normalised, candidates: readonly Candidate[]): readonly Hit[] {
  return chosen(candidates, text.plain.length).map(({ begin, end, entry, doubt, range }) => ({
    ...(range ?? originalRange(text, begin, end)),
    ...entry,
    action: doubt === null ? entry.action : 'review',
    doubt,
  }))
}
