import type { Lang } from '../../base/words.ts'
import { actions, content, form, heading, list, quiet, strong, text } from '../../content/build.ts'
import type { Content, Input } from '../../content/content.ts'
import { switchButtons } from './catalogue-words.ts'
import type { Change } from './change-rules.ts'
import { fieldsOf, partsChanged } from './fields.ts'
import type { Rule, RuleDefinition } from './rule.ts'
import { type Reader, sentenceOf } from './sentence.ts'
import { stateNames } from './state-words.ts'
import { titleOf } from './titles.ts'

/** The parts of a rule, to be changed. */
export function ruleForm(definition: RuleDefinition, rule: Rule | null, lang: Lang): Content {
  const { key } = definition
  const inputs = fieldsOf(definition, lang).map(({ field, shown }): Input => {
    const { id, label, kind, takes, options } = field
    const choices = options && { options: options(lang) }
    const bare = { id, label: label[lang], kind, initial: shown, ...choices }
    return kind === 'choice' || kind === 'number' ? bare : { ...bare, hint: takes[lang] }
  })
  return content(
    lang,
    heading(`${titleOf(definition, lang)} · ${key} · ${stateNames[rule?.state ?? 'off'][lang]}`),
    form({
      id: 'rules.edit',
      title: { zh: '修改群规', en: 'Change the rule' }[lang],
      submit: { zh: '保存', en: 'Save' }[lang],
      words: { zh: `/群规 编辑 ${key} 间隔=30`, en: `/rules edit ${key} cool-down=30` }[lang],
      value: `${key} ${rule?.version ?? ''}`,
      inputs,
    }),
    quiet(
      {
        zh: `更多的改法：/群规 导出 ${key}，改好再 /群规 导入`,
        en: `Anything else: /rules export ${key}, change it, then /rules import`,
      }[lang],
    ),
  )
}

/** What a change made of a rule. */
export function ruleChanged(before: RuleDefinition, { definition, state }: Change, reader: Reader): Content {
  const { lang } = reader
  const title = titleOf(definition, lang)
  return content(
    lang,
    text(
      strong(
        { zh: `已修改“${title}”（${stateNames[state].zh}）`, en: `Changed "${title}" (${stateNames[state].en})` }[lang],
      ),
    ),
    list(partsChanged(before, definition, lang).map(part => [part])),
    text(sentenceOf(definition, reader)),
    state === 'on' ? quiet({ zh: '稍后会告诉大家。', en: 'Everybody will be told in a while.' }[lang]) : null,
    state === 'off' ? actions(...switchButtons(definition, state, lang)) : null,
  )
}

export function unchanged(definition: RuleDefinition, reader: Reader): Content {
  const title = titleOf(definition, reader.lang)
  return content(
    reader.lang,
    text({ zh: `“${title}”本来就是这样。`, en: `"${title}" is like that already.` }[reader.lang]),
  )
}
