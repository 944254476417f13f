import type { Lang, Words } from '../../../base/words.ts'
import { labelOf } from '../../../calendar/period-labels.ts'
import type { Period } from '../../../calendar/periods.ts'
import { actions, content, field, fields, form, heading, quiet, text } from '../../../content/build.ts'
import type { Block, Content, Input } from '../../../content/content.ts'
import { type Metric, metricName, showValue } from '../../metrics/catalogue.ts'
import type { Answer } from '../answer.ts'
import type { Dispute } from '../store.ts'

/** A question as people read it. */
export interface Shown {
  readonly dispute: Dispute
  readonly metric: Metric
  readonly period: Period
  /** Whose figure it is, and who asks. */
  readonly of: string
  readonly by: string
  readonly answer?: Answer & { readonly by: string }
}

/** To a manager: what is asked, and the ways to answer it, or how it was answered. */
export function askedContent(shown: Shown, lang: Lang): Content {
  const { dispute, by } = shown
  const { number, reason, proposed } = dispute
  const w = {
    zh: { asks: '提出的人', figure: '数字', should: '应为', reason: '原因' },
    en: { asks: 'Asked by', figure: 'Figure', should: 'Should be', reason: 'Reason' },
  }[lang]
  return content(
    lang,
    heading({ zh: `异议 #${number}`, en: `Question #${number} about a figure` }[lang]),
    fields(
      field(w.asks, by),
      field(w.figure, figureWords(shown, lang)),
      proposed === null ? null : field(w.should, showValue(shown.metric, proposed, lang)),
      field(w.reason, reason),
    ),
    ...(shown.answer ? [outcome(shown, shown.answer, lang)] : ways(shown, lang)),
  )
}

/** `拜访 20 · 张三 · 11月18日` */
export function figureWords({ metric, period, of, dispute }: Shown, lang: Lang): string {
  const value = dispute.shown === null ? '–' : showValue(metric, dispute.shown, lang)
  return `${metricName(metric, lang)} ${value} · ${of} · ${labelOf(period, lang)}`
}

function ways(shown: Shown, lang: Lang): readonly (Block | null)[] {
  const { metric, dispute } = shown
  const { number, proposed } = dispute
  const value = String(number)
  const accept = { zh: `/异议 接受 ${number}`, en: `/dispute accept ${number}` }[lang]
  const example = {
    zh: `${accept}${isOneDay(dispute) ? '' : ` ${dispute.from}`} 25`,
    en: `${accept}${isOneDay(dispute) ? '' : ` ${dispute.from}`} 25`,
  }[lang]
  const decline = { zh: `/异议 驳回 ${number} 原因`, en: `/dispute decline ${number} why` }[lang]
  const w = {
    zh: { accept: '接受并更正', decline: '驳回', why: '为什么不改', send: '提交', day: '哪天', now: '正确的数字' },
    en: {
      accept: 'Accept and correct',
      decline: 'Decline',
      why: 'Why it stays',
      send: 'Send',
      day: 'Day',
      now: 'Right number',
    },
  }[lang]
  const label = proposed === null ? '' : showValue(metric, proposed, lang)
  const dayInput: Input = { id: 'date', label: w.day, kind: 'date', required: true, initial: dispute.from }
  return [
    proposed === null
      ? null
      : actions({
          ...{ id: 'disputes.accept', value, words: accept, style: 'primary' as const },
          label: { zh: `改为 ${label}`, en: `Change to ${label}` }[lang],
        }),
    form({
      ...{ id: 'disputes.accept', title: w.accept, submit: w.send, words: example, value },
      inputs: [...(isOneDay(dispute) ? [] : [dayInput]), { id: 'value', label: w.now, kind: 'number', required: true }],
    }),
    form({
      ...{ id: 'disputes.decline', title: w.decline, submit: w.send, words: decline, value },
      inputs: [{ id: 'words', label: w.why, kind: 'line', required: true }],
    }),
    quiet({ zh: `先看看来历：${traceWords(shown).zh}`, en: `Where it comes from: ${traceWords(shown).en}` }[lang]),
  ]
}

function isOneDay({ from, to }: Dispute): boolean {
  return from === to
}

function traceWords({ of, metric, period }: Shown): Words {
  return { zh: `/追溯 ${of} ${metric.zh} ${period.key}`, en: `/trace ${of} ${metric.key} ${period.key}` }
}

function outcome({ metric }: Shown, answer: Answer & { readonly by: string }, lang: Lang): Block {
  const words = answer.words === '' ? '' : { zh: `：${answer.words}`, en: `: ${answer.words}` }[lang]
  if (answer.state === 'declined')
    return text({ zh: `${answer.by} 已驳回${words}`, en: `Declined by ${answer.by}${words}` }[lang])
  const value = showValue(metric, answer.value, lang)
  return text(
    {
      zh: `${answer.by} 已接受，${answer.date} 改为 ${value}${words}`,
      en: `Accepted by ${answer.by}: ${value} on ${answer.date}${words}`,
    }[lang],
  )
}

export const whyAsked: Words = {
  zh: '有人对一个数字有异议，由经理来定',
  en: 'Somebody questions a figure, which managers decide',
}
