import type { Lang } from '../../../base/words.ts'
import { content, quiet, strong, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import type { Shown } from '../shown.ts'
import { dueWords } from './card.ts'

export type Changed = 'solved' | 'dropped' | 'reopened' | 'handed' | 'due'

/** To whoever changed it. */
export function changedContent({ case: it, owner, today }: Shown, what: Changed, lang: Lang): Content {
  const name = `#${it.number} ${it.title}`
  const due = it.dueOn === null ? '' : dueWords(it.dueOn, today, lang)
  const said = {
    solved: { zh: `解决了：${name}`, en: `Solved: ${name}` },
    dropped: { zh: `不再跟进：${name}`, en: `Dropped: ${name}` },
    reopened: { zh: `重新打开：${name}，负责人 ${owner}`, en: `Open again: ${name}, owner ${owner}` },
    handed: { zh: `${name} 由 ${owner} 负责`, en: `${name} is with ${owner}` },
    due: { zh: `${name} 的期限改为 ${due}`, en: `${name} is due ${due}` },
  }[what][lang]
  return content(lang, text(said), what === 'solved' ? quiet(whoFinds(it.audience, lang)) : null)
}

function whoFinds(audience: Shown['case']['audience'], lang: Lang): string {
  if (audience === 'managers') {
    return {
      zh: '它来自只给经理看的问题，案例卡也只有经理和你们自己搜得到',
      en: 'It was said to managers alone, so only they and those concerned find it',
    }[lang]
  }
  return {
    zh: '解决办法进了案例库，同事可以搜到：/案例 搜',
    en: 'How it was solved is there for all to find: /case search',
  }[lang]
}

/** What the group hears: that it is solved, and how. */
export function solvedOpenly({ case: { number, title, solution }, closedBy }: Shown, lang: Lang): Content {
  return content(
    lang,
    text(
      '✅ ',
      strong({ zh: `#${number} ${title}`, en: `#${number} ${title}` }[lang]),
      { zh: ' 解决了', en: ' is solved' }[lang],
    ),
    text(`${closedBy}${{ zh: '：', en: ': ' }[lang]}${solution ?? ''}`),
  )
}
