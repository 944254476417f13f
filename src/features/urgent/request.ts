import { fold } from '../../commands/normalise.ts'
import type { Severity } from './matter.ts'

/** What follows `/urgent`. `number` is that of a matter. */
export type UrgentRequest =
  | { readonly kind: 'list' | 'form' }
  | { readonly kind: 'duty'; readonly text: string }
  | { readonly kind: 'raise'; readonly severity: Severity; readonly text: string }
  | { readonly kind: 'show' | OneWord; readonly number: number }
  | { readonly kind: 'offer' | 'note' | 'close'; readonly number: number; readonly text: string }
  /** A number with words that are none of ours: for a matter that there is, a slip; else the beginning of a text. */
  | { readonly kind: 'unclear'; readonly number: number; readonly raise: { severity: Severity; text: string } | null }

const oneWord = ['take', 'decline', 'worsen', 'found-needless', 'found-needed'] as const
type OneWord = (typeof oneWord)[number]
type Verb = OneWord | 'offer' | 'note' | 'close'

const verbs: Readonly<Record<Verb, RegExp>> = {
  take: /^(?:ok(?:ay)?|ack|mine|take|accept|i have it|收到|我来(?:处理)?|接手|确认|接受|好的?)$/,
  decline: /^(?:no|decline|cannot|can't|不行|接不了|拒绝|不接)$/,
  worsen: /^(?:critical|now critical|make (?:it )?critical|特急|升级|(?:升|改)[为成]特急)$/,
  'found-needless': /^(?:needless|not needed|wrong|不必叫?|不该叫?|不用叫|没必要)$/,
  'found-needed': /^(?:needed|right|该叫|应该叫?|有必要)$/,
  offer: /^(?:to(?=\s)|hand(?:ed)? over to(?=\s)|转给|移交给?|交给|转)\s*/,
  note: /^(?:note|add|备注|记录|补充|记)(?=[\s:]|$)[\s:]*/,
  close: /^(?:done|closed?|solved|resolved|已?解决了?|已?完成了?|关闭|结束|搞定了?)(?=[\s:]|$)[\s:]*/,
}

/** The original keeps its own spelling: folding keeps every place. */
export function readUrgentRequest(typed: string): UrgentRequest {
  const text = typed.trim()
  const said = fold(text)
  if (/^(?:list|open|清单|列表)?$/.test(said)) return { kind: 'list' }
  if (/^(?:new|form|新建|表单)$/.test(said)) return { kind: 'form' }
  const duty = /^(?:(?:on )?duty(?![\p{L}-])|值班表?)[\s:]*/u.exec(said)
  if (duty) return { kind: 'duty', text: text.slice(duty[0].length) }
  const number = /^(#?)\s?(\d{1,6})(?!\d)(?:\s+|$)/.exec(said) ?? /^(#)(\d{1,6})(?!\d)/.exec(said)
  if (number === null) return { kind: 'raise', ...readRaising(text) }
  const [whole, mark, digits] = number
  return readAboutOne(Number(digits), text.slice(whole.length), { mark: mark === '#', text })
}

function readAboutOne(number: number, rest: string, typed: { readonly mark: boolean; readonly text: string }) {
  const said = fold(rest).trim()
  if (said === '') return { kind: 'show', number } as const
  for (const kind of oneWord) {
    if (verbs[kind].test(said.replace(/[\s.!。~]+$/, ''))) return { kind, number }
  }
  for (const kind of ['offer', 'note', 'close'] as const) {
    const found = verbs[kind].exec(fold(rest))
    if (found) return { kind, number, text: rest.slice(found[0].length).trim() }
  }
  return { kind: 'unclear', number, raise: typed.mark ? null : readRaising(typed.text) } as const
}

const severityWords: readonly (readonly [Severity, RegExp])[] = [
  ['critical', /^(?:(?:critical|特急|重大|严重)(?:[\s:,!]+|$)|特急)/],
  ['high', /^(?:high|高|紧急|new)(?:[\s:,!]+|$)/],
]

/** `特急 客户投诉` and `critical: a customer …`; without such a word it is `high`. */
function readRaising(text: string): { readonly severity: Severity; readonly text: string } {
  const said = fold(text)
  for (const [severity, words] of severityWords) {
    const found = words.exec(said)
    if (found) return { severity, text: text.slice(found[0].length).trim() }
  }
  return { severity: 'high', text }
}
