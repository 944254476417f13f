import { graphemes } from '../../../src/content/measure.ts'
import type { Line } from './lines.ts'
import { guarded, neutral } from './neutral.ts'

/** Lines as messages of at most so many bytes each. A line that is too long goes without its marks, cut between signs. */
export function parted(lines: readonly Line[], bytes: number): readonly string[] {
  const messages: string[] = []
  let open: string[] = []
  let used = 0
  const close = () => {
    const text = open.join('\n').replaceAll(/^\n+|\s+$/g, '')
    if (text.trim() !== '') messages.push(text)
    open = []
    used = 0
  }
  for (const line of lines.flatMap(one => short(one, bytes))) {
    const size = Buffer.byteLength(line) + 1
    if (used + size > bytes + 1) close()
    open.push(line)
    used += size
  }
  close()
  return messages
}

function short(line: Line, bytes: number): readonly string[] {
  return Buffer.byteLength(line.marked) <= bytes ? [line.marked] : slices(line.bare, bytes)
}

/** Room for what guards the beginning of a line: a sign's twin, or some hard spaces. */
const guard = 16

function slices(words: string, bytes: number): readonly string[] {
  const slicesOf: string[] = []
  let slice = ''
  let used = 0
  for (const piece of pieces(neutral(words), bytes - guard)) {
    const size = Buffer.byteLength(piece)
    if (used + size > bytes - guard) {
      slicesOf.push(slice)
      slice = ''
      used = 0
    }
    slice += piece
    used += size
  }
  return [...slicesOf, slice].map(one => guarded(one.replace(/^\s+/, ' ')))
}

/** What a person sees as one sign, or its code points where it alone is too long. */
function* pieces(words: string, bytes: number): Generator<string> {
  for (const grapheme of graphemes(words)) {
    if (Buffer.byteLength(grapheme) <= bytes) yield grapheme
    else yield* grapheme
  }
}
