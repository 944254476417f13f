import type { Lang } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import type { Leave } from '../../../calendar/leave.ts'
import {
  actions,
  code,
  content,
  field,
  fields,
  heading,
  list,
  quiet,
  strong,
  table,
  text,
} from '../../../content/build.ts'
import type { Block, Button, Content } from '../../../content/content.ts'
import type { Board, BoardRow } from '../../boards/board.ts'
import { placeBlock } from '../../boards/place-words.ts'
import { type Metric, metricName, showValue } from '../../metrics/catalogue.ts'
import type { Pair } from '../../reports/pair.ts'
import type { ReadMark } from '../../reports/read-mark.ts'
import type { Item, Report } from '../../reports/report.ts'
import { nameOf, shownValue } from '../../reports/words/hints.ts'
import { dayLabel, listed } from '../../reports/words/labels.ts'
import { readMarkBlock } from '../../reports/words/read.ts'
import type { TargetPace } from '../../targets/read-paces.ts'
import { paceLine } from '../../targets/words/pace.ts'
import { leaveDates } from '../../team/words/leave.ts'
import type { Stretch } from '../read-paces.ts'

export interface MyDay {
  readonly name: string
  readonly today: LocalDate
  /** What is expected of them at all. */
  readonly asked: ReadonlySet<'plan' | 'report'>
  readonly plan: Report | null
  readonly report: Report | null
  /** Who has read the report. */
  readonly read: ReadMark | null
  readonly pair: Pair
  readonly metrics: readonly Metric[]
  readonly week: Stretch
  readonly month: Stretch
  /** Towards the member's own targets of now. */
  readonly targets: readonly TargetPace[]
  readonly place: { readonly board: Board; readonly row: BoardRow | null } | null
  readonly items: readonly Item[]
  readonly blockers: readonly string[]
  /** Today's and those to come. */
  readonly leaves: readonly Leave[]
}

/** Today first, then how it adds up, then what is open. */
export function myDayContent(my: MyDay, lang: Lang): Content {
  return content(
    lang,
    heading(`${my.name} · ${dayLabel(my.today, lang)}`),
    standing(my, lang),
    readMarkBlock(my.read, lang),
    today(my, lang),
    ...sums(my, lang),
    list(my.targets.map(pace => [paceLine(pace, my.today, lang)])),
    my.place && placeBlock(my.place.board, my.place.row, lang),
    ...openEnds(my, lang),
    actions(...ways(my, lang)),
    quiet({ zh: '回看：', en: 'Look back: ' }[lang], code({ zh: '/我的 上周', en: '/my last week' }[lang])),
  )
}

/** Nothing of what is neither asked nor given. */
function standing({ asked, plan, report }: MyDay, lang: Lang): Block | null {
  const state = (given: Report | null) => {
    if (!given) return { zh: '未交', en: 'not in yet' }[lang]
    return given.status === 'on-time' ? { zh: '已交', en: 'in' }[lang] : { zh: '已交（迟）', en: 'in (late)' }[lang]
  }
  const parts = [
    plan || asked.has('plan') ? { zh: `计划${state(plan)}`, en: `Plan ${state(plan)}` }[lang] : '',
    report || asked.has('report') ? { zh: `日报${state(report)}`, en: `Report ${state(report)}` }[lang] : '',
  ].filter(part => part !== '')
  return parts.length === 0 ? null : text(parts.join(' · '))
}

function today({ pair: { rows }, metrics }: MyDay, lang: Lang): Block | null {
  const labels = { zh: ['今天', '计划', '完成', '差'], en: ['Today', 'Planned', 'Done', 'Difference'] }[lang]
  const show = (key: string, value: number | null) => (value === null ? '–' : shownValue(key, value, metrics, lang))
  return table(
    columns(labels),
    rows.map(({ metricKey, planned, done, difference }) => [
      nameOf(metricKey, metrics, lang),
      show(metricKey, planned),
      show(metricKey, done),
      `${difference !== null && difference > 0 ? '+' : ''}${show(metricKey, difference)}`,
    ]),
  )
}

/** The week beside the month, each with what a workday brought. */
function sums({ week, month, metrics }: MyDay, lang: Lang): readonly (Block | null)[] {
  const labels = {
    zh: ['累计', '本周', '每工作日', '本月', '每工作日'],
    en: ['So far', 'This week', 'Per workday', 'This month', 'Per workday'],
  }[lang]
  const known = metrics.filter(({ id }) =>
    [week, month].some(({ paces }) => paces.some(({ metric }) => metric.id === id)),
  )
  const cells = ({ paces }: Stretch, metric: Metric) => {
    const pace = paces.find(one => one.metric.id === metric.id)
    if (!pace) return ['–', '']
    const { done, perWorkday } = pace
    return [showValue(metric, done, lang), perWorkday === null ? '' : showValue(metric, perWorkday, lang)]
  }
  const basis = {
    zh: `工作日：本周 ${week.workdays} 天，本月 ${month.workdays} 天，到今天为止，请假不算`,
    en: `Workdays up to today without leave: ${week.workdays} this week, ${month.workdays} this month`,
  }[lang]
  if (known.length === 0) return []
  return [
    table(
      columns(labels),
      known.map(metric => [metricName(metric, lang), ...cells(week, metric), ...cells(month, metric)]),
    ),
    quiet(basis),
  ]
}

function openEnds({ items, blockers, leaves }: MyDay, lang: Lang): readonly (Block | null)[] {
  const w = {
    zh: { items: '还没做完', blockers: '卡点', leave: '请假' },
    en: { items: 'Still to do', blockers: 'Blockers', leave: 'Leave' },
  }[lang]
  return [
    items.length > 0 ? text(strong(w.items)) : null,
    list(items.map(item => [`☐ ${item.text}`])),
    fields(
      blockers.length > 0 ? field(w.blockers, blockers.join({ zh: '；', en: '; ' }[lang])) : null,
      leaves.length > 0
        ? field(
            w.leave,
            listed(
              leaves.map(leave => leaveDates(leave, lang)),
              lang,
            ),
          )
        : null,
    ),
  ]
}

function ways({ plan, report }: MyDay, lang: Lang): readonly Button[] {
  const labels = {
    zh: { plan: plan ? '改计划' : '交计划', report: report ? '改日报' : '交日报' },
    en: { plan: plan ? 'Change plan' : 'Plan', report: report ? 'Change report' : 'Report' },
  }[lang]
  return [
    { id: 'reports.open', label: labels.plan, words: { zh: '/计划', en: '/plan' }[lang], value: 'plan' },
    { id: 'reports.open', label: labels.report, words: { zh: '/日报', en: '/report' }[lang], value: 'report' },
    { id: 'overview.leave', label: { zh: '请假', en: 'Leave' }[lang], words: { zh: '/请假', en: '/leave' }[lang] },
  ]
}

/** Names to the left, numbers to the right. */
function columns(labels: readonly string[]) {
  return labels.map((label, at) => ({ label, align: at === 0 ? ('start' as const) : ('end' as const) }))
}
