import type { RuleState } from './rule.ts'

/** What somebody wants of the rules. `name` is whatever they called one. */
export type RuleRequest =
  | { readonly kind: 'show' | 'list' | 'read' | 'readers' | 'take-import' }
  | { readonly kind: 'switch'; readonly name: string; readonly state: RuleState }
  | { readonly kind: 'edit' | 'export' | 'import' | 'history' | 'words'; readonly text: string }
  | { readonly kind: 'exempt'; readonly who: string; readonly name: string; readonly isExempt: boolean }
  | { readonly kind: 'unclear' }

const verbs = [
  ['list', ['list', 'all', '目录', '全部', '列表', '清单']],
  ['read', ['read', '已读', '读过', '知道了']],
  ['readers', ['readers', 'unread', '谁没读', '谁读了', '阅读情况']],
  ['on', ['on', 'enable', '启用', '开启', '打开', '开']],
  ['shadow', ['try', 'shadow', '试行', '试用', '试运行']],
  ['off', ['off', 'disable', '停用', '关闭', '取消', '关']],
  ['edit', ['edit', 'change', 'set', '编辑', '修改', '改']],
  ['export', ['export', 'yaml', '导出']],
  ['import', ['import', '导入']],
  ['history', ['history', '历史', '记录', '修改记录']],
  ['words', ['words', 'wordlist', '词表', '词库', '敏感词']],
  ['exempt', ['exempt', '豁免', '例外']],
  ['unexempt', ['unexempt', '取消豁免', '恢复约束']],
] as const

type Verb = (typeof verbs)[number][0]

/** Reads what follows `/rules`: a verb first, in either language. */
export function readRuleRequest(rest: string): RuleRequest {
  const [, first = '', tail = ''] = /^\s*(\S*)[^\S\n]*\n?([\s\S]*)$/.exec(rest) ?? []
  if (first === '') return { kind: 'show' }
  const verb = verbOf(first)
  const text = tail.trim()
  switch (verb) {
    case null:
      return { kind: 'unclear' }
    case 'list':
    case 'read':
    case 'readers':
      return text === '' ? { kind: verb } : { kind: 'unclear' }
    case 'on':
    case 'shadow':
    case 'off':
      return text === '' ? { kind: 'unclear' } : { kind: 'switch', name: text, state: verb }
    case 'import':
      return /^(?:yes|ok|确定|确认|好)$/i.test(text) ? { kind: 'take-import' } : { kind: 'import', text: tail }
    case 'exempt':
    case 'unexempt':
      return readExemption(text, verb === 'exempt')
    default:
      return { kind: verb, text }
  }
}

function verbOf(word: string): Verb | null {
  const said = word.normalize('NFKC').toLowerCase()
  return verbs.find(([, words]) => words.some(one => one === said))?.[0] ?? null
}

/** `张三 from flooding`, `张三 flooding`, `组长 不受 刷屏`. */
function readExemption(text: string, isExempt: boolean): RuleRequest {
  const plain = text.normalize('NFKC')
  const [, who = '', name = ''] =
    /^(.+?)\s+(?:from|of|in|不受|的|于)\s+(.+)$/.exec(plain) ?? /^(\S+)\s+(.+)$/.exec(plain) ?? []
  return who === '' || name === '' ? { kind: 'unclear' } : { kind: 'exempt', who, name, isExempt }
}
