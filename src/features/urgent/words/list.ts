import type { Lang } from '../../../base/words.ts'
import { content, form, heading, list, quiet, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import { type Matter, severities } from '../matter.ts'
import { severityNames, titleOf } from './common.ts'

/** What is open: whoever asks sees who has it. */
export function openList(all: readonly { readonly matter: Matter; readonly owner: string }[], lang: Lang): Content {
  const stateWords = ({ matter, owner }: (typeof all)[number]) =>
    matter.state === 'held'
      ? { zh: `${owner} 处理中`, en: `with ${owner}` }[lang]
      : { zh: '还没有人接手', en: 'nobody has it yet' }[lang]
  return content(
    lang,
    heading({ zh: '没有关闭的紧急事项', en: 'Urgent matters that are open' }[lang]),
    list(all.map(one => [`${titleOf(one.matter, lang)} ${one.matter.text} · ${stateWords(one)}`])) ??
      text({ zh: '没有', en: 'None' }[lang]),
    quiet(
      {
        zh: '提出：/紧急 客户投诉……（很急：/紧急 特急 ……）；看进展：/紧急 7；值班表：/紧急 值班',
        en: 'To raise one: /urgent a customer complains … (or /urgent critical …); timeline: /urgent 7; duty list: /urgent duty',
      }[lang],
    ),
  )
}

export function raisingForm(lang: Lang): Content {
  const w = {
    zh: { title: '提出紧急事项', submit: '提出', what: '出了什么事', severity: '级别', words: '/紧急 客户投诉……' },
    en: {
      title: 'Raise an urgent matter',
      submit: 'Raise',
      what: 'What happened',
      severity: 'Severity',
      words: '/urgent what happened',
    },
  }[lang]
  const hints = {
    high: { zh: '休息时间不打扰', en: 'calls nobody in their time of rest' },
    critical: { zh: '休息时间也找人', en: 'calls people at any time' },
  }
  return content(
    lang,
    form({
      ...{ id: 'urgent.raise', title: w.title, submit: w.submit, words: w.words },
      inputs: [
        { id: 'text', label: w.what, kind: 'text', required: true },
        {
          ...{ id: 'severity', label: w.severity, kind: 'choice', required: true, initial: 'high' },
          options: severities.map(value => ({
            value,
            label: `${severityNames[value][lang]} · ${hints[value][lang]}`,
          })),
        },
      ],
    }),
  )
}
