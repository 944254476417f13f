import type { Lang, Words } from '../../../base/words.ts'
import { labelOf } from '../../../calendar/period-labels.ts'
import { toLocal } from '../../../calendar/zone.ts'
import { content, heading, list } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import { type Metric, metricName, showValue } from '../../metrics/catalogue.ts'
import { periodOfTarget, type Target, type TargetState, type TargetStep } from '../target.ts'

export interface History {
  /** Of one slot, oldest first. */
  readonly targets: readonly Target[]
  readonly steps: ReadonlyMap<string, readonly TargetStep[]>
  /** Person id → name. */
  readonly names: ReadonlyMap<string, string>
  readonly metric: Metric
  /** Null for the team. */
  readonly owner: string | null
  readonly zone: string
}

export function historyContent(it: History, lang: Lang): Content {
  const { targets, metric, owner } = it
  const [first] = targets
  const days = first ? labelOf(periodOfTarget(first), lang) : ''
  const whose = owner ?? { zh: '团队', en: 'Team' }[lang]
  const title = {
    zh: `${whose}的${metricName(metric, lang)}目标 · ${days}`,
    en: `${whose} · ${metricName(metric, lang)} · ${days}`,
  }
  return content(lang, heading(title[lang]), list(targets.map(target => [line(target, it, lang)])))
}

const stepNames: Readonly<Record<TargetState, Words>> = {
  proposed: { zh: '提出', en: 'proposed' },
  accepted: { zh: '定下', en: 'agreed' },
  superseded: { zh: '被替换', en: 'replaced' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
}

/** 12万：10月28日 王经理 提出 → 10月29日 张三 定下；理由：… */
function line({ id, value, reason }: Target, { steps, names, metric, zone }: History, lang: Lang): string {
  const said = (steps.get(id) ?? []).map(({ state, by, at }) => {
    const { date, time } = toLocal(at, zone)
    return `${date} ${time} ${names.get(by) ?? ''} ${stepNames[state][lang]}`
  })
  const why = reason === null ? '' : { zh: `；理由：${reason}`, en: `; reason: ${reason}` }[lang]
  return `${showValue(metric, value, lang)}${{ zh: '：', en: ': ' }[lang]}${said.join(' → ')}${why}`
}
