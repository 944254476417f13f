import { readKeyed } from '../../commands/read-keyed.ts'

/** What somebody typed, or filled into the form, about a notice. */
export interface NoticeFields {
  readonly text: string
  readonly link?: string | undefined
  readonly file?: string | undefined
  readonly who?: string | undefined
  readonly until?: string | undefined
  readonly important?: string | undefined
  readonly again?: string | undefined
}

/** What is asked of `/notice`. */
export type NoticeRequest =
  | { readonly kind: 'list' | 'form' }
  | { readonly kind: 'show' | 'withdraw' | 'file'; readonly number: number }
  /** Without a number: the one that waits. */
  | { readonly kind: 'read'; readonly number: number | null }
  | { readonly kind: 'correct'; readonly number: number; readonly fields: NoticeFields }
  | { readonly kind: 'post'; readonly fields: NoticeFields }
  /** It begins with a number and goes on with no word that we know: too like a slip to be told to everybody. */
  | { readonly kind: 'unclear'; readonly number: number }

const keys = {
  who: ['who', 'to', 'for', '给', '谁', '对象', '发给'],
  until: ['until', 'by', 'till', '截止', '期限', '到', '截至'],
  important: ['important', '重要'],
  link: ['link', 'url', '链接', '网址'],
  file: ['file', 'attachment', '文件', '附件'],
  again: ['again', '重新确认', '再确认', '重读'],
} as const

const verbs: ReadonlyMap<string, 'read' | 'withdraw' | 'correct' | 'show' | 'file'> = new Map([
  ...(['ok', 'read', 'done', 'got it', '收到', '已读', '确认', '知道了', '好'] as const).map(
    it => [it, 'read'] as const,
  ),
  ...(['withdraw', 'recall', 'cancel', '撤回', '撤销', '取消'] as const).map(it => [it, 'withdraw'] as const),
  ...(['edit', 'correct', 'change', '改', '改为', '修改', '更正'] as const).map(it => [it, 'correct'] as const),
  ...(['show', 'list', 'who', '查看', '名单', '谁'] as const).map(it => [it, 'show'] as const),
  ...(['file', 'attachment', '文件', '附件'] as const).map(it => [it, 'file'] as const),
])

/** Reads what follows `/notice`. */
export function readNoticeRequest(typed: string): NoticeRequest {
  const text = typed.trim()
  const plain = text.normalize('NFKC').toLowerCase()
  if (/^(?:|list|mine|列表|全部|查看|我的)$/.test(plain)) return { kind: 'list' }
  const [, first = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(text) ?? []
  const [verb, number] = [verbNamed(first), numberIn(rest)]
  if (verb !== null && number !== null) return { kind: verb === 'correct' ? 'unclear' : verb, number }
  if (verb !== null && rest === '') return verb === 'read' ? { kind: verb, number } : { kind: 'list' }
  if (/^(?:new|add|post|新建|新增|发布|发)$/i.test(first.normalize('NFKC'))) return post(rest)
  return readNumbered(text) ?? post(text)
}

/** A number that stands alone, perhaps with a mark before or behind: `5`, `#5`, `５`, `5号`. */
export function numberIn(text: string): number | null {
  const [, digits] = /^(?:#|no\.? ?|第)?(\d{1,9})(?:号|条)?$/i.exec(text.normalize('NFKC').trim()) ?? []
  return digits === undefined ? null : Number(digits)
}

/** `5`, `5 ok`, `5收到`, `5 更正 周六盘点`. A date or an hour is no number of a notice: 5月20日, 5点, 5:30. */
function readNumbered(text: string): NoticeRequest | null {
  const [, digits, gap = '', rest = ''] =
    /^[#＃]?([0-9０-９]{1,9})(?:(?=[号条])[号条])?(\s*[:：,，]?\s*)([\s\S]*)$/.exec(text) ?? []
  if (digits === undefined) return null
  const number = Number(digits.normalize('NFKC'))
  if (rest === '') return { kind: 'show', number }
  const found = verbAt(rest)
  if (found?.verb === 'correct') return { kind: 'correct', number, fields: fieldsOf(found.rest) }
  if (found && /^[\p{P}\s]*$/u.test(found.rest)) return { kind: found.verb, number }
  return /^\s/.test(gap) ? { kind: 'unclear', number } : null
}

function verbNamed(word: string) {
  return verbs.get(word.normalize('NFKC').toLowerCase()) ?? null
}

/** The longest verb that the text begins with. An English one ends where its letters do. */
function verbAt(text: string) {
  const plain = text.normalize('NFKC').toLowerCase()
  const [word] = [...verbs.keys()]
    .filter(it => plain.startsWith(it) && !(/[a-z]$/.test(it) && /^[a-z]/.test(plain.slice(it.length))))
    .toSorted((a, b) => b.length - a.length)
  const verb = word === undefined ? undefined : verbs.get(word)
  if (word === undefined || verb === undefined) return null
  return { verb, rest: text.slice(word.length).replace(/^[\s:：,，]+/, '') }
}

function post(text: string): NoticeRequest {
  return text === '' ? { kind: 'form' } : { kind: 'post', fields: fieldsOf(text) }
}

/** `重要：…` and `important …` at the head say so, too. */
const importantFirst = /^(?:重要(?:通知)?(?:\s+|[:：]\s*)|important(?:\s+notice)?[:：]\s*|[!！]+\s*)/i

function fieldsOf(text: string): NoticeFields {
  const { head, values } = readKeyed(text, keys, 'as-typed')
  const marked = importantFirst.exec(head)
  if (!marked || values.important !== undefined) return { ...values, text: head }
  return { ...values, text: head.slice(marked[0].length).trim(), important: 'yes' }
}
