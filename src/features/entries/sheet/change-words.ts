import type { Lang, Words } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { list, quiet, type Spanlike, strong } from '../../../content/build.ts'
import type { Block } from '../../../content/content.ts'
import { type Metric, metricName, showValue } from '../../metrics/catalogue.ts'

/** What a sheet makes of a day: `before` is its figure so far, null where nothing counts. */
export interface Change {
  readonly member: { readonly memberId: string; readonly name: string }
  readonly metric: Metric
  readonly date: LocalDate
  readonly value: number
  readonly before: number | null
}

const MOST_SHOWN = 10

export function listed(rows: readonly (readonly Spanlike[])[], lang: Lang): readonly (Block | null)[] {
  const left = rows.length - MOST_SHOWN
  const more = { zh: `……还有 ${left} 个`, en: `… and ${left} more` }[lang]
  return [list(rows.slice(0, MOST_SHOWN)), left > 0 ? quiet(more) : null]
}

export function valueWords({ metric, value, before }: Omit<Change, 'member'>, lang: Lang): readonly Spanlike[] {
  const now = strong(showValue(metric, value, lang))
  return before === null ? [now] : [`${showValue(metric, before, lang)} → `, now]
}

export function sizeWords(changes: readonly Change[], lang: Lang): string {
  const people = new Set(changes.map(({ member }) => member.memberId)).size
  return {
    zh: `${people} 人的 ${changes.length} 个数`,
    en: `${entriesWord(changes.length)} for ${people === 1 ? '1 person' : `${people} people`}`,
  }[lang]
}

export function spanWords(changes: readonly Change[], lang: Lang): string {
  const metrics = [...new Set(changes.map(({ metric }) => metricName(metric, lang)))]
  return `${metrics.join({ zh: '、', en: ', ' }[lang])} · ${daysWords(changes, lang)}`
}

export function daysWords(changes: readonly Change[], lang: Lang): string {
  const dates = changes.map(({ date }) => date).toSorted()
  const [from = '', to = ''] = [dates.at(0), dates.at(-1)]
  return from === to ? from : `${from} ${{ zh: '至', en: 'to' }[lang]} ${to}`
}

export function partsWords(added: number, corrected: number, same: number): Words {
  const parts = [
    added > 0 ? { zh: `新增 ${added}`, en: `${added} new` } : null,
    corrected > 0 ? { zh: `更正 ${corrected}`, en: `${corrected} corrected` } : null,
    same > 0 ? { zh: `已经有了、不变 ${same}`, en: `${same} there already` } : null,
  ].filter(part => part !== null)
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') }
}

export function entriesWord(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`
}
