import { disguisedOf } from './disguise-signs.ts'
import { lettersOf, typedOf } from './signs.ts'

/** A text told in other signs. Each unit of `plain` knows where the sign that it came from begins in `text`; all in UTF-16. */
export interface Normalised {
  readonly text: string
  readonly plain: string
  readonly starts: readonly number[]
}

export interface Range {
  readonly from: number
  readonly to: number
}

/** Letters and digits alone, those that look alike the same: what words are looked for in. */
export const letters = mapper(lettersOf)

/** As it would be typed plainly, spaces and punctuation and all: what numbers and addresses are looked for in. */
export const typed = mapper(typedOf)

/** Letters and digits with the signs that may stand for some; whatever else can be seen is a space. */
export const disguised = mapper(disguisedOf)

/** What `from` up to `to` of the plain text was in the original: whole signs, with the accents that are put on the last. */
export function originalRange({ text, starts }: Normalised, from: number, to: number): Range {
  const end = signEnd(text, starts[to - 1] ?? 0)
  attached.lastIndex = end
  return { from: starts[from] ?? text.length, to: end + (attached.exec(text)?.[0].length ?? 0) }
}

const attached = /\p{M}*/uy

export function signEnd(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
}

function mapper(told: (sign: string) => string): (text: string) => Normalised {
  const plainOf = remembered(told)
  // One look after another is for the same text.
  let last: Normalised = { text: '', plain: '', starts: [] }
  return text => {
    if (text === last.text) return last
    const starts: number[] = []
    let plain = ''
    for (let at = 0; at < text.length; ) {
      const code = text.codePointAt(at) ?? 0
      const units = plainOf(code)
      for (let unit = 0; unit < units.length; unit++) starts.push(at)
      plain += units
      at += code > 0xffff ? 2 : 1
    }
    last = { text, plain, starts }
    return last
  }
}

/** There are a million signs beyond the first plane, and nobody needs all of them at once. */
const mostRemembered = 20_000

function remembered(told: (sign: string) => string): (code: number) => string {
  const common: (string | undefined)[] = new Array(0x10000).fill(undefined)
  const rare = new Map<number, string>()
  return code => {
    const known = code < 0x10000 ? common[code] : rare.get(code)
    if (known !== undefined) return known
    const plain = told(String.fromCodePoint(code))
    if (code < 0x10000) common[code] = plain
    else {
      if (rare.size >= mostRemembered) rare.clear()
      rare.set(code, plain)
    }
    return plain
  }
}
