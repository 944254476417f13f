import type { Lang, Words } from '../../base/words.ts'
import { actions, code, content, heading, quiet, strong, table, text } from '../../content/build.ts'
import type { Content } from '../../content/content.ts'
import { formulaWords } from './formula-words.ts'
import { type Metric, type MetricKind, type MetricUnit, metricName } from './metric.ts'

const unitWords: Readonly<Record<MetricUnit, Words>> = {
  count: { zh: '个数', en: 'count' },
  money: { zh: '金额', en: 'money' },
  percent: { zh: '百分比', en: 'percent' },
  number: { zh: '数值', en: 'number' },
}

const kindWords: Readonly<Record<MetricKind, Words>> = {
  activity: { zh: '过程', en: 'activity' },
  result: { zh: '结果', en: 'result' },
}

export const addExample: Words = { zh: '/指标 添加 演示 demos 别名=试用', en: '/metric add demos 演示 alias=trial' }

export function metricList(metrics: readonly Metric[], archived: readonly Metric[], lang: Lang): Content {
  const labels = { zh: ['指标', '关键字', '别名', '类型'], en: ['Metric', 'Key', 'Also called', 'Kind'] }[lang]
  const rows = metrics.map(metric => [
    strong(metricName(metric, lang)),
    code(metric.key),
    alsoCalled(metric, lang),
    `${kindWords[metric.kind][lang]} · ${unitWords[metric.unit][lang]}${workedBy(metric, [...metrics, ...archived], lang)}`,
  ])
  const gone = archived.map(metric => metricName(metric, lang)).join(lang === 'zh' ? '、' : ', ')
  return content(
    lang,
    heading({ zh: '团队的指标', en: 'What the team counts' }[lang]),
    table(
      labels.map(label => ({ label })),
      rows,
    ),
    gone === '' ? null : quiet({ zh: `已停用：${gone}`, en: `Archived: ${gone}` }[lang]),
    quiet({ zh: `经理可以添加，例如 ${addExample.zh}`, en: `Managers may add more, such as ${addExample.en}` }[lang]),
  )
}

function workedBy({ formula }: Metric, all: readonly Metric[], lang: Lang): string {
  return formula === null ? '' : ` · = ${formulaWords(formula, all, lang)}`
}

function alsoCalled(metric: Metric, lang: Lang): string {
  const other = metricName(metric, lang === 'zh' ? 'en' : 'zh')
  const names = [other, ...metric.aliases].filter(name => name !== metricName(metric, lang))
  return [...new Set(names)].join(lang === 'zh' ? '、' : ', ')
}

export function metricAdded(metric: Metric, lang: Lang): Content {
  const name = metricName(metric, lang)
  return content(
    lang,
    text({ zh: '已添加指标 ', en: 'Added the metric ' }[lang], strong(name)),
    quiet((metric.formula === null ? recordIt(name) : lookAtIt(name))[lang]),
    listButton(lang),
  )
}

function recordIt(name: string): Words {
  return {
    zh: `现在就可以写：/日报 ${name}3。要出现在表单里，请用 /表单。`,
    en: `It can be typed at once: /report ${name} 3. To see it in a form, use /form.`,
  }
}

function lookAtIt(name: string): Words {
  return {
    zh: `它由其他指标算出来，不用填。现在就可以看：/榜单 ${name}，/追溯 ${name}`,
    en: `It is worked out from the others, so nobody fills it in. Look at it at once: /board ${name}, /trace ${name}`,
  }
}

export function aliasesAdded(metric: Metric, lang: Lang): Content {
  const names = metric.aliases.join(lang === 'zh' ? '、' : ', ')
  return content(
    lang,
    text(strong(metricName(metric, lang)), { zh: ` 的别名：${names}`, en: ` is also called: ${names}` }[lang]),
    listButton(lang),
  )
}

export function metricArchived(metric: Metric, lang: Lang): Content {
  const name = metricName(metric, lang)
  return content(
    lang,
    text({ zh: '已停用 ', en: 'Archived ' }[lang], strong(name)),
    quiet(
      {
        zh: `以前的实绩都保留。要恢复，请输入 /指标 恢复 ${name}`,
        en: `Its past entries are kept. To bring it back, type /metric restore ${name}`,
      }[lang],
    ),
    listButton(lang),
  )
}

export function metricRestored(metric: Metric, lang: Lang): Content {
  return content(
    lang,
    text({ zh: '已恢复 ', en: 'Restored ' }[lang], strong(metricName(metric, lang))),
    listButton(lang),
  )
}

function listButton(lang: Lang) {
  return actions(
    {
      zh: { id: 'metrics.list', label: '全部指标', words: '/指标' },
      en: { id: 'metrics.list', label: 'All metrics', words: '/metric' },
    }[lang],
  )
}
