import type { Lang, Words } from '../../../base/words.ts'
import { content, form, heading, list, quiet, text } from '../../../content/build.ts'
import type { Block, Content } from '../../../content/content.ts'
import type { Shown } from '../shown.ts'
import { dueWords } from './card.ts'
import { solvedLine } from './list.ts'

/** To whoever filed it: the card, and how others like it were solved. */
export function filedContent(card: readonly (Block | null)[], similar: readonly Shown[], lang: Lang): Content {
  return content(
    lang,
    text({ zh: '已进案例库', en: 'Noted as a case' }[lang]),
    ...similarBlocks(similar, lang),
    ...card,
  )
}

function similarBlocks(similar: readonly Shown[], lang: Lang): readonly (Block | null)[] {
  if (similar.length === 0) return []
  return [
    text({ zh: '以前像这样的，是这么解决的：', en: 'The like was solved before:' }[lang]),
    list(similar.map(one => [solvedLine(one)])),
  ]
}

/** What the group hears: no blame, only that somebody has it. */
export function filedOpenly({ case: { number, title, dueOn }, owner, today }: Shown, lang: Lang): Content {
  const due = dueOn === null ? '' : dueWords(dueOn, today, lang)
  return content(
    lang,
    text(
      {
        zh: `一个问题进了案例库：#${number} ${title}。负责人 ${owner}，期限 ${due}`,
        en: `A problem is being looked after: #${number} ${title}. Owner ${owner}, due ${due}`,
      }[lang],
    ),
    quiet(
      {
        zh: `知道怎么办的，来搭把手：/案例 ${number}`,
        en: `If you know what helps, lend a hand: /case ${number}`,
      }[lang],
    ),
  )
}

/** To whoever named blockers in a report. */
export function fromReport(made: readonly Shown[], similar: readonly Shown[], lang: Lang): Content {
  const first = made[0]?.case.number ?? 1
  const lines = made.map(({ case: { number, title, dueOn }, today }) => [
    `#${number} ${title} · ${{ zh: '期限', en: 'due' }[lang]} ${dueOn === null ? '' : dueWords(dueOn, today, lang)}`,
  ])
  return content(
    lang,
    heading({ zh: '卡点记进了案例库', en: 'Your blockers are cases now' }[lang]),
    list(lines),
    ...similarBlocks(similar, lang),
    quiet(
      {
        zh: `解决了就说一声：/案例 ${first} 解决 怎么解决的；要人帮忙：/案例 ${first} 交给 张三`,
        en: `Once it is solved: /case ${first} solved and how. If somebody else should have it: /case ${first} to Sam`,
      }[lang],
    ),
  )
}

export const whyFromReport: Words = {
  zh: '你的计划或日报里写了卡点，每个卡点会跟到解决',
  en: 'Your plan or report names a blocker, and each is followed until it is solved',
}

export function caseForm(lang: Lang): Content {
  const w = {
    zh: ['记一个问题', '提交', '什么问题', '负责人（不填就是你）', '期限（不填按团队的设置）'],
    en: [
      'A new case',
      'Send',
      'What is the problem',
      'Owner (you, if left empty)',
      'Due (as the team usually does, if left empty)',
    ],
  }[lang]
  const [title = '', submit = '', problem = '', owner = '', due = ''] = w
  return content(
    lang,
    form({
      ...{ id: 'cases.file', title, submit },
      words: { zh: '/案例 华为订单延期 @李伟 周五前', en: '/case order delayed for Huawei @Sam due Friday' }[lang],
      inputs: [
        { id: 'text', label: problem, kind: 'text', required: true },
        { id: 'owner', label: owner, kind: 'line' },
        { id: 'due', label: due, kind: 'date' },
      ],
    }),
  )
}
