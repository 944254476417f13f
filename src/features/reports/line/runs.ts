import { AMOUNT_LINKS, AMOUNT_LINKS_OF_NAME } from './lexicon.ts'
import type { NameToken, NumberToken, Token } from './tokens.ts'

/** The tokens of a stretch, and the folded text that they stand in. */
export interface Stream {
  text: string
  tokens: readonly Token[]
}

/** A second number behind a count that may be its amount: 1/8万, 1单 8万, 1 deal worth 80k. */
export interface Second {
  number: NumberToken
  /** Joined by a slash: meant as an amount even when it is a bare number. */
  slashed: boolean
  end: number
}

export interface RunItem {
  token: NameToken | NumberToken
  second: Second | null
}

/** Names and numbers that touch one another, taking turns: 拜访 3 电话 20. */
export interface Run {
  items: readonly RunItem[]
  /** The index of the first token behind the run. */
  next: number
}

/** Collects the run that begins with the name or number at `index`. */
export function collectRun(stream: Stream, index: number): Run {
  const items: RunItem[] = []
  let next = index
  for (;;) {
    const token = stream.tokens[next]
    const last = items.at(-1)
    if (token?.type !== 'name' && token?.type !== 'number') break
    if (last && (last.second || last.token.type === token.type)) break
    const found = token.type === 'name' && last === undefined ? null : secondAfter(stream, next)
    items.push({ token, second: found?.second ?? null })
    next = found?.next ?? skipLinks(stream.tokens, next + 1)
  }
  return { items, next }
}

/** Passes the colon or 了 between a name and its number. */
function skipLinks(tokens: readonly Token[], index: number): number {
  let next = index
  while (tokens[next]?.type === 'link') next += 1
  return tokens[next]?.type === 'number' ? next : index
}

function secondAfter(stream: Stream, index: number): { second: Second; next: number } | null {
  const { tokens } = stream
  const ofName = tokens[index]?.type === 'name'
  const links = linksAfter(stream, index, ofName ? AMOUNT_LINKS_OF_NAME : AMOUNT_LINKS)
  if (ofName && links.length === 0) return null
  const at = index + links.length + 1
  const number = tokens[at]
  const slashed = links[0] === '/'
  if (number?.type !== 'number' || !(slashed || isMoney(number)) || belongsToNext(tokens, at, slashed)) return null
  const closing = tokens[at + 1]
  const closed = links[0] === '(' && closing?.type === 'break' && closing.mark === ')'
  return { second: { number, slashed, end: closed ? closing.end : number.end }, next: closed ? at + 2 : at + 1 }
}

const MOST_LINKS = 3
const LONGEST_LINK = 5

/** The few small words right behind a token: "/" or "，金额：". */
function linksAfter({ text, tokens }: Stream, index: number, allowed: ReadonlySet<string>): readonly string[] {
  const links: string[] = []
  for (const token of tokens.slice(index + 1, index + 1 + MOST_LINKS)) {
    const word = token.end - token.start > LONGEST_LINK ? '' : text.slice(token.start, token.end)
    if (token.type === 'number' || token.type === 'name' || !allowed.has(word)) break
    links.push(word)
  }
  return links
}

/** Whether a number is written as an amount rather than a count: 8万, ¥500, 80k, 50.00. */
export const isMoney = ({ numeral, measured }: NumberToken): boolean =>
  !measured && (numeral.money || numeral.hasUnit || numeral.cents)

/** In 签单1 20万回款 the 20万 is 回款's; in 签单1/8万 电话20 the 8万 is not 电话's. */
function belongsToNext(tokens: readonly Token[], at: number, slashed: boolean): boolean {
  const name = tokens[at + 1]
  if (name?.type !== 'name') return false
  const after = tokens[at + 2]?.type
  return name.start === tokens[at]?.end ? after !== 'number' || !slashed : after !== 'number' && after !== 'link'
}
