import { quantised } from '../metrics/entry-changes.ts'
import { type Numeral, parseNumeral } from '../reports/line/numeral.ts'
import type { TeamMember } from '../team/members.ts'
import { type Named, nameIn } from '../team/name-in.ts'

export type WinRequest =
  | { readonly kind: 'list' }
  /** The last one, or the last with that customer. */
  | { readonly kind: 'undo'; readonly customer: string | null }
  | {
      readonly kind: 'ring'
      /** Null for oneself. */
      readonly who: Omit<Named, 'rest'> | null
      readonly customer: string
      readonly amount: number | null
      readonly note: string | null
    }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'amount-unclear'; readonly said: string }

const UNDO = /^(?:undo|撤回|撤销|取消)(?:\s+(.+))?$/iu
const FOR = /^(?:替\s*|for\s+|[@＠])(?=\S)/i

/** What is said about winning and is no bell: won't, 成交率, 成交了吗? */
const TALK = /^['’]|^(?:概?率|周期|价)|[?？吗]$/u

/** A `#` begins the note; one that is grown to a Latin letter belongs to a name, as in C#. */
const NOTE = /(?<![A-Za-z])[#＃]\s*/

/** One behind a Latin letter may belong to a name, as in Yahoo! */
const CHEER = /(?<=[\d\p{Script=Han}])\s*[!！。.~～]+$/u

const LONGEST_CUSTOMER = 60
const LONGEST_NOTE = 200
/** Characters in all; what is longer is no bell, and reading it stays cheap. */
const LONGEST = 500

/** Reads what follows `/won`: `华为 12万`, `Acme Corp 120,000 # renewal`, `@张三 华为12万`, `undo`, or nothing. */
export function readWin(text: string, members: readonly TeamMember[]): WinRequest {
  const said = text.replaceAll(/\s+/g, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(said)) return { kind: 'list' }
  const undo = UNDO.exec(said)
  if (undo) return { kind: 'undo', customer: undo[1]?.trim() || null }
  if (said.length > LONGEST || TALK.test(said)) return { kind: 'unclear' }
  const mark = FOR.exec(said)
  if (!mark) return readDeal(null, said)
  const { rest, ...who } = nameIn(said.slice(mark[0].length), members)
  return readDeal(who, rest)
}

function readDeal(who: Omit<Named, 'rest'> | null, said: string): WinRequest {
  const [deal = '', ...notes] = said.split(NOTE)
  const found = amountIn(
    deal
      .replace(/^了\s*/, '')
      .trim()
      .replace(CHEER, ''),
  )
  const note = [found.after, ...notes].map(part => part.trim()).filter(part => part !== '')
  const customer = found.before.replace(/(?:\s+(?:for|at))?[\s,，:：、;；-]*$/i, '').trim()
  if (!/[\p{L}\p{N}]/u.test(customer) || [...customer].length > LONGEST_CUSTOMER) return { kind: 'unclear' }
  const { numeral } = found
  if (numeral && !isAmount(numeral)) return { kind: 'amount-unclear', said: numeral.text }
  return {
    kind: 'ring',
    who,
    customer,
    amount: numeral && quantised(numeral.value),
    note: note.length === 0 ? null : [...note.join(' ')].slice(0, LONGEST_NOTE).join(''),
  }
}

/** Beyond it nothing is kept exactly, and no honest deal comes near it. */
const AMOUNT_LIMIT = 1e12

function isAmount({ value, exact, percent }: Numeral): boolean {
  return exact && !percent && value >= 0.0001 && value < AMOUNT_LIMIT
}

interface Found {
  readonly before: string
  readonly numeral: Numeral | null
  readonly after: string
}

/** 12 万 元: a number may be written in as many words. */
const AMOUNT_WORDS = 3

/**
 * The amount in a deal: the number that it ends with, else one that is plainly money somewhere in it, else one that is grown
 * together with a Chinese name. Other numbers belong to the name: 58同城, Studio 54 Berlin.
 */
function amountIn(deal: string): Found {
  const words = deal.split(' ')
  const at = (from: number, to: number): Found | null => {
    const numeral = parseNumeral(words.slice(from, to).join(' '))
    return numeral && { before: words.slice(0, from).join(' '), numeral, after: words.slice(to).join(' ') }
  }
  for (let from = Math.max(1, words.length - AMOUNT_WORDS); from < words.length; from++) {
    const last = at(from, words.length)
    if (last) return last
  }
  for (let from = 0; from < words.length; from++) {
    for (let to = Math.min(words.length, from + AMOUNT_WORDS); to > from; to--) {
      const inside = at(from, to)
      if (inside?.numeral && isMoney(inside.numeral))
        return from > 0 ? inside : { ...inside, before: inside.after, after: '' }
    }
  }
  return grownTogether(deal) ?? { before: deal, numeral: null, after: '' }
}

function isMoney({ hasUnit, money, spelled }: Numeral): boolean {
  return (hasUnit || money) && !spelled
}

function grownTogether(deal: string): Found | null {
  for (const { index } of deal.matchAll(/(?<=[\p{Script=Han}）)，：:]|[^\d],)[¥$€£￥]?[\d０-９]/gu)) {
    const numeral = parseNumeral(deal.slice(index))
    if (numeral && (isMoney(numeral) || numeral.value >= 1000)) {
      return { before: deal.slice(0, index), numeral, after: '' }
    }
  }
  return null
}
