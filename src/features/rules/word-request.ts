import { splitWords } from '../../commands/arguments.ts'
import { readKeyed } from '../../commands/read-keyed.ts'
import { type ListedWord, type WordKind, wordKinds } from './listed-word.ts'

/** What somebody wants of a list of words. */
export type WordRequest =
  | { readonly kind: 'show'; readonly list: string }
  | { readonly kind: 'add'; readonly list: string; readonly words: readonly ListedWord[] }
  | { readonly kind: 'remove'; readonly list: string; readonly words: readonly string[] }
  | { readonly kind: 'ready'; readonly list: string }
  | { readonly kind: 'unclear' }

const verbs: ReadonlyMap<string, 'show' | 'add' | 'allow' | 'remove' | 'ready'> = new Map([
  ...['show', 'list', '查看', '看'].map(word => [word, 'show'] as const),
  ...['add', '添加', '增加', '加', '新增'].map(word => [word, 'add'] as const),
  ...['allow', '放行', '允许', '白名单'].map(word => [word, 'allow'] as const),
  ...['remove', 'delete', '删除', '去掉', '删', '移除'].map(word => [word, 'remove'] as const),
  ...['ready', '现成'].map(word => [word, 'ready'] as const),
])

/** How the kinds of words are typed. */
export const wordKindNames: Readonly<Record<WordKind, { readonly zh: string; readonly en: string }>> = {
  block: { zh: '拦截', en: 'block' },
  mask: { zh: '打码', en: 'mask' },
  hint: { zh: '提示', en: 'hint' },
  review: { zh: '复核', en: 'review' },
  allow: { zh: '放行', en: 'allow' },
}

const keys = { list: ['list', '词表'], kind: ['kind', 'as', '处理'] } as const

/** Reads `add 包治百病 国家级=知名 kind=mask list=medical`: a word with a `=` has its suggestion after it. */
export function readWordRequest(text: string): WordRequest {
  const { head, values } = readKeyed(text, keys)
  const list = values.list ?? 'default'
  const [verb = 'show', ...said] = splitWords(head.replaceAll(/[，、；;]/g, ' '))
  const words = said.filter(word => word !== '=')
  const does = verbs.get(verb.toLowerCase())
  if (list === '' || list.length > 40) return { kind: 'unclear' }
  if (does === 'show' || does === 'ready') return words.length === 0 ? { kind: does, list } : { kind: 'unclear' }
  if (does === undefined || words.length === 0) return { kind: 'unclear' }
  if (does === 'remove') return { kind: 'remove', list, words }
  const kind = does === 'allow' ? 'allow' : readKind(values.kind ?? 'hint')
  return kind === null
    ? { kind: 'unclear' }
    : { kind: 'add', list, words: words.map(word => withSuggestion(word, kind)) }
}

function readKind(text: string): WordKind | null {
  const said = text.trim().toLowerCase()
  return wordKinds.find(kind => [kind, wordKindNames[kind].zh].includes(said)) ?? null
}

function withSuggestion(text: string, kind: WordKind): ListedWord {
  const [word = '', ...rest] = text.split('=')
  const suggestion = rest.join('=').trim()
  return { word: word.trim(), kind, ...(suggestion !== '' && { suggestion }) }
}
