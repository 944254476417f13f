import { readKeyed } from '../../commands/read-keyed.ts'
import { fold } from '../metrics/metric.ts'
import { type DraftFields, kindNamed } from './read-draft.ts'

/** What is asked of `/contest`. */
export type ContestRequest =
  | { readonly kind: 'show' | 'cancel' | 'proof' | 'card'; readonly name: string }
  | { readonly kind: 'form' }
  | { readonly kind: 'new'; readonly fields: DraftFields }

const verbs: ReadonlyMap<string, 'new' | 'cancel' | 'proof' | 'card' | 'show'> = new Map([
  ...(['new', 'add', '新建', '开', '新增', '添加'] as const).map(word => [word, 'new'] as const),
  ...(['cancel', 'stop', '取消', '停止'] as const).map(word => [word, 'cancel'] as const),
  ...(['proof', 'trace', '依据', '怎么算的', '追溯'] as const).map(word => [word, 'proof'] as const),
  ...(['card', '卡片', '我的卡片'] as const).map(word => [word, 'card'] as const),
  ...(['list', 'show', '列表', '查看', '全部', '战况'] as const).map(word => [word, 'show'] as const),
])

const keys = {
  prize: ['prize', '奖品', '奖励'],
  name: ['name', '名', '名称', '名字'],
  marks: ['mark', 'marks', '线', '目标'],
  rounds: ['rounds', 'round', '轮', '轮数'],
  sides: ['sides', 'side', 'teams', '队', '分队'],
  handicap: ['handicap', '让分'],
} as const

/** Reads `cancel 冲刺周`, `new`, `most revenue 2026-12 prize=电影票`; whatever names no verb or kind is a contest's name. */
export function readContestRequest(text: string): ContestRequest {
  const { head, values } = readKeyed(text, keys)
  const [first = '', ...rest] = head.split(/\s+/)
  const others = rest.join(' ')
  const verb = verbs.get(fold(first))
  if (verb === 'new') return newRequest(others, values)
  if (verb !== undefined) return { kind: verb, name: others }
  const isNew = kindNamed(first) !== null || Object.keys(values).length > 0
  return isNew ? newRequest(head, values) : { kind: 'show', name: head }
}

function newRequest(head: string, values: Omit<DraftFields, 'kind' | 'span'>): ContestRequest {
  if (head === '' && Object.keys(values).length === 0) return { kind: 'form' }
  const [kind = '', ...span] = head.split(/\s+/)
  return { kind: 'new', fields: { ...values, kind, span: span.join(' ') } }
}
