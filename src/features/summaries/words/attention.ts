import type { Lang } from '../../../base/words.ts'
import { content, list, quiet, type Spanlike, strong, text } from '../../../content/build.ts'
import type { Block, Content } from '../../../content/content.ts'
import { type Metric, metricName, showValue } from '../../metrics/catalogue.ts'
import { hintWords } from '../../reports/words/hints.ts'
import { dayLabel } from '../../reports/words/labels.ts'
import type { Attention } from '../attention.ts'
import type { Summary } from '../summary.ts'
import { type Beside, summaryActions, summaryBlocks, titled } from './summary.ts'

/** The summary with what only managers are told of. */
export function managersContent(
  summary: Summary,
  attention: Attention,
  { metrics, ...beside }: Beside & { readonly metrics: readonly Metric[] },
  lang: Lang,
): Content {
  return content(
    lang,
    ...summaryBlocks(summary, beside, lang),
    ...attentionBlocks(attention, metrics, lang),
    summaryActions(summary, lang),
  )
}

/** How many lines of a kind are told; the spreadsheet has everybody. */
const MOST = 10

function attentionBlocks({ behind, late, contradictions }: Attention, metrics: readonly Metric[], lang: Lang) {
  const colon = { zh: '：', en: ': ' }[lang]
  const isQuiet = behind.length + late.length + contradictions.length === 0
  const blocks: readonly (Block | null)[] = [
    text(strong({ zh: '需要留意（只有经理看得到）', en: 'For your attention (managers only)' }[lang])),
    isQuiet ? quiet({ zh: '没有', en: 'Nothing' }[lang]) : null,
    ...titled(
      { zh: '低于自己平时的', en: 'Below their own usual pace' }[lang],
      lines(
        behind.map(({ name, metric, now, usual }) => {
          const value = (pace: number) => showValue(metric, Math.round(pace * 100) / 100, lang)
          const what = metricName(metric, lang)
          return [
            strong(name),
            colon,
            {
              zh: `${what}每工作日 ${value(now)}，平时 ${value(usual)}`,
              en: `${what} ${value(now)} a workday, usually ${value(usual)}`,
            }[lang],
          ]
        }),
        lang,
      ),
    ),
    ...titled(
      { zh: '常迟交的', en: 'Often late' }[lang],
      lines(
        late.map(one => [
          strong(one.name),
          colon,
          { zh: `${one.reports} 份日报里迟交或补交 ${one.late} 份`, en: `${one.late} of ${one.reports} reports late` }[
            lang
          ],
        ]),
        lang,
      ),
    ),
    ...titled(
      { zh: '数字对不上的', en: 'Numbers that do not add up' }[lang],
      lines(
        contradictions.map(({ name, date, hint }) => [
          strong(name),
          ` ${dayLabel(date, lang)}`,
          colon,
          hintWords(hint, metrics, lang),
        ]),
        lang,
      ),
    ),
  ]
  return blocks
}

function lines(items: readonly (readonly Spanlike[])[], lang: Lang): Block | null {
  const more = items.length - MOST
  const rest = { zh: `还有 ${more} 条`, en: `and ${more} more` }[lang]
  return list(more > 0 ? [...items.slice(0, MOST), [rest]] : items)
}
