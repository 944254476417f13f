import type { Lang, Words } from '../../base/words.ts'
import { actions, code, content, field, fields, quiet, strong, text } from '../../content/build.ts'
import type { Block, Button, Content, Field } from '../../content/content.ts'
import type { SettingDeclaration } from '../setting.ts'

/** A setting as it stands. */
export interface Stand {
  readonly setting: SettingDeclaration
  readonly now: string
  /** What a button may set it to. */
  readonly choices: readonly string[]
}

/** All settings by their groups; for those who may, with how to change each. */
export function groupBlocks(stands: readonly Stand[], mayChange: boolean, lang: Lang): readonly (Block | null)[] {
  const groups = Map.groupBy(stands, ({ setting }) => setting.group[lang])
  return [...groups].flatMap(([title, group]) => [
    text(strong(title)),
    fields(...group.map(stand => standField(stand, mayChange, lang))),
    mayChange ? actions(...group.flatMap(stand => buttons(stand, lang))) : null,
  ])
}

function standField({ setting, now }: Stand, mayChange: boolean, lang: Lang): Field {
  const how = mayChange ? ['  ', code(typed(setting, setting.example[lang], lang))] : []
  return field(setting.title[lang], strong(now), ` · ${setting.summary[lang]}`, ...how)
}

/** One setting, with all that it can be. */
export function oneContent(stand: Stand, mayChange: boolean, lang: Lang): Content {
  const { setting, now } = stand
  const how = { zh: '可以填：', en: 'It may be: ' }[lang]
  return content(
    lang,
    text(setting.title[lang], { zh: '：', en: ': ' }[lang], strong(now)),
    quiet(setting.summary[lang]),
    mayChange ? text(how, setting.takes[lang], '  ', code(typed(setting, setting.example[lang], lang))) : null,
    mayChange ? actions(...buttons(stand, lang)) : null,
  )
}

/** For the log. */
export function changedWords({ title }: SettingDeclaration): Words {
  return { zh: `改了设置“${title.zh}”`, en: `Changed the setting "${title.en}"` }
}

export function changedContent(stand: Stand, lang: Lang): Content {
  const { setting, now } = stand
  const done = { zh: '已改。', en: 'Changed. ' }[lang]
  return content(
    lang,
    text(done, setting.title[lang], { zh: '：', en: ': ' }[lang], strong(now)),
    quiet(setting.summary[lang]),
    actions(...buttons(stand, lang)),
  )
}

/** For a value that was not understood or cannot be. */
export function unfit({ title, takes, key, example }: SettingDeclaration): Words {
  return {
    zh: `没有改。“${title.zh}”可以填：${takes.zh}。例如 /设置 ${title.zh} ${example.zh}`,
    en: `Nothing was changed. "${title.en}" may be: ${takes.en}. For example /settings ${key} ${example.en}`,
  }
}

function buttons({ setting, choices }: Stand, lang: Lang): readonly Button[] {
  return choices.map(choice => ({
    id: 'settings.set',
    label: `${setting.title[lang]}${{ zh: '：', en: ': ' }[lang]}${choice}`,
    words: typed(setting, choice, lang),
    value: `${setting.key} ${choice}`,
  }))
}

function typed({ key, title }: SettingDeclaration, value: string, lang: Lang): string {
  return { zh: `/设置 ${title.zh} ${value}`, en: `/settings ${key} ${value}` }[lang]
}
