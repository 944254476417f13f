import type { Lang, Words } from '../../base/words.ts'
import { actions, code, content, heading, list, quiet, strong, table, text } from '../../content/build.ts'
import type { Block, Content } from '../../content/content.ts'
import { kindWords, unitWords } from './fact-words.ts'
import { fieldWords, valueWords } from './field-words.ts'
import { formulaWords } from './formula-words.ts'
import { byHouse, type Metric, metricName } from './metric.ts'
import { readyFor } from './ready-metrics.ts'
import type { Change } from './store/changes.ts'

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
    readyLine([...metrics, ...archived], lang),
    quiet({ zh: `经理可以添加，例如 ${addExample.zh}`, en: `Managers may add more, such as ${addExample.en}` }[lang]),
  )
}

/** What can be taken by its name alone. */
function readyLine(metrics: readonly Metric[], lang: Lang): Block | null {
  const names = readyFor(metrics).map(ready => ready[lang])
  if (names.length === 0) return null
  const [first = ''] = names
  return quiet(
    {
      zh: `现成可加（/指标 添加 ${first}）：${names.join('、')}`,
      en: `Ready to take (/metric add ${first.toLowerCase()}): ${names.join(', ')}`,
    }[lang],
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

/** `parts`: those that came with it. */
export function metricAdded(metric: Metric, parts: readonly Metric[], lang: Lang): Content {
  const name = metricName(metric, lang)
  return content(
    lang,
    text({ zh: '已添加指标 ', en: 'Added the metric ' }[lang], strong(name)),
    parts.length === 0 ? null : text(withParts(parts)[lang]),
    [metric, ...parts].some(isCounted) ? quiet(countedFromNow[lang]) : null,
    isCounted(metric) ? null : quiet((metric.formula === null ? recordIt(name) : lookAtIt(name))[lang]),
    listButton(lang),
  )
}

function isCounted({ reportedBy }: Metric): boolean {
  return reportedBy === byHouse
}

const countedFromNow: Words = {
  zh: '系统自动统计，从下一次日报截止起算；之前的日报不补算。',
  en: 'It is counted automatically, from the next time a report is due; earlier reports are not counted.',
}

function withParts(parts: readonly Metric[]): Words {
  return {
    zh: `它要用到的也一并添加了：${parts.map(({ zh }) => zh).join('、')}`,
    en: `What it is made of was added, too: ${parts.map(({ en }) => en).join(', ')}`,
  }
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

export function metricShownChanged(metric: Metric, changes: readonly Change[], lang: Lang): Content {
  const name = metricName(metric, lang)
  if (changes.length === 0)
    return content(lang, text(strong(name), { zh: ' 本来就是这样', en: ' is like that already' }[lang]))
  const lines = changes.map(({ field, before, after }) => [
    `${fieldWords(field)[lang]}: ${valueWords(field, before, lang)} → ${valueWords(field, after, lang)}`,
  ])
  return content(
    lang,
    text({ zh: '已修改 ', en: 'Changed ' }[lang], strong(name)),
    list(lines),
    quiet({ zh: '以前的实绩不变。', en: 'Past entries stay as they are.' }[lang]),
    listButton(lang),
  )
}

export function metricRenamed(before: Metric, after: Metric, lang: Lang): Content {
  const names = (metric: Metric) => [...new Set([metric[lang], metric.zh, metric.en])].join(' / ')
  return content(
    lang,
    text({ zh: `${names(before)} 现在叫 `, en: `${names(before)} is now called ` }[lang], strong(names(after))),
    quiet({ zh: '旧名字照样能用。', en: 'The old names still work.' }[lang]),
    listButton(lang),
  )
}

export function metricsImported(added: readonly Metric[], changed: readonly Metric[], lang: Lang): Content {
  const names = (metrics: readonly Metric[]) =>
    metrics.map(metric => metricName(metric, lang)).join({ zh: '、', en: ', ' }[lang])
  return content(
    lang,
    added.length === 0 ? null : text({ zh: '已添加：', en: 'Added: ' }[lang], names(added)),
    changed.length === 0
      ? null
      : text({ zh: '已有，已按表更新：', en: 'There already, now as the table says: ' }[lang], names(changed)),
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
