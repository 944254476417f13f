import type { Lang, Words } from '../../../base/words.ts'
import { labelOf } from '../../../calendar/period-labels.ts'
import { previous } from '../../../calendar/periods.ts'
import { toLocal, type Zone } from '../../../calendar/zone.ts'
import { actions, content, heading, list, quiet, type Spanlike, strong, table, text } from '../../../content/build.ts'
import type { Block, Button, Content } from '../../../content/content.ts'
import { metricName, showValue } from '../../metrics/catalogue.ts'
import { ratesLines, unratedLine } from '../../metrics/money/rate-words.ts'
import { dayLabel, listed } from '../../reports/words/labels.ts'
import { percent } from '../../targets/words/pace.ts'
import type { BlockerLine } from '../blockers.ts'
import { type Result, type Summary, shareOfPlan, shareOfTarget, type Thanks } from '../summary.ts'
import { goodWords } from './good-things.ts'

export interface Beside {
  readonly zone: Zone
  readonly picture: Block | null
}

/** The summary as everybody on the team may see it. */
export function summaryContent(summary: Summary, beside: Beside, lang: Lang): Content {
  return content(lang, ...summaryBlocks(summary, beside, lang), summaryActions(summary, lang))
}

/** All but what can be pressed, so that a manager's own part can stand between. */
export function summaryBlocks(summary: Summary, { zone, picture }: Beside, lang: Lang): readonly (Block | null)[] {
  const { results, good, blockers, thanks } = summary
  const unrated = unratedLine(summary.mixed, lang)
  return [
    heading(titleOf(summary, lang)),
    picture,
    resultsTable(results, lang) ??
      (unrated === null ? text({ zh: '这段时间还没有实绩', en: 'Nothing has been recorded in it yet' }[lang]) : null),
    unrated === null ? null : quiet(unrated),
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

export function titleOf({ period }: Pick<Summary, 'period'>, lang: Lang): string {
  const label = labelOf(period, lang)
  return { zh: `总结 · ${label}`, en: `Summary · ${label}` }[lang]
}

export function titled(title: string, block: Block | null): readonly (Block | null)[] {
  return block === null ? [] : [text(strong(title)), block]
}

function resultsTable(results: readonly Result[], lang: Lang): Block | null {
  const hasPlan = results.some(({ planned }) => planned !== null)
  const hasTarget = results.some(({ target }) => target !== null)
  const hasBefore = results.some(({ before }) => before !== null)
  const labels = {
    zh: ['指标', '完成', '计划', '完成率', '目标', '上期'],
    en: ['Metric', 'Done', 'Planned', 'Of plan', 'Target', 'Before'],
  }[lang]
  const shown = [true, true, hasPlan, hasPlan, hasTarget, hasBefore]
  const pick = <T>(cells: readonly T[]) => cells.filter((_, at) => shown[at])
  const rows = results.map(result => {
    const { metric, done, planned, before } = result
    const show = (value: number | null) => (value === null ? '–' : showValue(metric, value, lang))
    const share = percent(shareOfPlan(result)) || '–'
    return [metricName(metric, lang), strong(show(done)), show(planned), share, targetCell(result, lang), show(before)]
  })
  return table(
    pick(labels.map((label, at) => ({ label, align: at === 0 ? ('start' as const) : ('end' as const) }))),
    rows.map(pick),
  )
}

/** 12万（75%） */
function targetCell(result: Result, lang: Lang): string {
  const { metric, target } = result
  if (target === null) return '–'
  const [wanted, share] = [showValue(metric, target, lang), percent(shareOfTarget(result))]
  return share === '' ? wanted : { zh: `${wanted}（${share}）`, en: `${wanted} (${share})` }[lang]
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

function basis(summary: Summary, zone: Zone, lang: Lang): string {
  const { period, results } = summary
  const plans = results.some(({ planned }) => planned !== null)
  const before = results.some(it => it.before !== null) ? labelOf(previous(period), lang) : null
  return [
    asOf(summary, zone, lang),
    plans &&
      {
        zh: '计划为各人计划之和，完成率只看有计划的那些天',
        en: 'plans are the sum of everybody’s, compared with what came of the days that had one',
      }[lang],
    before !== null && { zh: `上期为 ${before}`, en: `before is ${before}` }[lang],
  ]
    .filter(part => part !== false)
    .join({ zh: '；', en: '; ' }[lang])
}

/** Until when what was recorded is in it, and how amounts of several currencies came together. */
export function asOf(summary: Pick<Summary, 'period' | 'until' | 'mixed'>, zone: Zone, lang: Lang): string {
  return [untilWords(summary, zone, lang), ...ratesLines(summary.mixed, lang)].join({ zh: '；', en: '; ' }[lang])
}

function untilWords({ period, until }: Pick<Summary, 'period' | 'until'>, zone: Zone, lang: Lang): string {
  const { date, time } = toLocal(until, zone)
  const label = labelOf(period, lang)
  if (date > period.to) return { zh: `口径：${label}的全部实绩`, en: `Basis: all entries of ${label}` }[lang]
  const moment = `${dayLabel(date, lang)} ${time}`
  return { zh: `口径：截至 ${moment} 的实绩`, en: `Basis: entries up to ${moment}` }[lang]
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
