import type { Lang, Words } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { labelOf } from '../../../calendar/period-labels.ts'
import { next, type PeriodKind, periodOf } from '../../../calendar/periods.ts'
import { content, form, text } from '../../../content/build.ts'
import type { Content, FormValues, Input } from '../../../content/content.ts'
import { type Metric, metricName, showValue } from '../../metrics/catalogue.ts'
import type { TeamMember } from '../../team/members.ts'
import type { Target } from '../target.ts'
import { targetName } from './names.ts'

export interface TargetForm {
  readonly metrics: readonly Metric[]
  /** Who a target can be for beside the reader; nobody for who is no manager. */
  readonly others: readonly TeamMember[]
  readonly isManager: boolean
  /** The team's targets that it can serve. */
  readonly teams: readonly Target[]
  readonly today: LocalDate
  readonly filledIn: FormValues
  readonly faults: Readonly<Record<string, Words>>
}

/** The guide to a target: whose, what, how much, by when, what for. */
export function targetForm(it: TargetForm, lang: Lang): Content {
  const w = labels[lang]
  const inputs: (Input | null)[] = [
    it.isManager ? whoInput(it, lang) : null,
    {
      ...{ id: 'metric', label: w.metric, kind: 'choice', required: true },
      options: it.metrics.map(metric => ({ value: metric.key, label: metricName(metric, lang) })),
    },
    { ...{ id: 'value', label: w.value, kind: 'line', required: true }, hint: w.valueHint },
    {
      ...{ id: 'period', label: w.period, kind: 'choice', required: true, initial: periodOf('month', it.today).key },
      options: periods(it.today).map(period => ({ value: period.key, label: labelOf(period, lang) })),
    },
    it.teams.length === 0 ? null : servesInput(it, lang),
    { ...{ id: 'why', label: w.why, kind: 'line' }, hint: w.whyHint },
  ]
  return asked(it, { title: w.title, inputs: inputs.filter(input => input !== null) }, lang)
}

/** The same for a proposal that is to be answered with another value. */
export function counterForm(
  it: Pick<TargetForm, 'filledIn' | 'faults'> & { readonly target: Target; readonly metric: Metric },
  lang: Lang,
): Content {
  const { target, metric } = it
  const w = labels[lang]
  const inputs: readonly Input[] = [
    { id: 'value', label: w.value, kind: 'line', required: true, initial: showValue(metric, target.value, lang) },
    { ...{ id: 'why', label: w.why, kind: 'line', required: true }, hint: w.whyHint },
  ]
  const title = {
    zh: `另提：${targetName(target, metric, lang)}`,
    en: `Offer another: ${targetName(target, metric, lang)}`,
  }
  return asked(it, { title: title[lang], inputs, value: target.id }, lang)
}

function asked(
  { filledIn, faults }: Pick<TargetForm, 'filledIn' | 'faults'>,
  { title, inputs, value }: { title: string; inputs: readonly Input[]; value?: string },
  lang: Lang,
): Content {
  const again = inputs.map(input => {
    const initial = filledIn[input.id]
    const fault = faults[input.id]?.[lang]
    return { ...input, ...(initial !== undefined && { initial }), ...(fault !== undefined && { fault }) }
  })
  const wrong = Object.keys(faults).length > 0
  const words = { zh: '/目标 签单额 12万 本月 因为…', en: '/target revenue 120k this month because …' }[lang]
  const submit = { zh: '定下', en: 'Hand in' }[lang]
  return content(
    lang,
    wrong
      ? text({ zh: '目标还没有记下，请先改好：', en: 'The target is not written yet; please mend this:' }[lang])
      : null,
    form({ id: 'targets.submit', title, submit, words, inputs: again, ...(value !== undefined && { value }) }),
  )
}

const labels = {
  zh: {
    title: '定一个目标',
    who: '谁的目标',
    me: '我自己',
    team: '整个团队',
    metric: '哪个指标',
    value: '要做到多少',
    valueHint: '例如 12万、30、25%',
    period: '什么时间',
    serves: '支持团队的哪个目标',
    why: '为什么',
    whyHint: '一句话就够',
  },
  en: {
    title: 'Make a target',
    who: 'Whose target',
    me: 'My own',
    team: 'The whole team’s',
    metric: 'Which metric',
    value: 'How much',
    valueHint: 'such as 120k, 30 or 25%',
    period: 'In which time',
    serves: 'Which team target it serves',
    why: 'Why',
    whyHint: 'One sentence will do',
  },
} as const

/** Beyond that a list is no help, and no platform shows it: the name is typed. */
const MOST_CHOICES = 60

function whoInput({ others }: TargetForm, lang: Lang): Input {
  const w = labels[lang]
  const who = { id: 'who', label: w.who, required: true, initial: 'me' }
  if (others.length > MOST_CHOICES) return { ...who, kind: 'line' }
  const members = others.map(({ memberId, name }) => ({ value: memberId, label: name }))
  return {
    ...who,
    kind: 'choice',
    options: [{ value: 'me', label: w.me }, { value: 'team', label: w.team }, ...members],
  }
}

function servesInput({ teams, metrics }: TargetForm, lang: Lang): Input {
  const options = teams.flatMap(target => {
    const metric = metrics.find(({ id }) => id === target.metricId)
    return metric ? [{ value: target.id, label: targetName(target, metric, lang) }] : []
  })
  return { id: 'serves', label: labels[lang].serves, kind: 'choice', options }
}

const kinds: readonly PeriodKind[] = ['month', 'week', 'quarter', 'year']

/** The current one of each kind and the next. */
function periods(today: LocalDate) {
  return kinds.flatMap(kind => [periodOf(kind, today), next(periodOf(kind, today))])
}
