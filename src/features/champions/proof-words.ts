import type { Lang } from '../../base/words.ts'
import { toLocal, type Zone } from '../../calendar/zone.ts'
import {
  code,
  content,
  field,
  fields,
  heading,
  quiet,
  type Spanlike,
  strong,
  table,
  text,
} from '../../content/build.ts'
import type { Content } from '../../content/content.ts'
import { type Metric, metricName, showValue } from '../metrics/catalogue.ts'
import { formulaWords } from '../metrics/formula-words.ts'
import { convertedWords } from '../metrics/money/rate-words.ts'
import type { Award } from './award.ts'
import type { LedgerEntry } from './ledger.ts'
import { titleOf, typed } from './words.ts'

export interface Proof {
  readonly award: Award
  readonly metric: Metric
  /** Those of whoever was first, that counted, oldest first. */
  readonly entries: readonly (LedgerEntry & { readonly name: string })[]
  /** How many counted in all, everybody's. */
  readonly counted: number
  /** All of the team's, for their names. */
  readonly metrics: readonly Metric[]
  /** Whether the entries that are kept still give the fingerprint that was kept with the award. */
  readonly holds: boolean
}

/** The latest so many are listed; the sums are of all. */
const MOST_ROWS = 40

export function proofContent(proof: Proof, zone: Zone, lang: Lang): Content {
  const { award, metric, entries, holds } = proof
  const listed = entries.slice(-MOST_ROWS)
  const left = entries.length - listed.length
  return content(
    lang,
    heading(titleOf(metric, award.period)[lang]),
    text(
      award.winners.map(({ name }) => name).join({ zh: '、', en: ', ' }[lang]),
      ' ',
      strong(showValue(metric, award.value, lang)),
    ),
    ruleFields(proof, zone, lang),
    table(
      columns(award, lang).map(label => ({ label })),
      listed.map(entry => row(proof, entry, lang)),
    ),
    left === 0
      ? null
      : quiet(
          {
            zh: `只列出最近 ${MOST_ROWS} 条，更早还有 ${left} 条`,
            en: `The latest ${MOST_ROWS} are listed; ${left} are earlier`,
          }[lang],
        ),
    text({ zh: '校验码 ', en: 'Proof ' }[lang], code(award.proof)),
    quiet((holds ? stillHolds : holdsNoMore)[lang]),
    quiet(forManagers(award, metric, lang)),
  )
}

function ruleFields({ award, metric, entries, counted, metrics }: Proof, zone: Zone, lang: Lang) {
  const { rule, period, asOf, lastEntryId, revision } = award
  const { date, time } = toLocal(asOf, zone)
  const w = {
    zh: {
      rule: '规则',
      days: '日期',
      until: '截至',
      rates: '汇率',
      among: '参评',
      counted: '计入',
      one: `第 ${revision} 次核算`,
      best: rule.direction === 'most' ? '最多者为冠军，相同则并列' : '最少者为冠军，相同则并列',
      moment: `${date} ${time}，第 ${lastEntryId} 条实绩为止`,
      people: `${rule.members.length} 人`,
      many: `全队 ${counted} 条，其中冠军 ${entries.length} 条`,
    },
    en: {
      rule: 'Rule',
      days: 'Days',
      until: 'Up to',
      rates: 'Rates',
      among: 'Among',
      counted: 'Counted',
      one: `count ${revision}`,
      best: rule.direction === 'most' ? 'the most wins, equals share' : 'the least wins, equals share',
      moment: `${date} ${time}, entry number ${lastEntryId}`,
      people: `${rule.members.length} members`,
      many: `${counted} entries of all, ${entries.length} of them the champion’s`,
    },
  }[lang]
  const { formula } = rule.metrics[0] ?? { formula: null }
  const name = metricName(metric, lang)
  const what = formula === null ? name : `${name} = ${formulaWords(formula, metrics, lang)}`
  return fields(
    field(w.rule, `${what}${{ zh: '，', en: '; ' }[lang]}${w.best} (v${rule.version}, ${w.one})`),
    field(w.days, `${period.from} – ${period.to}`),
    field(w.until, w.moment),
    rule.conversion ? field(w.rates, convertedWords({ ...rule.conversion, missing: null })[lang]) : null,
    field(w.among, w.people),
    field(w.counted, w.many),
  )
}

/** With several metrics behind it, each entry says which it is of. */
function columns({ rule }: Award, lang: Lang): readonly string[] {
  const [member, date, metric, value, source] = {
    zh: ['成员', '日期', '指标', '数值', '来源'],
    en: ['Member', 'Date', 'Metric', 'Value', 'Source'],
  }[lang]
  const all = rule.metrics.length > 1 ? [member, date, metric, value, source] : [member, date, value, source]
  return all.map(label => label ?? '')
}

function row({ award, metrics }: Proof, entry: Proof['entries'][number], lang: Lang): readonly Spanlike[] {
  const of = metrics.find(({ id }) => id === entry.metricId)
  const value = of ? showValue(of, Number(entry.value), lang) : entry.value
  const cells = [entry.name, entry.date, of ? metricName(of, lang) : '', value, sourceWords(entry.source, lang)]
  return award.rule.metrics.length > 1 ? cells : cells.toSpliced(2, 1)
}

function sourceWords(source: string, lang: Lang): string {
  const words: Readonly<Record<string, string>> = {
    zh: { report: '日报', manual: '手工录入', import: '导入', house: '系统统计' },
    en: { report: 'report', manual: 'by hand', import: 'import', house: 'counted' },
  }[lang]
  return words[source] ?? source
}

const stillHolds = {
  zh: '刚才重新核对过：现存的实绩与评出时一致。评出之后才写的不计入',
  en: 'Checked just now: the entries that are kept are those that were counted. What was written later does not count',
}

const holdsNoMore = {
  zh: '刚才重新核对：评出时计入的实绩有些已被清除或并到别人名下，校验码对不上了；结果保留',
  en: 'Checked just now: some entries that were counted have since been erased or joined to somebody else’s, so the proof no longer matches; the award stands',
}

function forManagers({ period }: Award, metric: Metric, lang: Lang): string {
  const words = typed({ zh: '/冠军 导出', en: '/champion export' }, metric, period, lang)
  return {
    zh: `经理可以导出全部实绩自己核算：${words}`,
    en: `Managers can export all of the entries and count for themselves: ${words}`,
  }[lang]
}
