import type { Lang, Words } from '../../base/words.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { actions, code, content, list, quiet, strong, text } from '../../content/build.ts'
import type { Block, Content, Span } from '../../content/content.ts'
import { metricName, showValue } from '../metrics/catalogue.ts'
import type { Metric } from '../metrics/metric.ts'
import { notTodayButton } from '../nudges/remind-words.ts'
import { dayLabel } from '../reports/words/labels.ts'
import { daysName } from '../targets/words/names.ts'
import type { Carried } from './carried.ts'
import type { Lever } from './lever.ts'
import type { NextStep } from './next-step.ts'
import type { Behind } from './read-behind.ts'

/** Where the member stands, what each day must bring now, and what to do first. */
export function behindContent(behind: Behind, step: NextStep, today: LocalDate, lang: Lang): Content {
  const label = { zh: '我的进度', en: 'My numbers' }[lang]
  return content(
    lang,
    text(...standing(behind, today, lang)),
    ...firstSteps(step, behind.pace.metric, lang),
    quiet({ zh: '只有你能看到。为什么收到：', en: 'Only you can see this. Why it came: ' }[lang], code('/why')),
    actions({ id: 'overview.my', label, words: { zh: '/我的', en: '/my' }[lang] }, notTodayButton(lang)),
  )
}

function standing(
  { pace: { target, metric, pace } }: Behind,
  today: LocalDate,
  lang: Lang,
): readonly (string | Span)[] {
  const show = (value: number) => showValue(metric, value, lang)
  const name = metricName(metric, lang)
  const days = daysName(target, today, lang)
  const needed = pace.needed === null ? null : strong(show(rounded(pace.needed)))
  if (lang === 'zh') {
    const so = `${days}${name}到现在 ${show(pace.done)}，目标 ${show(pace.value)}，还有 ${pace.daysLeft} 个工作日`
    return needed ? [`${so}，每天要 `, needed, '。'] : [`${so}。`]
  }
  const left = `${pace.daysLeft} ${pace.daysLeft === 1 ? 'workday' : 'workdays'} left`
  const so = `${name} ${days}: ${show(pace.done)} of ${show(pace.value)} so far, ${left}`
  return needed ? [`${so}; each needs `, needed, '.'] : [`${so}.`]
}

/** Nothing is made up: without a past there is no advice. */
function firstSteps({ lever, carried }: NextStep, result: Metric, lang: Lang): readonly (Block | null)[] {
  const steps = [lever && leverWords(lever, result, lang), carried && carriedWords(carried, lang)]
  const known = steps.filter(step => step !== null)
  if (known.length === 0) return []
  return [text(strong({ zh: '先做什么', en: 'What first' }[lang])), list(known.map(step => [step]))]
}

function leverWords({ metric, usual, result: { more, less } }: Lever, result: Metric, lang: Lang): string {
  const name = metricName(metric, lang)
  const goal = metricName(result, lang)
  const show = (value: number) => showValue(result, rounded(value), lang)
  return {
    zh: `${name}：你一周${name}超过 ${usual} 的那些周，${goal}平均 ${show(more)}，其余的周平均 ${show(less)}`,
    en: `${name}: in weeks in which you had more than ${usual}, your ${goal} came to ${show(more)} on average, in the others to ${show(less)}`,
  }[lang]
}

function carriedWords({ text: item, since, times }: Carried, lang: Lang): string {
  const day = dayLabel(since, lang)
  return {
    zh: `${item}：从${day}起留到现在，${times} 份日报里都没做完`,
    en: `${item}: open since ${day}, in ${times} reports`,
  }[lang]
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

/** `percent`: how far behind the course counts, by the team's setting. */
export function whyBehind({ days, pace: { metric } }: Behind, percent: number): Words {
  return {
    zh: `${metric.zh}已经连续 ${days} 个工作日落后你自己目标的进度（差 ${percent}% 以上）；同一周只说一次，可以 /免打扰`,
    en: `your ${metric.en} has been behind the course to your own target for ${days} workdays in a row (by more than ${percent}%); it is said once a week at most, and /quiet stops it`,
  }
}
