import { Converter } from 'opencc-js/t2cn'
import unhomoglyph from 'unhomoglyph'

/** From the variants of Hong Kong, which are those of tradition and some more. */
const simplified: (han: string) => string = Converter({ from: 'hk', to: 'cn' })

/** Takes no room of its own: joiners, selectors, soft hyphens, fillers, accents and what is put around a sign. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Mn}\p{Me}]|(?![\s\u0085])\p{Cc}/gu
/** Stands between letters without being one; the blank of braille is a symbol, too. */
const separator = /[\s\u0085\p{P}\p{S}\p{Z}]/u
const han = /\p{Script=Han}/u
const ascii = /^\p{ASCII}$/u

/** Alphabets that Unicode does not lead back to letters: white on black, round and square, and those that flags are made of. */
const alphabets = [0x1f150, 0x1f170, 0x1f1e6] as const
/** Where numbers in black or double circles begin, and with which. */
const roundNumbers = [
  { from: 0x2776, first: 1, count: 10 },
  { from: 0x2780, first: 1, count: 10 },
  { from: 0x278a, first: 1, count: 10 },
  { from: 0x24f5, first: 1, count: 10 },
  { from: 0x24eb, first: 11, count: 10 },
  { from: 0x24ff, first: 0, count: 1 },
] as const

/** Letters that look like others and of which the table of Unicode knows nothing: small capitals, and a stroke for 一. */
const alike: ReadonlyMap<string, string> = new Map([
  ...pairs('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnopqrstuvwyz'),
  ...pairs('ĸʍᴎғ', 'kmnf'),
  ['ー', '一'],
])

function pairs(from: string, to: string): [string, string][] {
  const letters = [...to]
  return [...from].map((sign, at) => [sign, letters[at] ?? sign])
}

/** A sign may look like one that looks like a letter; more than a few steps no sign is away. */
const mostSteps = 5

/** The letters and digits a sign stands for, as all that look like it do; nothing for what only stands between letters. */
export function lettersOf(sign: string): string {
  let told = sign
  for (let step = 0; step < mostSteps; step++) {
    const parts = [...told].flatMap(part => [...plainOf(part)])
    const next = parts
      .filter(part => !separator.test(part))
      .map(letterOf)
      .join('')
      .replaceAll(unseen, '')
    if (next === told) break
    told = next
  }
  return told
}

function letterOf(sign: string): string {
  if (ascii.test(sign)) return sign.toLowerCase()
  if (han.test(sign)) return simplified(sign)
  const known = alike.get(sign.toLowerCase())
  if (known !== undefined) return known
  const looks = unhomoglyph(sign)
  // A capital I looks like a small l, but is read as an i wherever somebody spells a word with it.
  if (looks === 'l' && sign !== sign.toLowerCase()) return 'i'
  return [...(looks === sign ? unhomoglyph(sign.toLowerCase()) : looks)]
    .map(part => alike.get(part.toLowerCase()) ?? part.toLowerCase())
    .join('')
}

/** The sign as it would be typed plainly, with what stands between letters: for numbers and addresses. */
export function typedOf(sign: string): string {
  if (/[\n\v\f\r\u0085\u2028\u2029]/.test(sign)) return '\n'
  const plain = plainOf(sign)
  // A number in a circle opens a line of a list more often than it is a part of a number: it stands for itself.
  if (isRound(sign)) return ` ${plain} `
  if (/^\s$/u.test(sign)) return ' '
  if (/^[\p{Pd}\u2212]$/u.test(sign)) return '-'
  return plain.replaceAll('。', '.').toLowerCase()
}

/** Of one width and one shape, without accents and what cannot be seen. */
export function plainOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  const known = enclosed(code) ?? digit(sign, code)
  return known ?? sign.normalize('NFKD').replaceAll(unseen, '').normalize('NFC')
}

function enclosed(code: number): string | null {
  for (const from of alphabets) if (code >= from && code < from + 26) return String.fromCodePoint(0x61 + code - from)
  for (const { from, first, count } of roundNumbers)
    if (code >= from && code < from + count) return String(first + code - from)
  return null
}

const round = /[\u2460-\u2473\u24ea-\u24ff\u2776-\u2793]/
const isRound = (sign: string): boolean => round.test(sign)

/** Digits of any script come in rows of ten, from nought. */
function digit(sign: string, code: number): string | null {
  if (code < 0x80 || !/\p{Nd}/u.test(sign)) return null
  let before = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before++
  return String(before % 10)
}

export const withoutUnseen = (text: string): string => text.replaceAll(unseen, '')
