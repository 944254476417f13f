import { fold } from '../../commands/normalise.ts'

/** What to do with a case that is called by its number. `words` is what was typed after the verb. */
export type Change = 'solve' | 'drop' | 'reopen' | 'hand' | 'due'

export type CaseRequest =
  | { readonly kind: 'list' | 'form' | 'quiz' }
  | { readonly kind: 'search' | 'story' | 'file'; readonly words: string }
  | { readonly kind: 'show'; readonly number: number }
  | { readonly kind: 'change'; readonly number: number; readonly change: Change; readonly words: string }
  /** It names a case, and what is to be done with it is not understood. */
  | { readonly kind: 'unclear'; readonly number: number }

/** Of several spellings that fit, the longest is meant. */
const changes: Readonly<Record<Change, readonly string[]>> = {
  solve: ['solved', 'solve', 'done', 'fixed', '已经解决了', '已解决', '解决了', '解决', '搞定了', '搞定'],
  drop: ['dropped', 'drop', 'cancelled', 'cancel', '放弃', '不做了', '作废', '取消'],
  reopen: ['reopen', 'open again', '重新打开', '重开', '没解决'],
  hand: ['assign to', 'give to', 'assign', 'owner', 'to', '负责人', '转交给', '转交', '转给', '交给', '分给'],
  due: ['due on', 'due by', 'due', 'until', '截止', '期限改为', '期限', '改到', '延到'],
}

const wholes = {
  list: ['list', 'mine', '列表', '我的', '查看'],
  form: ['new', 'form', '新建', '新'],
  quiz: ['quiz', '小测', '测验'],
}
const beginnings = {
  search: ['search for', 'search', 'find', '搜索', '查找', '搜', '查', '找'],
  story: ['win story', 'win', 'story', '赢单故事', '赢单', '故事'],
}

/** Reads what follows `/case`. What is no command of ours is a new problem. */
export function readRequest(typed: string): CaseRequest {
  const text = typed.trim()
  if (text === '') return { kind: 'list' }
  for (const kind of ['list', 'form', 'quiz'] as const) if (wholes[kind].includes(fold(text))) return { kind }
  const [whole, mark = '', digits, space = ''] = /^([#]?)\s*(\d{1,9})(?!\d)(\s*[:,，]?\s*)/.exec(fold(text)) ?? []
  if (whole !== undefined) {
    const rest = text.slice(whole.length)
    const read = readChange(Number(digits), rest)
    // `12台设备坏了` is a problem; `12 somehow` names a case.
    if (read.kind !== 'unclear' || mark !== '' || space !== '') return read
  }
  for (const kind of ['search', 'story'] as const) {
    const words = after(text, beginnings[kind])
    if (words !== null) return { kind, words }
  }
  return { kind: 'file', words: text }
}

function readChange(number: number, rest: string): CaseRequest {
  if (rest === '') return { kind: 'show', number }
  for (const change of ['solve', 'drop', 'reopen', 'hand', 'due'] as const) {
    const words = after(rest, changes[change])
    if (words !== null) return { kind: 'change', number, change, words }
  }
  return { kind: 'unclear', number }
}

/** What follows one of the spellings; null for a text that begins with none. Chinese ones may be grown together with it. */
function after(text: string, spellings: readonly string[]): string | null {
  const plain = fold(text)
  const found = spellings
    .filter(one => plain.startsWith(one) && !(/[a-z]$/.test(one) && /^[a-z0-9]/.test(plain.slice(one.length))))
    .toSorted((a, b) => b.length - a.length)[0]
  return found === undefined
    ? null
    : text
        .slice(found.length)
        .replace(/^[\s:：,，]+/, '')
        .trim()
}
