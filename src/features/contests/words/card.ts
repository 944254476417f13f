import type { Lang } from '../../../base/words.ts'
import { content, heading, quiet, table } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import { type Metric, metricName, showValue } from '../../metrics/catalogue.ts'
import { findKey } from '../../metrics/metric.ts'
import type { Goal } from '../bingo.ts'
import type { Contest } from '../contest.ts'

export function cardContent(
  { name }: Pick<Contest, 'name'>,
  card: { goals: readonly Goal[]; met: readonly boolean[]; lines: number },
  metrics: readonly Metric[],
  lang: Lang,
): Content {
  const cells = card.goals.map((goal, at) => `${card.met[at] ? '✅' : '⬜'} ${goalWords(goal, metrics, lang)}`)
  const rows = [0, 3, 6].map(at => cells.slice(at, at + 3))
  const done = card.met.filter(Boolean).length
  return content(
    lang,
    heading({ zh: `${name} · 我的卡片`, en: `${name} · my card` }[lang]),
    table(
      ['1', '2', '3'].map(label => ({ label })),
      rows,
    ),
    quiet(
      { zh: `完成 ${done} 格，连成 ${card.lines} 条线`, en: `${done} goals met, ${card.lines} lines complete` }[lang],
    ),
  )
}

function goalWords({ metricKey, kind, mark }: Goal, metrics: readonly Metric[], lang: Lang): string {
  const metric = findKey(metrics, metricKey)
  const name = metric === null ? metricKey : metricName(metric, lang)
  const value = metric === null || kind === 'days' ? String(mark) : showValue(metric, mark, lang)
  switch (kind) {
    case 'total':
      return { zh: `${name}共 ${value}`, en: `${name} ${value} in all` }[lang]
    case 'day':
      return { zh: `一天${name} ${value}`, en: `${name} ${value} in a day` }[lang]
    case 'days':
      return { zh: `${value} 天有${name}`, en: `${name} on ${value} days` }[lang]
  }
}
