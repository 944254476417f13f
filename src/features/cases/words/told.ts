import type { Lang, Words } from '../../../base/words.ts'
import { actions, content, heading, text } from '../../../content/build.ts'
import type { Block, Content } from '../../../content/content.ts'
import type { Shown } from '../shown.ts'

/** To whoever owns a case that somebody else gave them. */
export function ownedContent(card: readonly (Block | null)[], by: string, lang: Lang): Content {
  return content(lang, text({ zh: `${by} 请你跟进一个问题`, en: `${by} asks you to look after a case` }[lang]), ...card)
}

export const whyOwned: Words = {
  zh: '有人把一个问题交给了你',
  en: 'Somebody gave you a case to look after',
}

/** To whoever raised it: how it was solved, or why it is dropped. */
export function closedForFiler({ case: it, closedBy }: Shown, why: string | null, lang: Lang): Content {
  const name = `#${it.number} ${it.title}`
  if (it.state === 'dropped') {
    return content(
      lang,
      heading({ zh: '你提的问题不再跟进', en: 'A problem you raised is dropped' }[lang]),
      text(name),
      text(`${closedBy}${{ zh: '：', en: ': ' }[lang]}${why ?? ''}`),
      reopen(it, lang),
    )
  }
  return content(
    lang,
    heading({ zh: '你提的问题解决了', en: 'A problem you raised is solved' }[lang]),
    text(name),
    text(`${closedBy}${{ zh: '：', en: ': ' }[lang]}${it.solution ?? ''}`),
    reopen(it, lang),
  )
}

function reopen({ id, number }: Shown['case'], lang: Lang): Block | null {
  return actions({
    ...{ id: 'cases.reopen', value: id },
    label: { zh: '还没解决', en: 'Not solved yet' }[lang],
    words: { zh: `/案例 ${number} 重开 还差什么`, en: `/case ${number} reopen what is missing` }[lang],
  })
}

export const whyTold: Words = {
  zh: '这个问题是你提的，现在有了结果',
  en: 'You raised this problem, and now it is settled',
}
