import type { Lang } from '../../base/words.ts'
import { actions, content, heading, list, quiet, strong, text } from '../../content/build.ts'
import type { Block, Button, Content, Span } from '../../content/content.ts'
import type { Deaf } from './change-rules.ts'
import { groupName, unheardWords } from './reach-words.ts'
import { readyRules } from './ready-rules.ts'
import type { RuleDefinition, RuleState } from './rule.ts'
import { type Reader, sentenceOf } from './sentence.ts'
import { stateNames } from './state-words.ts'
import { textOf, titleOf } from './titles.ts'

export interface Shown {
  readonly definition: RuleDefinition
  readonly state: RuleState
  readonly deaf: readonly Deaf[]
}

interface Standing {
  readonly reader: Reader
  readonly edition: number
  readonly hasRead: boolean
  /** The names of those who have not read this edition; null for a reader whom that does not concern. */
  readonly unread: readonly string[] | null
}

/** What holds, one sentence for each rule. */
export function rulesShown(shown: readonly Shown[], { reader, edition, hasRead, unread }: Standing): Content {
  const { lang } = reader
  if (shown.length === 0) return noRules(lang, unread !== null)
  return content(
    lang,
    heading({ zh: `这里的群规 · 第 ${edition} 版`, en: `What holds here · edition ${edition}` }[lang]),
    list(shown.map(one => ruleLine(one, reader))),
    ...deafLines(shown, reader),
    edition === 0 ? null : readLine(unread, lang),
    hasRead && edition > 0 ? quiet({ zh: '你已读过这一版。', en: 'You have read this edition.' }[lang]) : null,
    actions(
      hasRead || edition === 0 ? null : readButton(edition, lang),
      unread === null ? null : catalogueButton(lang),
    ),
  )
}

function noRules(lang: Lang, mayChange: boolean): Content {
  return content(
    lang,
    text({ zh: '这里还没有群规。', en: 'There are no rules here yet.' }[lang]),
    mayChange
      ? quiet(
          {
            zh: `现成的有 ${readyRules.length} 条，先静默试行也可以：/群规 目录`,
            en: `${readyRules.length} are ready to take, or to try out silently first: /rules list`,
          }[lang],
        )
      : quiet({ zh: '要立规矩，请经理输入 /群规 目录', en: 'A manager can take some with /rules list' }[lang]),
    actions(mayChange ? catalogueButton(lang) : null),
  )
}

function ruleLine({ definition, state }: Shown, reader: Reader): readonly (string | Span)[] {
  const { lang } = reader
  const trial = state === 'shadow' ? { zh: `（${stateNames.shadow.zh}）`, en: ` (${stateNames.shadow.en})` }[lang] : ''
  const why =
    definition.why === undefined
      ? ''
      : { zh: `（${textOf(definition.why, 'zh')}）`, en: ` ${textOf(definition.why, 'en')}.` }[lang]
  return [
    strong(titleOf(definition, lang)),
    `${trial}${{ zh: '：', en: ': ' }[lang]}${sentenceOf(definition, reader)}${why}`,
  ]
}

/** One line for each reason and group, whatever the number of rules. */
export function deafLines(shown: readonly Shown[], { lang }: Reader): readonly Block[] {
  const all = shown.flatMap(({ definition, deaf }) => deaf.map(it => ({ ...it, definition })))
  const lines = Map.groupBy(all, ({ group, audible }) => `${group.id} ${audible}`)
  return [...lines.values()].flatMap(of => {
    const [first] = of
    if (first === undefined) return []
    const titles = of.map(({ definition }) => titleOf(definition, lang)).join({ zh: '、', en: ', ' }[lang])
    const why = unheardWords(first.group, first.audible)[lang]
    return [quiet(`${groupName(first.group, lang)}${{ zh: '：', en: ': ' }[lang]}${titles} — ${why}`)]
  })
}

const NAMED = 20

function readLine(unread: readonly string[] | null, lang: Lang): Block | null {
  if (unread === null) return null
  if (unread.length === 0) return quiet({ zh: '大家都已读。', en: 'Everybody has read it.' }[lang])
  const more = unread.length - NAMED
  const names = unread.slice(0, NAMED).join({ zh: '、', en: ', ' }[lang])
  return quiet(
    {
      zh: `还没读的 ${unread.length} 人：${names}${more > 0 ? `等` : ''}`,
      en: `Not read yet by ${unread.length}: ${names}${more > 0 ? ` and ${more} more` : ''}`,
    }[lang],
  )
}

export function readButton(edition: number, lang: Lang): Button {
  const facts = { id: 'rules.read', value: String(edition), style: 'primary' } as const
  return {
    ...facts,
    ...{ zh: { label: '我读过了', words: '/群规 已读' }, en: { label: 'I have read them', words: '/rules read' } }[
      lang
    ],
  }
}

function catalogueButton(lang: Lang): Button {
  return {
    id: 'rules.list',
    ...{ zh: { label: '全部群规', words: '/群规 目录' }, en: { label: 'All rules', words: '/rules list' } }[lang],
  }
}
