import type { Lang } from '../../base/words.ts'
import { actions, code, content, heading, quiet, strong, table, text } from '../../content/build.ts'
import type { Button, Content } from '../../content/content.ts'
import type { Change } from './change-rules.ts'
import type { RuleDefinition, RuleState } from './rule.ts'
import { type Reader, sentenceOf } from './sentence.ts'
import { stateNames } from './state-words.ts'
import { textOf, titleOf } from './titles.ts'
import { deafLines } from './words.ts'

interface Listed {
  readonly definition: RuleDefinition
  readonly state: RuleState
  /** By us, in one group at least. */
  readonly isHeard: boolean
}

/** Every rule that there is to take, with its state. */
export function catalogueShown(rows: readonly Listed[], lang: Lang, mayChange: boolean): Content {
  const labels = { zh: ['群规', '关键字', '状态', '为什么'], en: ['Rule', 'Key', 'State', 'Why'] }[lang]
  const first = rows.find(({ state, isHeard }) => state === 'off' && isHeard)
  return content(
    lang,
    heading({ zh: '群规目录', en: 'Rules to choose from' }[lang]),
    table(
      labels.map(label => ({ label })),
      rows.map(({ definition, state, isHeard }) => [
        strong(titleOf(definition, lang)),
        code(definition.key),
        `${stateNames[state][lang]}${isHeard ? '' : { zh: '（这里听不到）', en: ' (cannot be heard here)' }[lang]}`,
        definition.why === undefined ? '' : textOf(definition.why, lang),
      ]),
    ),
    mayChange
      ? quiet(
          {
            zh: '启用：/群规 启用 安静时段 · 静默试行：/群规 试行 刷屏 · 停用：/群规 停用 links · 修改：/群规 编辑 quiet-hours',
            en: 'Take one: /rules on quiet-hours · try it silently: /rules try flooding · end it: /rules off links · change it: /rules edit quiet-hours',
          }[lang],
        )
      : null,
    mayChange && first ? actions(...switchButtons(first.definition, 'off', lang)) : null,
  )
}

/** What was made of a rule; `words`: how many ready words came with it. */
export function ruleSwitched({ definition, state, deaf }: Change, reader: Reader, words: number): Content {
  const { lang } = reader
  const title = titleOf(definition, lang)
  const done: Readonly<Record<RuleState, string>> = {
    on: { zh: `已启用“${title}”`, en: `"${title}" is on` }[lang],
    shadow: {
      zh: `“${title}”开始静默试行：只看只数，不打扰任何人`,
      en: `"${title}" is tried out silently: it looks and counts, and nobody is told`,
    }[lang],
    off: { zh: `已停用“${title}”`, en: `"${title}" is off` }[lang],
  }
  return content(
    lang,
    text(strong(done[state])),
    state === 'off' ? null : text(sentenceOf(definition, reader)),
    words === 0
      ? null
      : quiet(
          {
            zh: `词表还是空的，先放进 ${words} 个常见的：/群规 词表 可以看，可以改`,
            en: `The list was empty, so ${words} common words were put in: see and change them with /rules words`,
          }[lang],
        ),
    ...(state === 'off' ? [] : deafLines([{ definition, state, deaf }], reader)),
    state === 'on' ? quiet({ zh: '稍后会告诉大家。', en: 'Everybody will be told in a while.' }[lang]) : null,
    actions(...switchButtons(definition, state, lang)),
  )
}

export function alreadySo(definition: RuleDefinition, state: RuleState, lang: Lang): Content {
  const title = titleOf(definition, lang)
  return content(
    lang,
    text(
      {
        zh: `“${title}”本来就是：${stateNames[state].zh}`,
        en: `"${title}" is like that already: ${stateNames[state].en}`,
      }[lang],
    ),
    actions(...switchButtons(definition, state, lang)),
  )
}

export function switchButtons({ key }: RuleDefinition, state: RuleState, lang: Lang): readonly Button[] {
  const to = (wanted: RuleState, zh: readonly [string, string], en: readonly [string, string]): Button => {
    const [label, word] = { zh, en }[lang]
    return { id: `rules.${wanted}`, value: key, label, words: `${{ zh: '/群规', en: '/rules' }[lang]} ${word} ${key}` }
  }
  return [
    to('on', ['启用', '启用'], ['Switch on', 'on']),
    to('shadow', ['静默试行', '试行'], ['Try silently', 'try']),
    to('off', ['停用', '停用'], ['Switch off', 'off']),
  ].filter(({ id }) => id !== `rules.${state}`)
}
