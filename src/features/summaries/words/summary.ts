import type { Lang, Words } from '../../../base/words.ts'
import { labelOf } from '../../../calendar/period-labels.ts'
import { previous } from '../../../calendar/periods.ts'
import { toLocal, type Zone } from '../../../calendar/zone.ts'
import { actions, content, heading, list, quiet, type Spanlike, strong, table, text } from '../../../content/build.ts'
import type { Block, Button, Content } from '../../../content/content.ts'
import { metricName, showValue } from '../../metrics/catalogue.ts'
import { dayLabel, listed } from '../../reports/words/labels.ts'
import type { BlockerLine } from '../blockers.ts'
import type { Result, Summary, Thanks } from '../summary.ts'
import { goodWords } from './good-things.ts'

/** The summary as everybody on the team may see it. */
export function summaryContent(summary: Summary, zone: Zone, lang: Lang): Content {
  return content(lang, ...summaryBlocks(summary, zone, lang), summaryActions(summary, lang))
}

/** All but what can be pressed, so that a manager's own part can stand between. */
export function summaryBlocks(summary: Summary, zone: Zone, lang: Lang): readonly (Block | null)[] {
  const { period, results, good, blockers, thanks } = summary
  const label = labelOf(period, lang)
  return [
    heading({ zh: `总结 · ${label}`, en: `Summary · ${label}` }[lang]),
    resultsTable(results, lang) ?? text({ zh: '这段时间还没有实绩', en: 'Nothing has been recorded in it yet' }[lang]),
    ...titled(
      { zh: good.length < 3 ? '好消息' : '三件好事', en: good.length < 3 ? 'Good news' : 'Three good things' }[lang],
      list(good.map(thing => goodWords(thing, lang))),
    ),
    ...blockerBlocks(blockers.open, { zh: '还卡着', en: 'Still in the way' }[lang], lang),
    ...blockerBlocks(blockers.solved, { zh: '已经解决', en: 'Solved' }[lang], lang),
    thanks.reports === 0 ? null : text(thanksWords(thanks, lang)),
    quiet(basis(summary, zone, lang)),
  ]
}

export function titled(title: string, block: Block | null): readonly (Block | null)[] {
  return block === null ? [] : [text(strong(title)), block]
}

function resultsTable(results: readonly Result[], lang: Lang): Block | null {
  const hasPlan = results.some(({ planned }) => planned !== null)
  const hasBefore = results.some(({ before }) => before !== null)
  const labels = {
    zh: ['指标', '完成', '计划', '完成率', '上期'],
    en: ['Metric', 'Done', 'Planned', 'Of plan', 'Before'],
  }[lang]
  const shown = [true, true, hasPlan, hasPlan, hasBefore]
  const pick = <T>(cells: readonly T[]) => cells.filter((_, at) => shown[at])
  const rows = results.map(({ metric, done, planned, before }) => {
    const show = (value: number | null) => (value === null ? '–' : showValue(metric, value, lang))
    const share = metric.direction === 'less' || metric.unit === 'percent' ? null : shareOf(done, planned)
    return [metricName(metric, lang), strong(show(done)), show(planned), share ?? '–', show(before)]
  })
  return table(
    pick(labels.map((label, at) => ({ label, align: at === 0 ? ('start' as const) : ('end' as const) }))),
    rows.map(pick),
  )
}

/** Rounded down: what is not whole is not 100 %. */
function shareOf(done: number | null, planned: number | null): string | null {
  if (planned === null || planned <= 0) return null
  return `${Math.floor(((done ?? 0) / planned) * 100 + 1e-9)}%`
}

const MOST_BLOCKERS = 5

function blockerBlocks(lines: readonly BlockerLine[], title: string, lang: Lang): readonly (Block | null)[] {
  const colon = { zh: '：', en: ': ' }[lang]
  const items = lines.slice(0, MOST_BLOCKERS).map(({ name, text: said, since }): readonly Spanlike[] => {
    const day = dayLabel(since, lang)
    return [strong(name), `${colon}${said}`, { zh: `（${day}起）`, en: ` (since ${day})` }[lang]]
  })
  const more = lines.length - items.length
  const rest = { zh: `还有 ${more} 个`, en: `and ${more} more` }[lang]
  return titled(`${title} ${lines.length}`, list(more > 0 ? [...items, [rest]] : items))
}

const MOST_NAMES = 12

function thanksWords({ reports, people, punctual }: Thanks, lang: Lang): string {
  const names = listed(
    punctual.slice(0, MOST_NAMES).map(({ name }) => name),
    lang,
  )
  const some =
    punctual.length > MOST_NAMES ? { zh: `${names} 等 ${punctual.length} 人`, en: `${names} and others` }[lang] : names
  const thanks = {
    zh: `谢谢大家：${people} 人交了 ${reports} 份日报。`,
    en: `Thank you: ${reports} ${reports === 1 ? 'report' : 'reports'} by ${people} of you.`,
  }[lang]
  if (punctual.length === 0) return thanks
  return thanks + { zh: `每次都准时的有 ${some}。`, en: ` Always on time: ${some}.` }[lang]
}

function basis({ period, until, results }: Summary, zone: Zone, lang: Lang): string {
  const { date, time } = toLocal(until, zone)
  const moment = date > period.to ? labelOf(period, lang) : `${dayLabel(date, lang)} ${time}`
  const plans = results.some(({ planned }) => planned !== null)
  const before = results.some(it => it.before !== null) ? labelOf(previous(period), lang) : null
  return [
    date > period.to
      ? { zh: `口径：${moment}的全部实绩`, en: `Basis: all entries of ${moment}` }[lang]
      : { zh: `口径：截至 ${moment} 的实绩`, en: `Basis: entries up to ${moment}` }[lang],
    plans && { zh: '计划为各人计划之和', en: 'plans are the sum of everybody’s' }[lang],
    before !== null && { zh: `上期为 ${before}`, en: `before is ${before}` }[lang],
  ]
    .filter(part => part !== false)
    .join({ zh: '；', en: '; ' }[lang])
}

export function summaryActions({ period }: Pick<Summary, 'period'>, lang: Lang): Block | null {
  const command = { zh: '/总结', en: '/summary' }[lang]
  const before = previous(period).key
  const buttons: readonly Button[] = [
    {
      id: 'summaries.show',
      label: { zh: '上一期', en: 'Period before' }[lang],
      words: `${command} ${before}`,
      value: before,
    },
    {
      id: 'summaries.xlsx',
      label: { zh: '下载 Excel', en: 'As a spreadsheet' }[lang],
      words: `${command} ${period.key} xlsx`,
      value: period.key,
    },
  ]
  return actions(...buttons)
}

export const whyWeekly: Words = {
  zh: '团队设置了周总结：周五，或本周最后一个工作日',
  en: 'the team has its week summed up on Friday, or on the last workday of the week',
}

export const whyManagers: Words = {
  zh: '周总结发到群里时，需要留意的事只私下告诉经理',
  en: 'with the week’s summary, what needs a manager’s attention is told to managers alone',
}
