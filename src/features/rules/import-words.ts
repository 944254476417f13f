import type { Lang } from '../../base/words.ts'
import { actions, code, content, heading, list, quiet, strong, text } from '../../content/build.ts'
import type { Content, Span } from '../../content/content.ts'
import type { Change } from './change-rules.ts'
import { partsChanged } from './fields.ts'
import { groupName, unheardWords } from './reach-words.ts'
import { type Reader, sentenceOf } from './sentence.ts'
import { stateNames } from './state-words.ts'
import { titleOf } from './titles.ts'

export function rulesExported(yaml: string, lang: Lang): Content {
  return content(
    lang,
    quiet(
      {
        zh: '改好后发回来：/群规 导入，换行，再粘贴全文',
        en: 'Change it and send it back: /rules import, a new line, the whole text',
      }[lang],
    ),
    text(code(yaml)),
  )
}

/** What would change, before it does. */
export function importPreview(changes: readonly Change[], reader: Reader, id: string): Content {
  const { lang } = reader
  return content(
    lang,
    heading(
      {
        zh: `要改 ${changes.length} 条群规，先看看`,
        en: `${changes.length === 1 ? 'One rule' : `${changes.length} rules`} would change`,
      }[lang],
    ),
    list(changes.flatMap(change => changeLines(change, reader))),
    quiet(
      { zh: '还没有改。导入的话：/群规 导入 确定', en: 'Nothing is changed yet. To take it: /rules import yes' }[lang],
    ),
    actions({
      id: 'rules.import',
      value: id,
      style: 'primary',
      ...{ zh: { label: '导入', words: '/群规 导入 确定' }, en: { label: 'Import', words: '/rules import yes' } }[lang],
    }),
  )
}

export function imported(changes: readonly Change[], { lang }: Reader): Content {
  const titles = changes.map(({ definition }) => titleOf(definition, lang)).join({ zh: '、', en: ', ' }[lang])
  if (changes.length === 0) return nothingToImport(lang)
  return content(
    lang,
    text(strong({ zh: '已导入：', en: 'Imported: ' }[lang]), titles),
    quiet({ zh: '看看现在的样子：/群规 目录', en: 'To see how things are now: /rules list' }[lang]),
  )
}

export function nothingToImport(lang: Lang): Content {
  return content(
    lang,
    text({ zh: '和现在的一样，没有要改的。', en: 'It is as it is now: there is nothing to change.' }[lang]),
  )
}

function changeLines(
  { before, definition, state, deaf }: Change,
  reader: Reader,
): readonly (readonly (string | Span)[])[] {
  const { lang } = reader
  const title = strong(titleOf(definition, lang))
  const becomes =
    before === null || before.state === state
      ? stateNames[state][lang]
      : `${stateNames[before.state][lang]} → ${stateNames[state][lang]}`
  const parts = before === null ? [] : partsChanged(before.definition, definition, lang)
  const head = before === null ? { zh: '新增 · ', en: 'New · ' } : { zh: '修改 · ', en: 'Changed · ' }
  return [
    [head[lang], title, ` · ${becomes} · ${sentenceOf(definition, reader)}`],
    ...(parts.length === 0 ? [] : [[parts.join({ zh: '；', en: '; ' }[lang])]]),
    ...deaf.map(({ group, audible }) => [`${groupName(group, lang)}: ${unheardWords(group, audible)[lang]}`]),
  ]
}
