import type { Lang, Words } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { content, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import type { Metric } from '../../metrics/catalogue.ts'
import { reasonName } from '../reasons.ts'
import { nameOf } from './hints.ts'
import { dayLabel } from './labels.ts'

interface Noted {
  readonly date: LocalDate
  readonly metric: string
  readonly reason: string
  readonly metrics: readonly Metric[]
}

export function reasonNoted({ date, metric, reason, metrics }: Noted, lang: Lang): Content {
  const name = nameOf(metric, metrics, lang)
  const day = dayLabel(date, lang)
  const why = reasonName(reason, lang)
  return content(lang, text({ zh: `已记：${day} ${name}，${why}`, en: `Noted for ${name} on ${day}: ${why}` }[lang]))
}

export const noReportYet: Words = {
  zh: '还没有日报。先写 /日报，再写原因。',
  en: 'There is no report yet. Write /report first, then the reason.',
}

export function howToReason(metrics: readonly Metric[]): Words {
  const [first] = metrics
  return {
    zh: `写明指标和原因，例如 /原因 ${first?.zh ?? '电话'} 客户改期`,
    en: `Name the metric and the reason, such as /reason ${first?.en ?? 'calls'} customer rescheduled`,
  }
}
