import type { Lang } from '../../../base/words.ts'
import { labelOf } from '../../../calendar/period-labels.ts'
import type { Period } from '../../../calendar/periods.ts'
import { content, heading, quiet, strong, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import { metricName, showValue } from '../../metrics/catalogue.ts'
import type { Fact } from '../potential.ts'
import { percent } from './card.ts'

interface Shown {
  readonly period: Period
  readonly rows: readonly { readonly name: string; readonly facts: readonly Fact[] }[]
}

export function potentialContent({ period, rows }: Shown, lang: Lang): Content {
  const w = {
    zh: {
      title: `值得留意的事实 · ${labelOf(period, 'zh')}`,
      none: '这段时间没有特别突出的。',
      note: '只是事实，怎么看由你判断。只有你看得到；本人会在 /我的数据 里看到你看过。',
    },
    en: {
      title: `Facts worth a look · ${labelOf(period, 'en')}`,
      none: 'Nothing stands out in this period.',
      note: 'Facts only; what they mean is yours to judge. Only you see this, and /my data tells them that you looked.',
    },
  }[lang]
  const lines = rows.map(({ name, facts }) =>
    text(strong(name), ' · ', facts.map(fact => factWords(fact, lang)).join({ zh: '；', en: '; ' }[lang])),
  )
  return content(lang, heading(w.title), ...(lines.length === 0 ? [text(w.none)] : lines), quiet(w.note))
}

function factWords(fact: Fact, lang: Lang): string {
  switch (fact.kind) {
    case 'improved-most': {
      const { metric, now, before } = fact.line
      const values = `${showValue(metric, before ?? 0, lang)} → ${showValue(metric, now ?? 0, lang)}`
      return {
        zh: `${metricName(metric, 'zh')}进步最大（${values}，+${percent(fact.share)}）`,
        en: `grew most in ${metricName(metric, 'en')} (${values}, +${percent(fact.share)})`,
      }[lang]
    }
    case 'keeps-plans':
      return {
        zh: `计划兑现 ${percent(fact.share)}（${fact.days} 天）`,
        en: `kept ${percent(fact.share)} of plans over ${fact.days} days`,
      }[lang]
    case 'always-on-time':
      return { zh: `${fact.reports} 份日报全部按时`, en: `all ${fact.reports} reports on time` }[lang]
    case 'recognised':
      return {
        zh: `被 ${fact.people} 位同事表扬 ${fact.times} 次`,
        en: `thanked ${fact.times} times by ${fact.people} colleagues`,
      }[lang]
  }
}
