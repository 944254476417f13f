import type { Lang, Words } from '../../../base/words.ts'
import { actions, content, heading } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import type { Target } from '../press.ts'
import { dayLabel } from './labels.ts'
import { type Shown, saidBlocks } from './said.ts'

interface Behalf extends Shown {
  /** Who did it. */
  readonly by: string
  readonly isRevised: boolean
  readonly target: Target
  readonly start: string
}

/** For the member in whose name somebody else handed something in. */
export function behalfContent(it: Behalf, lang: Lang): Content {
  const { report, definition, by, isRevised, target, start } = it
  const name = definition.title[lang]
  const day = dayLabel(report.date, lang)
  const verb = { zh: isRevised ? '更新' : '交', en: isRevised ? 'updated' : 'handed in' }[lang]
  const label = { zh: '更正', en: 'Correct' }[lang]
  return content(
    lang,
    heading({ zh: `${by}替你${verb}了${name} · ${day}`, en: `${by} ${verb} your ${name} · ${day}` }[lang]),
    ...saidBlocks(it, lang),
    actions({ id: 'reports.correct', label, words: start, value: JSON.stringify(target) }),
  )
}

export function whyBehalf(by: string): Words {
  return { zh: `${by}以你的名义交了这份内容`, en: `${by} handed this in in your name` }
}
