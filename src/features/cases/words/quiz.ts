import { cut } from '../../../base/cut.ts'
import type { Lang, Words } from '../../../base/words.ts'
import { actions, content, heading, list, quiet, text } from '../../../content/build.ts'
import type { Block, Content } from '../../../content/content.ts'
import type { Case } from '../case.ts'

const LONGEST = 80

export function offerContent(lang: Lang): Content {
  return content(
    lang,
    heading({ zh: '案例小测', en: 'Three questions' }[lang]),
    text(
      {
        zh: '用团队解决过的问题出三道题，一分钟。自愿参加，结果只有你看到。',
        en: 'About problems that the team has solved, a minute in all. Only if you like, and only you see the result.',
      }[lang],
    ),
    actions({
      ...{ id: 'cases.quiz', style: 'primary' as const },
      label: { zh: '开始', en: 'Start' }[lang],
      words: { zh: '/案例 小测', en: '/case quiz' }[lang],
    }),
  )
}

export const whyOffered: Words = {
  zh: '团队开了每月的案例小测；在 /设置 里可以关掉',
  en: 'The team has a case quiz each month; /settings switches it off',
}

/** How far a quiz is. Cards that were erased meanwhile are not there. */
export interface Asked {
  readonly quizId: string
  /** Questions answered so far, of so many, and how many of those right. */
  readonly at: number
  readonly of: number
  readonly right: number
  readonly last: { readonly card: Case | undefined; readonly isRight: boolean } | null
  readonly next: { readonly card: Case | undefined; readonly options: readonly (Case | undefined)[] } | null
}

export function questionContent({ quizId, at, of, right, last, next }: Asked, lang: Lang): Content {
  const erased = { zh: '（已删除）', en: '(erased)' }[lang]
  const blocks: (Block | null)[] = last ? lastBlocks(last, lang, erased) : []
  if (next === null) {
    const result = { zh: `答对 ${right} 道，共 ${of} 道`, en: `${right} of ${of} right` }[lang]
    const privately = { zh: '只有你看得到。下个月再来', en: 'Only you see this. More next month' }[lang]
    return content(lang, ...blocks, heading(result), quiet(privately))
  }
  const solutions = next.options.map(card => cut((card?.solution ?? erased).replaceAll(/\s+/g, ' '), LONGEST))
  return content(
    lang,
    ...blocks,
    heading({ zh: `第 ${at + 1} 题，共 ${of} 题`, en: `Question ${at + 1} of ${of}` }[lang]),
    text(
      { zh: `“${next.card?.title ?? erased}”是怎么解决的？`, en: `How was "${next.card?.title ?? erased}" solved?` }[
        lang
      ],
    ),
    list(solutions.map((solution, option) => [`${letterOf(option)}. ${solution}`])),
    actions(
      ...solutions.map((_, option) => ({
        ...{ id: 'cases.answer', label: letterOf(option), words: letterOf(option) },
        value: `${quizId}:${at}:${option}`,
      })),
    ),
  )
}

function lastBlocks({ card, isRight }: NonNullable<Asked['last']>, lang: Lang, erased: string): (Block | null)[] {
  const solution = card?.solution ?? erased
  return [
    text(
      isRight
        ? { zh: '✅ 对', en: '✅ Right' }[lang]
        : { zh: `不是这个。当时是：${solution}`, en: `Not that one. It was: ${solution}` }[lang],
    ),
    card === undefined
      ? null
      : quiet({ zh: `看这张卡：/案例 ${card.number}`, en: `The card: /case ${card.number}` }[lang]),
  ]
}

function letterOf(option: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + option)
}
