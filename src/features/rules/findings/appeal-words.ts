import type { Lang } from '../../../base/words.ts'
import { actions, content, field, fields, heading, quiet, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import type { Rule } from '../rule.ts'
import { titleOf } from '../titles.ts'
import type { Finding } from './store.ts'

export interface Outcome {
  readonly appeal: 'accepted' | 'declined'
  /** Who decided. */
  readonly by: string
  /** Their words, or none. */
  readonly words: string
}

interface Appeal {
  readonly finding: Finding
  /** Null when it is no more. */
  readonly rule: Rule | null
  readonly name: string
  /** What was said; null when it is not kept. */
  readonly text: string | null
  readonly outcome: Outcome | null
}

/** To a manager. */
export function appealContent({ finding, rule, name, text: said, outcome }: Appeal, lang: Lang): Content {
  const { number, plea } = finding
  const w = {
    zh: { who: '谁', rule: '群规', said: '原话', why: '理由', gone: '没有留存' },
    en: { who: 'Who', rule: 'Rule', said: 'Message', why: 'Why', gone: 'not kept' },
  }[lang]
  return content(
    lang,
    heading({ zh: `群规申诉 #${number}`, en: `Appeal #${number}` }[lang]),
    fields(
      field(w.who, name),
      field(w.rule, rule === null ? '–' : titleOf(rule.definition, lang)),
      field(w.said, said ?? w.gone),
      plea === null ? null : field(w.why, plea),
    ),
    ...(outcome === null ? waysToDecide(number, lang) : [text(decided(outcome, lang))]),
  )
}

function waysToDecide(number: number, lang: Lang) {
  const value = String(number)
  return [
    actions(
      {
        ...{ id: 'rules.accept', value, style: 'primary' as const },
        label: { zh: '判得不对，撤掉', en: 'Take it back' }[lang],
        words: { zh: `/群规 接受 ${number}`, en: `/rules accept ${number}` }[lang],
      },
      {
        ...{ id: 'rules.decline', value },
        label: { zh: '维持', en: 'It stays' }[lang],
        words: { zh: `/群规 维持 ${number} 原因`, en: `/rules decline ${number} why` }[lang],
      },
    ),
  ]
}

function decided({ appeal, by, words }: Outcome, lang: Lang): string {
  const why = words === '' ? '' : { zh: `：${words}`, en: `: ${words}` }[lang]
  return appeal === 'accepted'
    ? { zh: `${by} 看过：判得不对，这一步撤掉${why}`, en: `${by}: not right, the step is taken back${why}` }[lang]
    : { zh: `${by} 看过：维持${why}`, en: `${by}: it stays${why}` }[lang]
}

export function appealMade(number: number, lang: Lang): Content {
  return content(
    lang,
    text(
      {
        zh: `已私下请经理看 #${number}，他们会看到这条原话。`,
        en: `The managers are asked in private about #${number}; they see the message.`,
      }[lang],
    ),
    quiet({ zh: '有了结果会告诉你', en: 'You will hear what they decide' }[lang]),
  )
}

/** To the one who appealed. */
export function outcomeContent(number: number, outcome: Outcome, lang: Lang): Content {
  return content(
    lang,
    heading({ zh: `你的申诉 #${number} 有结果了`, en: `Your appeal #${number} is decided` }[lang]),
    text(decided(outcome, lang)),
  )
}

/** To the manager who decided. */
export function decidedContent(number: number, name: string, outcome: Outcome, lang: Lang): Content {
  return content(
    lang,
    text(`#${number}: ${decided(outcome, lang)}`),
    quiet({ zh: `已告诉${name}`, en: `${name} was told` }[lang]),
  )
}
