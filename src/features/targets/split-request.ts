import type { PeopleBasis } from './split-people.ts'
import type { TargetKind } from './target.ts'

/** How a target is to be shared out; what was not said is null. */
export interface SplitRequest {
  /** Whose target and which one, as typed. */
  readonly about: string
  readonly into: TargetKind | 'people' | null
  readonly basis: PeopleBasis | 'calendar' | null
  readonly weights: readonly number[] | null
  readonly confirmed: boolean
}

const bases: ReadonlyMap<string, PeopleBasis | 'calendar'> = new Map([
  ...(['equal', 'equally', '平均', '均分', '人头'] as const).map(word => [word, 'equal'] as const),
  ...(['role', 'roles', '角色', '职位', '岗位'] as const).map(word => [word, 'role'] as const),
  ...(['tenure', '资历', '司龄', '工龄'] as const).map(word => [word, 'tenure'] as const),
  ...(['history', '历史', '业绩', '去年'] as const).map(word => [word, 'history'] as const),
  ...(['calendar', 'workdays', '日历', '工作日'] as const).map(word => [word, 'calendar'] as const),
])

const units: ReadonlyMap<string, TargetKind | 'people'> = new Map([
  ...(['people', 'members', '人', '成员', '个人'] as const).map(word => [word, 'people'] as const),
  ...(['quarters', '季', '季度'] as const).map(word => [word, 'quarter'] as const),
  ...(['months', '月', '月份'] as const).map(word => [word, 'month'] as const),
  ...(['weeks', '周', '星期'] as const).map(word => [word, 'week'] as const),
  ...(['days', '天', '日'] as const).map(word => [word, 'day'] as const),
])

const RATIO = /^\d{1,15}(?:\.\d+)?(?:[::]\d{1,15}(?:\.\d+)?)+$/
const CONFIRM = /^(?:confirm|yes|确认|确定)$/i

/** Reads `team revenue 2026-12 by history`, `签单额 2026 按月 3:4:5`, `team revenue 2026-12 into people confirm`. */
export function readSplitRequest(text: string): SplitRequest {
  const request: { -readonly [K in keyof SplitRequest]: SplitRequest[K] } = {
    ...{ about: '', into: null, basis: null, weights: null, confirmed: false },
  }
  const rest: string[] = []
  // `by history` and `按 历史` are one word each, as 按历史 is.
  const said = text.normalize('NFKC').replaceAll(/(^|\s)(by|into|per|按|到)\s+/gi, '$1$2·')
  for (const word of said.split(/\s+/).filter(one => one !== '')) {
    const [, mark, how = ''] = /^(by·|into·|per·|按·?|到·?)(.+)$/i.exec(word) ?? []
    const basis = mark === undefined ? undefined : bases.get(how.toLowerCase())
    const unit = mark === undefined ? undefined : units.get(how.toLowerCase())
    if (basis !== undefined) request.basis = basis
    else if (unit !== undefined) request.into = unit
    else if (RATIO.test(word)) request.weights = word.split(/[::]/).map(Number)
    else if (CONFIRM.test(word)) request.confirmed = true
    else rest.push(word.replace('·', ' '))
  }
  return { ...request, about: rest.join(' ') }
}
