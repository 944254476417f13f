import type { Lang, Words } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { actions, content, heading, list, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import { type Metric, metricName, showValue } from '../../metrics/catalogue.ts'
import { slotKey, type Target } from '../target.ts'
import { command, daysName, targetName } from './names.ts'

/** The answer to whoever accepted. */
export function acceptedContent(
  it: {
    readonly targets: readonly Target[]
    readonly before: readonly Target[]
    readonly metrics: readonly Metric[]
    readonly today: LocalDate
  },
  lang: Lang,
): Content {
  const lines = it.targets.flatMap(target => {
    const metric = it.metrics.find(({ id }) => id === target.metricId)
    if (!metric) return []
    const was = it.before.find(one => slotKey(one) === slotKey(target))
    const from = was && was.value !== target.value ? showValue(metric, was.value, lang) : ''
    const days = daysName(target, it.today, lang)
    const what = `${metricName(metric, lang)} ${showValue(metric, target.value, lang)}`
    return [
      {
        zh: `${days} ${what}${from === '' ? '' : `（原来 ${from}）`}`,
        en: `${what}, ${days}${from === '' ? '' : ` (before: ${from})`}`,
      }[lang],
    ]
  })
  return content(
    lang,
    text({ zh: '目标定下了：', en: 'Agreed:' }[lang]),
    list(lines.map(line => [line])),
    actions({
      id: 'targets.show',
      label: { zh: '全部目标', en: 'All targets' }[lang],
      words: command[lang],
    }),
  )
}

export interface Answered {
  /** One proposal, or all parts of one target. */
  readonly targets: readonly Target[]
  /** Member id → name. */
  readonly names: ReadonlyMap<string, string>
  readonly metrics: readonly Metric[]
  /** Who has just answered. */
  readonly by: string
}

/** Who has accepted what, to whoever proposed it. */
export function answersContent({ targets, names, metrics, by }: Answered, lang: Lang): Content {
  const accepted = targets.filter(({ state }) => state === 'accepted').length
  const lines = targets.flatMap(target => {
    const metric = metrics.find(({ id }) => id === target.metricId)
    if (!metric) return []
    const mark = target.state === 'accepted' ? '✅' : '…'
    return [`${mark} ${names.get(target.memberId ?? '') ?? ''} ${targetName(target, metric, lang)}`]
  })
  if (targets.length === 1) {
    return content(lang, text({ zh: `${by} 同意了：`, en: `${by} agreed: ` }[lang], ...lines))
  }
  return content(
    lang,
    heading(
      { zh: `目标已接受 ${accepted}/${targets.length}`, en: `Targets accepted: ${accepted} of ${targets.length}` }[
        lang
      ],
    ),
    list(lines.map(line => [line])),
  )
}

export const whyAnswered: Words = { zh: '你提的目标有了回应', en: 'A target that you proposed was answered' }
