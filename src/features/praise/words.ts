import type { Lang, Words } from '../../base/words.ts'
import { labelOf } from '../../calendar/period-labels.ts'
import { periodOfKey } from '../../calendar/periods.ts'
import { content, heading, list, mention, quiet, type Spanlike, strong } from '../../content/build.ts'
import type { Content } from '../../content/content.ts'
import { type Metric, metricName, showValue } from '../metrics/catalogue.ts'
import { findKey } from '../metrics/metric.ts'
import type { TeamMember } from '../team/members.ts'
import { type Deed, type Praise, type PraiseRule, praiseRules } from './praise.ts'

/** What a rule is called, and what it says; the group reads it below the praise. */
export const ruleNames: Readonly<Record<PraiseRule, Words>> = {
  target: { zh: '达成目标', en: 'Target met' },
  'first-deal': { zh: '首单', en: 'First deal' },
  best: { zh: '个人最佳', en: 'Personal best' },
  streak: { zh: '连续准时', en: 'Streak' },
  recovery: { zh: '亮眼一周', en: 'Strong week' },
}

const ruleWords: Readonly<Record<PraiseRule, Words>> = {
  target: { zh: '达成了自己的目标', en: 'a target of one’s own was met' },
  'first-deal': { zh: '记下的第一单', en: 'the first deal on record' },
  best: { zh: '近一年里自己最好的一次', en: 'one’s best within a year' },
  streak: { zh: '日报按时，放假和请假不算断', en: 'reports on time; days off do not break it' },
  recovery: { zh: '成绩突出的一周', en: 'a week of strong results' },
}

interface Known {
  readonly members: readonly Pick<TeamMember, 'memberId' | 'name'>[]
  readonly metrics: readonly Metric[]
}

export function praiseContent(praises: readonly Praise[], known: Known, lang: Lang): Content {
  return content(
    lang,
    heading({ zh: '👏 今天的表扬', en: '👏 Well done' }[lang]),
    list(praises.map(praise => line(praise, known, lang))),
    quiet({ zh: '为什么：', en: 'Why: ' }[lang], rulesIn(praises, lang)),
  )
}

function line({ memberId, deed }: Praise, { members, metrics }: Known, lang: Lang): readonly Spanlike[] {
  const name = members.find(member => member.memberId === memberId)?.name ?? ''
  return [mention({ id: memberId, name }), ' ', ...deedSpans(deed, metrics, lang)]
}

/** What somebody did, to be read behind their name. */
export function deedSpans(deed: Deed, metrics: readonly Metric[], lang: Lang): readonly Spanlike[] {
  if (deed.rule === 'streak') {
    const times = strong(String(deed.length))
    return { zh: ['连续 ', times, ' 次按时交日报'], en: ['handed in ', times, ' reports in a row on time'] }[lang]
  }
  const metric = findKey(metrics, deed.metric)
  const what = metric ? metricName(metric, lang) : deed.metric
  const value = strong(metric ? showValue(metric, deed.value, lang) : String(deed.value))
  switch (deed.rule) {
    case 'first-deal':
      return {
        zh: ['开张了：记下了第一单，祝贺！'],
        en: ['is off the mark: the first deal on record. Congratulations!'],
      }[lang]
    case 'target':
      return {
        zh: [`达成了${label(deed.period, 'zh')}的${what}目标：`, value],
        en: [`met the target of ${what} for ${label(deed.period, 'en')}: `, value],
      }[lang]
    case 'best': {
      const kind = bestOf[deed.kind]
      return {
        zh: [`${label(deed.period, 'zh')}${what} `, value, `，${kind.zh}`],
        en: [`${what} `, value, ` ${deed.kind === 'day' ? 'on' : 'in'} ${label(deed.period, 'en')}: ${kind.en}`],
      }[lang]
    }
    case 'recovery':
      return {
        zh: [`${label(deed.period, 'zh')}${what} `, value, '，这一周很亮眼'],
        en: [`${what} `, value, ` in ${label(deed.period, 'en')}: a strong week`],
      }[lang]
  }
}

const bestOf: Readonly<Record<'day' | 'week' | 'month', Words>> = {
  day: { zh: '自己近一年最好的一天', en: 'their best day in a year' },
  week: { zh: '自己近一年最好的一周', en: 'their best week in a year' },
  month: { zh: '自己近一年最好的一个月', en: 'their best month in a year' },
}

function label(key: string, lang: Lang): string {
  const period = periodOfKey(key)
  return period ? labelOf(period, lang) : key
}

function rulesIn(praises: readonly Praise[], lang: Lang): string {
  const rules = praiseRules.filter(rule => praises.some(({ deed }) => deed.rule === rule))
  const each = rules.map(rule => ({
    zh: `${ruleNames[rule].zh}（${ruleWords[rule].zh}）`,
    en: `${ruleNames[rule].en} (${ruleWords[rule].en})`,
  }))
  return each.map(words => words[lang]).join({ zh: '、', en: ', ' }[lang])
}

/** For `/why digest`. */
export function whyPraise(praises: readonly Praise[]): Words {
  return {
    zh: `团队设置了自动表扬，一天一次，只说好的：${rulesIn(praises, 'zh')}`,
    en: `The team has praise by rule, once a day and only of what is good: ${rulesIn(praises, 'en')}`,
  }
}
