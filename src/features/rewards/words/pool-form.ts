import type { Lang } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { periodOf } from '../../../calendar/periods.ts'
import { content, form } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import { type Metric, metricName } from '../../metrics/catalogue.ts'

export function poolForm(metrics: readonly Metric[], today: LocalDate, lang: Lang): Content {
  const w = words[lang]
  const quarter = periodOf('quarter', today)
  return content(
    lang,
    form({
      id: 'rewards.new-pool',
      title: w.title,
      submit: w.submit,
      words: w.typed,
      inputs: [
        { id: 'name', label: w.name, kind: 'line', required: true },
        {
          ...{ id: 'metric', label: w.metric, kind: 'choice', required: true },
          options: metrics.map(metric => ({ value: metric.key, label: metricName(metric, lang) })),
        },
        { id: 'target', label: w.target, kind: 'number', required: true, hint: w.targetHint },
        { id: 'from', label: w.from, kind: 'date', required: true, initial: quarter.from },
        { id: 'to', label: w.to, kind: 'date', required: true, initial: quarter.to },
        { id: 'unlocks', label: w.unlocks, kind: 'line', required: true },
      ],
    }),
  )
}

const words = {
  zh: {
    ...{ title: '新建团队奖池', submit: '建好', typed: '/奖池 新建 团建 签单额 300万 2026-Q4 奖励=海底捞' },
    ...{
      name: '名称',
      metric: '比什么',
      target: '团队目标',
      targetHint: '如 300万',
      from: '从',
      to: '到',
      unlocks: '达成后解锁',
    },
  },
  en: {
    ...{
      title: 'New team reward pool',
      submit: 'Make it',
      typed: '/pool new Outing revenue 3m 2026-Q4 unlocks=hotpot',
    },
    ...{
      name: 'Name',
      metric: 'By',
      target: 'Team target',
      targetHint: 'Such as 3m',
      from: 'From',
      to: 'To',
      unlocks: 'What it unlocks',
    },
  },
} as const
