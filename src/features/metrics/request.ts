import { fold } from './metric.ts'

/** What is asked of `/metric`. */
export type MetricRequest =
  | { readonly kind: 'list' }
  | { readonly kind: 'add'; readonly words: readonly string[] }
  | { readonly kind: 'alias'; readonly name: string; readonly aliases: readonly string[] }
  | { readonly kind: 'archive' | 'restore'; readonly name: string }
  | { readonly kind: 'set' | 'rename'; readonly name: string; readonly words: readonly string[] }
  | { readonly kind: 'import'; readonly text: string }
  | { readonly kind: 'show'; readonly name: string }
  | { readonly kind: 'unclear' }

const verbs: ReadonlyMap<string, MetricRequest['kind']> = new Map([
  ...(['list', '列表', '查看', '全部'] as const).map(word => [word, 'list'] as const),
  ...(['add', '新增', '添加', '加'] as const).map(word => [word, 'add'] as const),
  ...(['alias', '别名'] as const).map(word => [word, 'alias'] as const),
  ...(['archive', 'remove', '停用', '归档', '删除'] as const).map(word => [word, 'archive'] as const),
  ...(['restore', '恢复', '启用'] as const).map(word => [word, 'restore'] as const),
  ...(['set', '设置', '设', '修改', '改'] as const).map(word => [word, 'set'] as const),
  ...(['rename', '改名', '重命名'] as const).map(word => [word, 'rename'] as const),
  ...(['import', '导入'] as const).map(word => [word, 'import'] as const),
])

export function readRequest(text: string): MetricRequest {
  const [verb = 'list', ...words] = wordsIn(text)
  const [name, ...others] = words
  switch (verbs.get(fold(verb))) {
    case 'list':
      return name === undefined ? { kind: 'list' } : { kind: 'show', name }
    case 'add':
      return { kind: 'add', words }
    case 'alias':
      if (name === undefined || others.length === 0) return { kind: 'unclear' }
      return { kind: 'alias', name, aliases: others.flatMap(word => word.split(/[,、|/]/)).filter(word => word !== '') }
    case 'archive':
      return name === undefined ? { kind: 'unclear' } : { kind: 'archive', name }
    case 'restore':
      return name === undefined ? { kind: 'unclear' } : { kind: 'restore', name }
    case 'set':
      return name === undefined ? { kind: 'unclear' } : { kind: 'set', name, words: others }
    case 'rename':
      return name === undefined || others.length === 0 ? { kind: 'unclear' } : { kind: 'rename', name, words: others }
    case 'import':
      return { kind: 'import', text: text.trimStart().slice(verb.length) }
    default:
      return name === undefined ? { kind: 'show', name: verb } : { kind: 'unclear' }
  }
}

function wordsIn(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .split(/\s+/)
    .filter(word => word !== '')
}
