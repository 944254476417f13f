import type { Lang, Words } from '../../base/words.ts'
import { actions, code, content, heading, list, quiet, strong, table, text } from '../../content/build.ts'
import type { Content } from '../../content/content.ts'
import { cadenceWords } from './cadence-words.ts'
import { nextLine, questionLine, type Shown, timesFields } from './form-words.ts'
import { openButton } from './own-words.ts'
import type { LineFault } from './plain-yaml.ts'
import type { TeamForm } from './store.ts'
import { timesForm } from './times-form.ts'

type ShownForm = Pick<TeamForm, 'key' | 'active' | 'definition'>

/** All forms, for those who may change them; `own` are those that ask the reader too. */
export function formList(forms: readonly ShownForm[], own: readonly TeamForm[], lang: Lang): Content {
  const labels = { zh: ['表单', '关键字', '截止', '状态'], en: ['Form', 'Key', 'Due', 'State'] }[lang]
  const rows = forms.map(({ key, active, definition }) => [
    strong(definition.title[lang]),
    code(key),
    cadenceWords(definition.cadence, lang).due,
    stateWords(active)[lang],
  ])
  return content(
    lang,
    heading({ zh: '团队的表单', en: "The team's forms" }[lang]),
    table(
      labels.map(label => ({ label })),
      rows,
    ),
    quiet({ zh: '查看一张：/表单 计划', en: 'To see one: /form plan' }[lang]),
    actions(...own.map(form => openButton(form, lang))),
  )
}

/** A form in full, with how to change it. */
export function formShown(shown: ShownForm, facts: Shown): Content {
  const { lang } = facts
  const { key, active, definition } = shown
  return content(
    lang,
    heading(`${definition.title[lang]} · ${key}${active ? '' : ` · ${stateWords(false)[lang]}`}`),
    timesFields(definition, lang),
    list(definition.questions.map(question => questionLine(question, definition, facts))),
    nextLine(facts),
    timesForm(key, definition.cadence, lang),
    quiet(
      {
        zh: `也可以写：/表单 ${key} 添加 竞品动态 必填 · /表单 ${key} 删除 竞品动态 · /表单 ${key} 导出`,
        en: `Or type: /form ${key} add Competitors required · /form ${key} remove Competitors · /form ${key} export`,
      }[lang],
    ),
  )
}

/** What a change made of the form, as it was understood. */
export function formChanged(shown: ShownForm, facts: Shown & { readonly isNew: boolean }): Content {
  const { lang, isNew } = facts
  const title = shown.definition.title[lang]
  const done = isNew
    ? { zh: `已添加表单 ${title}`, en: `Added the form ${title}` }
    : { zh: `已修改表单 ${title}`, en: `Changed the form ${title}` }
  return content(
    lang,
    text(strong(done[lang])),
    timesFields(shown.definition, lang),
    list(shown.definition.questions.map(question => questionLine(question, shown.definition, facts))),
    shown.active ? nextLine(facts) : quiet({ zh: '这张表单已停用', en: 'This form is switched off' }[lang]),
  )
}

export function formSwitched({ key, definition }: ShownForm, on: boolean, facts: Shown): Content {
  const { lang } = facts
  const title = definition.title[lang]
  if (on) return content(lang, text({ zh: `已启用 ${title}`, en: `${title} is switched on` }[lang]), nextLine(facts))
  return content(
    lang,
    text({ zh: `已停用 ${title}`, en: `${title} is switched off` }[lang]),
    quiet({ zh: `要再启用：/表单 ${key} 启用`, en: `To switch it on again: /form ${key} on` }[lang]),
  )
}

/** The form as text to change and paste back. */
export function formExported(yaml: string, lang: Lang): Content {
  return content(
    lang,
    quiet(
      {
        zh: '改好后发回来：/表单 导入，换行，再粘贴全文',
        en: 'Change it and send it back: /form import, a new line, the whole text',
      }[lang],
    ),
    text(code(yaml)),
  )
}

const MOST_FAULTS = 8

export function yamlRefused(faults: readonly LineFault[], lang: Lang): Content {
  const more = faults.length - MOST_FAULTS
  return content(
    lang,
    text({ zh: '没有导入，请先修正：', en: 'Nothing was imported. Please mend this first:' }[lang]),
    list(faults.slice(0, MOST_FAULTS).map(({ line, words }) => [lineWords(line)[lang], words[lang]])),
    more > 0 ? quiet({ zh: `还有 ${more} 处`, en: `and ${more} more` }[lang]) : null,
  )
}

export const howToAsk: Words = {
  zh: '没看懂。可以写：/表单 计划 截止 09:30 · /表单 计划 添加 竞品动态 必填 · /表单 停用 weekly',
  en: 'That was not clear. Try: /form plan due 09:30 · /form plan add Competitors required · /form off weekly',
}

function stateWords(active: boolean): Words {
  return active ? { zh: '使用中', en: 'in use' } : { zh: '已停用', en: 'switched off' }
}

function lineWords(line: number | null): Words {
  return line === null ? { zh: '', en: '' } : { zh: `第 ${line} 行：`, en: `line ${line}: ` }
}
