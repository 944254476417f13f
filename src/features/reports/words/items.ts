import type { Lang } from '../../../base/words.ts'
import { actions, content, list, text } from '../../../content/build.ts'
import type { Button, Content } from '../../../content/content.ts'
import type { Report } from '../report.ts'
import { dayLabel } from './labels.ts'

const MOST = 6
/** What is longer than a button is turned over in the form. */
const LONGEST = 60

/** How the things to do stand now. */
export function itemsContent(report: Report, lang: Lang): Content {
  const open = report.items.filter(({ done }) => !done).length
  const day = dayLabel(report.date, lang)
  const state = {
    zh: open === 0 ? `${day} 的事都做完了` : `${day} 还有 ${open} 件没做完`,
    en: open === 0 ? `All done for ${day}` : `${open} left to do for ${day}`,
  }[lang]
  return content(
    lang,
    text(state),
    list(report.items.map(({ text: item, done }) => [done ? '√ ' : '☐ ', item])),
    actions(...itemButtons(report, { zh: '/日报', en: '/report' }[lang], lang)),
  )
}

/** One tap for each item turns it over; `start` is how a typed line for that report begins. */
export function itemButtons(report: Report, start: string, lang: Lang): readonly Button[] {
  const short = report.items.filter(({ text: item }) => item.length <= LONGEST)
  return short.slice(0, MOST).map(({ text: item, done }) => ({
    id: 'reports.item',
    label: done ? { zh: `未完成：${item}`, en: `Not done: ${item}` }[lang] : `√ ${item}`,
    words: `${start} ${done ? '☐' : '√'} ${item}`,
    value: JSON.stringify({ report: report.id, item }),
  }))
}
