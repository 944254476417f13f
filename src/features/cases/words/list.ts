import { cut } from '../../../base/cut.ts'
import type { Lang } from '../../../base/words.ts'
import { actions, content, heading, list, quiet, text } from '../../../content/build.ts'
import type { Block, Content } from '../../../content/content.ts'
import type { Shown } from '../shown.ts'
import { dueWords } from './card.ts'

/** `#12 华为订单延期 · 李伟 · 11-25` */
export function openLine({ case: it, owner, today }: Shown, lang: Lang, withOwner = true): string {
  const due = it.dueOn === null ? [] : [dueWords(it.dueOn, today, lang)]
  return [`#${it.number} ${it.title}`, ...(withOwner ? [owner] : []), ...due].join(' · ')
}

const LONGEST_LINE = 80

/** `#7 顺丰爆仓 → 换了承运商`: with the first line of how it was solved. */
export function solvedLine({ case: { number, title, solution } }: Shown): string {
  const [first = ''] = (solution ?? '').split('\n', 1)
  return first === '' ? `#${number} ${title}` : `#${number} ${title} → ${cut(first, LONGEST_LINE)}`
}

/** No more buttons than a message has room for. */
const MOST_BUTTONS = 3

export function showButtons(shown: readonly Shown[], lang: Lang): Block | null {
  return actions(
    ...shown.slice(0, MOST_BUTTONS).map(({ case: { id, number } }) => ({
      ...{ id: 'cases.show', value: id },
      label: { zh: `打开 #${number}`, en: `Open #${number}` }[lang],
      words: { zh: `/案例 ${number}`, en: `/case ${number}` }[lang],
    })),
  )
}

export function listContent(
  { mine, theirs, isLead }: { mine: readonly Shown[]; theirs: readonly Shown[]; isLead: boolean },
  lang: Lang,
): Content {
  const none = { zh: '你手上没有未解决的问题', en: 'Nothing is open with you' }[lang]
  const noneElse = { zh: '其他人手上没有', en: 'Nothing is open with others' }[lang]
  return content(
    lang,
    heading({ zh: '未解决的问题', en: 'Open cases' }[lang]),
    mine.length === 0 ? text(none) : list(mine.map(one => [openLine(one, lang, false)])),
    isLead ? text({ zh: '团队里其他人的：', en: 'With others in the team:' }[lang]) : null,
    isLead ? (list(theirs.map(one => [openLine(one, lang)])) ?? text(noneElse)) : null,
    showButtons([...mine, ...theirs], lang),
    actions({
      id: 'cases.new',
      label: { zh: '记一个问题', en: 'New case' }[lang],
      words: { zh: '/案例 新建', en: '/case new' }[lang],
    }),
    quiet(
      {
        zh: '看一个：/案例 12；找以前的：/案例 搜 延期',
        en: 'To see one: /case 12. To find how others were solved: /case search delayed',
      }[lang],
    ),
    quiet(
      {
        zh: '记下别人说的：钉钉、企业微信里引用那条消息，@我 说“案例”；Slack 里用那条消息的菜单',
        en: 'To note what somebody said: in DingTalk and WeCom quote it and tell me “case”; in Slack use its message menu',
      }[lang],
    ),
  )
}

export function foundContent(found: readonly Shown[], words: string, lang: Lang): Content {
  const title =
    words === ''
      ? { zh: '最近的案例', en: 'The latest cards' }[lang]
      : { zh: `案例 · ${cut(words, 30)}`, en: `Cards · ${cut(words, 30)}` }[lang]
  const nothing = {
    zh: '没有找到。问题解决之后会变成案例卡，换个词再搜：/案例 搜 延期',
    en: 'Nothing found. Solved cases become cards; try other words: /case search delayed',
  }[lang]
  return content(
    lang,
    heading(title),
    found.length === 0 ? text(nothing) : list(found.map(one => [solvedLine(one)])),
    showButtons(found, lang),
  )
}
