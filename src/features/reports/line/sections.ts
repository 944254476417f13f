import { LINKS, MEASURES } from './lexicon.ts'
import { charAt, isDigit, isLetter, isSpacedLetter, skipSpaces, wordAt } from './normalise.ts'
import { readNumeral } from './numeral.ts'
import type { NameIndex } from './vocabulary.ts'

/** `later` is what is meant for another day (明日计划:…): kept as a note, its numbers are not of this line. */
type SectionKind = 'numbers' | 'blockers' | 'notes' | 'later'

/** A stretch of one line with one meaning, without its label and bullet (a `later` keeps its label). */
export interface Section {
  kind: SectionKind
  start: number
  end: number
}

interface Label {
  kind: SectionKind
  start: number
  end: number
}

const LABEL = new RegExp(
  [
    '(?:(?<blockers>(?:今[日天]|主要|目前|当前)?(?:存在的?|遇到的?)?(?:卡点|阻碍|阻塞|问题|困难|难点)|blockers?|blocked(?: by)?)',
    '|(?<notes>备注|说明|其[他它]|感想|notes?|remarks?|memo)',
    '|(?<later>(?:明[天日]|次日|下周|后续)(?:工作)?(?:计划|安排)|下一步(?:计划)?|tomorrow|next steps?))',
    '(?<colon> {0,3}[:=])?',
  ].join(''),
  'gu',
)
/** Labels that need no colon. */
const PLAIN_LABEL = /^(?:卡点|备注|blockers?|blocked(?: by)?)$/
const BULLET = / *(?:[-*•●▪·>] +|\d{1,2} ?[.、)](?!\d)|\(\d{1,2}\)|[①-⑳]|[•●▪·])/y
const UNIT_ENDS = new Set([...MEASURES, ...'万亿元块kwm'])

/** Cuts a folded text into sections, line by line, in order. */
export function cutSections(text: string, names: NameIndex): readonly Section[] {
  const sections: Section[] = []
  let open: { kind: SectionKind; bulletsOnly: boolean } | null = null
  let start = 0
  for (const line of text.split('\n')) {
    const end = start + line.length
    const body = bulletEnd(text, start)
    const labels = labelsIn(text, line, start, names)
    if (labels.length === 0 && open && goesOn(text, { start, body, end }, open, names)) {
      sections.push({ kind: open.kind, start: body, end })
    } else {
      sections.push({ kind: 'numbers', start: body, end: labels[0]?.start ?? end })
      labels.forEach((label, index) => {
        const from = label.kind === 'later' ? label.start : label.end
        sections.push({ kind: label.kind, start: from, end: labels[index + 1]?.start ?? end })
      })
      const last = labels.at(-1)
      open = last ? { kind: last.kind, bulletsOnly: text.slice(last.end, end).trim() !== '' } : null
    }
    start = end + 1
  }
  return sections.filter(section => section.start < section.end)
}

/** A list under a label belongs to it, and so do plain lines when nothing stood behind the label itself. */
function goesOn(
  text: string,
  line: { start: number; body: number; end: number },
  open: { kind: SectionKind; bulletsOnly: boolean },
  names: NameIndex,
): boolean {
  if (text.slice(line.start, line.end).trim() === '' || (open.bulletsOnly && line.body === line.start)) return false
  return open.kind === 'later' || !countsAt(text, skipSpaces(text, line.body), names)
}

/** The end of a list mark at the beginning of a line: "- ", "1.", "2、", "③". */
function bulletEnd(text: string, start: number): number {
  BULLET.lastIndex = start
  return BULLET.test(text) ? BULLET.lastIndex : start
}

function labelsIn(text: string, line: string, offset: number, names: NameIndex): readonly Label[] {
  const labels: Label[] = []
  for (const found of line.matchAll(LABEL)) {
    const { blockers, notes, later, colon } = found.groups ?? {}
    const start = offset + found.index
    const end = start + found[0].length
    const word = blockers ?? notes ?? later ?? ''
    const stands = colon === undefined ? standsAlone(text, start, end, word) : !isGlued(text, start)
    if (!stands || countsAt(text, start, names)) continue
    labels.push({ kind: blockers === undefined ? (notes === undefined ? 'later' : 'notes') : 'blockers', start, end })
  }
  return labels
}

/** 没问题: is no label, but 25通卡点: is. */
function isGlued(text: string, start: number): boolean {
  const before = text.charAt(start - 1)
  return isLetter(before) && !UNIT_ENDS.has(before)
}

/** A label without a colon: at the beginning of an item, with something behind it. */
function standsAlone(text: string, start: number, end: number, word: string): boolean {
  const behind = text.charAt(skipSpaces(text, end))
  if (!PLAIN_LABEL.test(word) || behind === '' || behind === '\n') return false
  let before = start - 1
  while (text.charAt(before) === ' ') before -= 1
  const previous = text.charAt(before)
  if (isLetter(previous) && !UNIT_ENDS.has(previous)) return false
  if (!isSpacedLetter(word)) return true
  // "3 blockers left" counts them.
  return text.charAt(end) === ' ' && !(isDigit(previous) && word.startsWith('blocker'))
}

/** Whether a metric with its number begins here: 拜访3, 3个拜访. */
function countsAt(text: string, at: number, names: NameIndex): boolean {
  const name = names.match(text, at)
  if (name) {
    const gap = skipSpaces(text, name.end)
    return readNumeral(text, skipSpaces(text, gap + wordAt(text, gap, LINKS).length)) !== null
  }
  const numeral = readNumeral(text, at)
  if (numeral === null) return false
  const next = skipSpaces(text, at + numeral.length)
  return names.match(text, skipSpaces(text, next + (MEASURES.has(charAt(text, next)) ? 1 : 0))) !== null
}
