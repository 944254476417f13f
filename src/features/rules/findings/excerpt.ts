import { mask } from '../../../filter/mask.ts'
import type { Range } from '../../../filter/normalise.ts'
import { findPersonalData } from '../../../filter/personal-data.ts'

/** A passage with a few signs on both sides, to judge it by. */
export interface Excerpt {
  readonly before: string
  readonly passage: string
  readonly after: string
}

const around = 16
const longest = 60
/** Mentions, and digits that may be a part of somebody's number. */
const telling = /\p{Nd}{6,}|[@＠][^\s@＠,，。:：;；!！?？]{1,40}/gu

/**
 * What stands around the first of the ranges: numbers, mentions and these names are stars. Ranges that are not
 * in the text, because less of it is kept, count as its beginning.
 */
export function excerptOf(text: string, ranges: readonly Range[], names: readonly string[]): Excerpt {
  const [first = { from: 0, to: 0 }] = ranges
  const range = first.to <= text.length ? first : { from: 0, to: 0 }
  const hidden = [...findPersonalData(text), ...tellingIn(text), ...names.flatMap(name => placesOf(text, name))]
  const shown = (from: number, to: number) =>
    mask(
      text.slice(from, to),
      hidden.flatMap(({ from: begin, to: end }) => clipped(begin - from, end - from, to - from)),
    )
  const [left, right] = [text.slice(0, range.from), text.slice(range.to)]
  const before = lastSigns(left, around)
  const after = firstSigns(right, around)
  return {
    before: oneLine(`${before.length < left.length ? '…' : ''}${shown(range.from - before.length, range.from)}`),
    passage: oneLine(firstSigns(text.slice(range.from, range.to), longest)),
    after: oneLine(`${shown(range.to, range.to + after.length)}${after.length < right.length ? '…' : ''}`),
  }
}

const tellingIn = (text: string): readonly Range[] =>
  [...text.matchAll(telling)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }))

function placesOf(text: string, name: string): readonly Range[] {
  const places: Range[] = []
  if (name === '') return places
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
    places.push({ from: at, to: at + name.length })
  return places
}

/** As far as it lies within so many signs. */
function clipped(from: number, to: number, length: number): readonly Range[] {
  const [begin, end] = [Math.max(0, from), Math.min(length, to)]
  return begin < end ? [{ from: begin, to: end }] : []
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const signsOf = (text: string): readonly string[] => Array.from(graphemes.segment(text), ({ segment }) => segment)

const firstSigns = (text: string, count: number): string =>
  signsOf(text.slice(0, count * 8))
    .slice(0, count)
    .join('')
const lastSigns = (text: string, count: number): string =>
  signsOf(text.slice(-count * 8))
    .slice(-count)
    .join('')

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').toWellFormed()
