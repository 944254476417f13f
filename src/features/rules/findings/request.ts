import { fold } from '../../../commands/normalise.ts'

/** What somebody wants about findings: their own, or as a manager. */
export type FindingRequest =
  | {
      readonly kind: 'right' | 'wrong' | 'appeal' | 'accept' | 'decline' | 'route' | 'recall'
      readonly number: number
      readonly rest: string
    }
  | { readonly kind: 'report' | 'doubtful' }
  | { readonly kind: 'test'; readonly text: string }
  /** The verb is one of these, and no number follows. */
  | { readonly kind: 'which'; readonly verb: string }

const numbered = [
  ['right', ['right', '对', '判得对', '属实']],
  ['wrong', ['wrong', '不对', '误判', '判得不对']],
  ['appeal', ['appeal', '申诉']],
  ['accept', ['accept', 'uphold', '接受', '采纳', '同意']],
  ['decline', ['decline', 'reject', '驳回', '维持', '不同意']],
  ['route', ['route', '转', '转过去']],
  ['recall', ['recall', 'take-back', 'takeback', '撤回', '替我撤回']],
] as const

/** Null for what is none of it. Understands `#12`, full-width digits, and a colon after the verb; words stay as they were typed. */
export function readFindingRequest(typed: string): FindingRequest | null {
  const [opening = '', verb = ''] = /^\s*([^\s\d#:]+)[\s:]*/u.exec(fold(typed)) ?? []
  const rest = typed.slice(opening.length)
  if (['report', '报告', '报表', '效果'].includes(verb)) return { kind: 'report' }
  if (['doubtful', 'review', '存疑', '疑似', '复核'].includes(verb)) return { kind: 'doubtful' }
  if (['test', 'backtest', '回测', '试算'].includes(verb)) return { kind: 'test', text: rest.normalize('NFKC').trim() }
  for (const [kind, words] of numbered) {
    if (!words.some(word => word === verb)) continue
    const [named = '', number] = /^#?\s*(\d{1,9})(?!\d)\s*/.exec(fold(rest)) ?? []
    return number === undefined
      ? { kind: 'which', verb }
      : { kind, number: Number(number), rest: rest.slice(named.length).trim() }
  }
  return null
}
