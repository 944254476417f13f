import { nearest } from './nearest.ts'
import { fold, type Opening, readOpening } from './normalise.ts'

/** What routing needs to know of a command. */
export interface Callable {
  readonly name: string
  /** Without a slash, half-width and in lower case. */
  readonly words: readonly string[]
  /** Heard in a group without slash or mention. */
  readonly bare?: boolean
}

export interface Heard {
  readonly text: string
  /** The bot was mentioned, or this is a direct chat. */
  readonly addressed: boolean
  /** In a place where every command is heard without slash or mention. */
  readonly plain?: boolean
}

export interface RouteOptions {
  /** Also calls every command as `/prefix-word` or `/prefix word`, where other bots own the short words. */
  readonly prefix?: string
}

export type Route<C> =
  | { readonly kind: 'command'; readonly command: C; readonly rest: string }
  /** Meant for us and not understood. `word` is cut short, fit to be quoted. */
  | { readonly kind: 'unknown'; readonly word: string; readonly nearest: C | null }
  /** Addressed without a word. */
  | { readonly kind: 'empty' }
  /** Not for us. */
  | { readonly kind: 'nothing' }

const nothing = { kind: 'nothing' } as const

/**
 * Whom a message calls. A slash or a mention makes it ours; without either only a bare command is heard, or any in a plain
 * place. English words end at a boundary, Chinese words may be glued to what follows, and the longest word wins.
 */
export function route<C extends Callable>(heard: Heard, catalogue: readonly C[], options: RouteOptions = {}): Route<C> {
  const opening = readOpening(heard.text)
  if (opening.slash === 'none' && !heard.addressed) {
    return heard.plain === true ? routePlain(opening.body, catalogue) : routeBare(opening.body, catalogue)
  }
  const { body, prefixed } = withoutPrefix(opening, options.prefix)
  const addressed = heard.addressed || prefixed
  if (body === '') return addressed ? { kind: 'empty' } : nothing
  const match = longestMatch(body, catalogue)
  if (match !== null) return { kind: 'command', command: match.command, rest: restOf(body, match.length) }
  if (!addressed && !isCommandLike(opening)) return nothing
  const word = firstWord(body)
  return word === '' ? { kind: 'empty' } : { kind: 'unknown', word, nearest: nearest(word, catalogue) }
}

interface Match<C> {
  readonly command: C
  readonly length: number
}

function longestMatch<C extends Callable>(body: string, catalogue: readonly C[]): Match<C> | null {
  const folded = fold(body)
  let best: Match<C> | null = null
  for (const command of catalogue) {
    for (const word of command.words) {
      if (word.length > (best?.length ?? 0) && opensWith(folded, word)) best = { command, length: word.length }
    }
  }
  return best
}

function opensWith(folded: string, word: string): boolean {
  if (!folded.startsWith(word)) return false
  return !endsInLetter(word) || !/[a-z0-9_/-]/.test(folded.charAt(word.length))
}

function endsInLetter(word: string): boolean {
  return /[a-z0-9]$/.test(word)
}

/** `计划：拜访3` and `plan, visits 3` are natural to write. */
function restOf(body: string, length: number): string {
  return body.slice(length).replace(/^\s*[:：,，]?\s*/, '')
}

/**
 * Nobody addressed us, so the word must be parted from what follows it, or be followed by a number somewhere: `日报拜访3`
 * is a report, `日报怎么写` is talk.
 */
function routeBare<C extends Callable>(body: string, catalogue: readonly C[]): Route<C> {
  const found = routePlain(body, catalogue)
  return found.kind === 'command' && found.command.bare === true && found.rest !== '' ? found : nothing
}

/** As bare, but of every command, and the word may stand alone: whoever talks there expects us to listen. */
function routePlain<C extends Callable>(body: string, catalogue: readonly C[]): Route<C> {
  const match = longestMatch(body, catalogue)
  if (match === null) return nothing
  const rest = restOf(body, match.length)
  const parted = /^(?:[\s:：]|$)/.test(body.slice(match.length))
  return parted || /[0-9０-９]/.test(rest) ? { kind: 'command', command: match.command, rest } : nothing
}

function withoutPrefix(opening: Opening, prefix: string | undefined): { body: string; prefixed: boolean } {
  const { body, slash } = opening
  const unchanged = { body, prefixed: false }
  if (prefix === undefined || slash === 'none' || fold(body.slice(0, prefix.length)) !== fold(prefix)) return unchanged
  const joint = /^(?:[-_\s]\s*|$)/.exec(body.slice(prefix.length))
  return joint === null ? unchanged : { body: body.slice(prefix.length + joint[0].length), prefixed: true }
}

/** A path, a number, a face, a lone or doubled slash and a slash by the way are not meant for us. */
function isCommandLike(opening: Opening): boolean {
  return opening.slash === 'plain' && /^\p{L}/u.test(opening.body) && !isPath(opening.body)
}

/** Chinese words may have a slash in what is glued to them, as in `签单1/8万`. */
function isPath(body: string): boolean {
  const token = body.split(/\s/, 1)[0] ?? ''
  return /^[^/／\p{Script=Han}]*[/／]/u.test(token)
}

function firstWord(body: string): string {
  const token = body.replace(/^[/／\s]+/, '').split(/\s/, 1)[0] ?? ''
  return Array.from(token.slice(0, 48)).slice(0, 24).join('')
}
