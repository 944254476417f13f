import type { Lang, Words } from '../../../base/words.ts'
import { content, heading, list, quiet, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import type { Shown } from '../shown.ts'
import { openLine, showButtons } from './list.ts'

/** More lines than this nobody reads in the morning. */
const MOST = 12

interface Parts {
  readonly own: readonly Shown[]
  readonly late: readonly Shown[]
  readonly open: readonly Shown[]
}

/** What is due with somebody, what is long overdue in the team, and what else is open: in one message. */
export function reminderContent({ own, late, open }: Parts, lang: Lang): Content {
  const w = {
    zh: {
      own: '你手上到期的问题',
      late: '逾期较久，或者没有负责人了，请看看：',
      open: '团队里未解决的：',
      ways: '解决了：/案例 12 解决 怎么解决的；要多点时间：/案例 12 期限 周五；换人：/案例 12 交给 张三',
    },
    en: {
      own: 'Cases that are due with you',
      late: 'Long overdue, or without an owner; please have a look:',
      open: 'Open in the team:',
      ways: 'Solved: /case 12 solved and how. More time: /case 12 due Friday. Somebody else: /case 12 to Sam',
    },
  }[lang]
  const first = [...own, ...late, ...open][0]?.case.number ?? 12
  return content(
    lang,
    heading(own.length > 0 ? w.own : { zh: '问题与案例', en: 'Cases' }[lang]),
    list(own.slice(0, MOST).map(one => [openLine(one, lang, false)])),
    more(own, lang),
    late.length > 0 ? text(w.late) : null,
    list(late.slice(0, MOST).map(one => [openLine(one, lang)])),
    more(late, lang),
    open.length > 0 ? text(w.open) : null,
    list(open.slice(0, MOST).map(one => [openLine(one, lang)])),
    more(open, lang),
    showButtons([...own, ...late, ...open], lang),
    quiet(w.ways.replaceAll('12', String(first))),
  )
}

function more(shown: readonly Shown[], lang: Lang) {
  const left = shown.length - MOST
  return left > 0 ? quiet({ zh: `还有 ${left} 个：/案例`, en: `${left} more: /case` }[lang]) : null
}

export const whyReminded: Words = {
  zh: '有问题到期了，或者逾期较久',
  en: 'A case is due, or long overdue',
}
