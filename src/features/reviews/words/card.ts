import type { Lang } from '../../../base/words.ts'
import { field, fields, list, quiet, table } from '../../../content/build.ts'
import type { Block } from '../../../content/content.ts'
import { receivedWords } from '../../kudos/words.ts'
import { metricName, showValue } from '../../metrics/catalogue.ts'
import { ratesLines, unratedLine } from '../../metrics/money/rate-words.ts'
import { growth, type Line, type Scorecard } from '../scorecard.ts'

/** The figures of a period and how reports came: facts, without a word of judgement. */
export function scorecardBlocks(
  { lines, mixed, reports, planKept, thanked, solved }: Scorecard,
  lang: Lang,
): readonly (Block | null)[] {
  const w = {
    zh: {
      columns: ['指标', '本期', '上期', '变化', '目标'],
      none: '这段时间没有数字。',
      reports: '日报',
      came: `应交 ${reports.expected}，按时 ${reports.onTime}，迟交 ${reports.late}`,
      plan: '计划兑现',
      thanked: '同事表扬',
      thanks: `${thanked.times} 次，来自 ${thanked.people} 人`,
      solved: '解决的案例',
      cases: `${solved.times} 个`,
    },
    en: {
      columns: ['Metric', 'Now', 'Before', 'Change', 'Target'],
      none: 'No figures in this period.',
      reports: 'Reports',
      came: `${reports.expected} due, ${reports.onTime} on time, ${reports.late} late`,
      plan: 'Plan kept',
      thanked: 'Thanks of colleagues',
      thanks: `${thanked.times}, from ${thanked.people === 1 ? '1 person' : `${thanked.people} people`}`,
      solved: 'Cases solved',
      cases: String(solved.times),
    },
  }[lang]
  const hasTargets = lines.some(({ target }) => target !== null)
  const columns = w.columns
    .slice(0, hasTargets ? 5 : 4)
    .map((label, at) => (at === 0 ? { label } : { label, align: 'end' as const }))
  const kept =
    planKept &&
    {
      zh: `${percent(planKept.share)}（${planKept.days} 天）`,
      en: `${percent(planKept.share)} (${planKept.days} days)`,
    }[lang]
  const unrated = unratedLine(mixed, lang)
  const told = mixed.filter(({ metric }) => lines.some(line => line.metric.id === metric.id))
  return [
    lines.length === 0
      ? quiet(w.none)
      : table(
          columns,
          lines.map(line => cells(line, hasTargets, lang)),
        ),
    ...ratesLines(told, lang).map(line => quiet(line)),
    unrated === null ? null : quiet(unrated),
    fields(
      field(w.reports, w.came),
      kept === null ? null : field(w.plan, kept),
      thanked.times === 0 ? null : field(w.thanked, w.thanks),
      solved.times === 0 ? null : field(w.solved, w.cases),
    ),
    list([
      ...thanked.latest.map(one => [receivedWords(one, lang)]),
      ...solved.latest.map(({ number, title }) => [`#${number} ${title}`]),
    ]),
  ]
}

function cells({ metric, now, before, target }: Line, hasTargets: boolean, lang: Lang): readonly string[] {
  const shown = (value: number | null) => (value === null ? '—' : showValue(metric, value, lang))
  const more = growth({ now, before })
  const change = more === null ? '—' : `${more > 0 ? '+' : ''}${percent(more)}`
  return [metricName(metric, lang), shown(now), shown(before), change, ...(hasTargets ? [shown(target)] : [])]
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
