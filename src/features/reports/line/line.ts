import type { Claim } from './bind.ts'
import { type Claims, findClaims } from './claims.ts'
import { judgeClaim, type Verdict } from './judge.ts'
import { fold } from './normalise.ts'
import type { LineOptions, LineReading, Span, Unknown } from './reading.ts'
import { CLAUSE_END, gaps, type Range, remarksIn, SEMICOLON, saysNone } from './remarks.ts'
import { cutSections, type Section } from './sections.ts'
import { settle } from './settle.ts'
import { tokenise } from './tokens.ts'
import { indexNames, type NameIndex, type Vocabulary } from './vocabulary.ts'

/** What the sections of a line gave, before duplicates are seen. */
interface Gathered {
  verdicts: Verdict[]
  unknowns: Unknown[]
  notes: string[]
  blockers: string[]
}

/**
 * Reads what a person typed behind `/plan` or `/report`: numbers with the names of `vocabulary` in any order and script,
 * notes, and blockers. Only a number right beside its name is a value; what is less clear becomes an ask, an unknown or a
 * guess, and all other words are kept as notes. Any text is accepted; offsets are those of `text`.
 */
export function readLine(text: string, vocabulary: Vocabulary, options: LineOptions = {}): LineReading {
  const folded = fold(text)
  const names = indexNames(vocabulary)
  const gathered: Gathered = { verdicts: [], unknowns: [], notes: [], blockers: [] }
  for (const section of cutSections(folded, names)) {
    const spanOf = ({ start, end }: Range): Span => ({ text: text.slice(start, end), start, end })
    if (section.kind === 'numbers') gatherNumbers(gathered, { folded, section, names, spanOf, options })
    else gatherRemarks(gathered, { folded, section, names, spanOf, options })
  }
  const { verdicts, ...rest } = gathered
  return { ...settle(verdicts), ...rest }
}

interface Scene {
  folded: string
  section: Section
  names: NameIndex
  spanOf: (range: Range) => Span
  options: LineOptions
}

function gatherNumbers(gathered: Gathered, scene: Scene): void {
  const { claims, strangers } = claimsIn(scene)
  for (const claim of claims) gathered.verdicts.push(...judgeClaim(claim, scene.spanOf(claim), scene.options))
  for (const stranger of strangers) {
    const name = scene.spanOf(stranger.name).text
    const nearest = scene.names.nearest(name)
    const unknown = { name, value: stranger.number.numeral.value, ...scene.spanOf(stranger) }
    gathered.unknowns.push(nearest === undefined ? unknown : { ...unknown, nearest })
  }
  const taken = [...claims.filter(claim => !claim.doubtful), ...strangers].toSorted((a, b) => a.start - b.start)
  const separator = taken.length > 0 ? CLAUSE_END : SEMICOLON
  for (const gap of gaps(scene.section, taken)) gathered.notes.push(...remarks(scene, gap, separator))
}

/** Blockers and notes are kept as they are; numbers in them are offered as guesses, except those of another day. */
function gatherRemarks(gathered: Gathered, scene: Scene): void {
  const { kind } = scene.section
  const said = remarks(scene, scene.section, SEMICOLON)
  if (kind === 'blockers') gathered.blockers.push(...said.filter(blocker => !saysNone(fold(blocker))))
  else gathered.notes.push(...said)
  if (kind === 'later') return
  const guessed = claimsIn(scene).claims.map((claim): Claim => ({ ...claim, doubtful: true }))
  for (const claim of guessed) gathered.verdicts.push(...judgeClaim(claim, scene.spanOf(claim), scene.options))
}

function claimsIn({ folded, section, names }: Scene): Claims {
  return findClaims({ text: folded, tokens: tokenise(folded, section, names) })
}

function remarks({ folded, spanOf }: Scene, range: Range, separator: RegExp): readonly string[] {
  return remarksIn(folded, range, separator).map(remark => spanOf(remark).text)
}
