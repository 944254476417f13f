import type { Lang } from '../../base/words.ts'
import { content, heading, quiet, strong, table, text } from '../../content/build.ts'
import type { Content } from '../../content/content.ts'
import type { PraiseRule } from './praise.ts'
import { ruleNames } from './words.ts'

export interface ShownRule {
  readonly rule: PraiseRule
  readonly isOn: boolean
  /** The day on which it last had occasion, and who it was. */
  readonly last: { readonly on: string; readonly name: string } | null
}

interface Shown {
  readonly rules: readonly ShownRule[]
  readonly at: string | null
  readonly mostADay: number
  /** How often the group heard praise this month. */
  readonly inMonth: number
}

export function rulesContent({ rules, at, mostADay, inMonth }: Shown, lang: Lang): Content {
  const w = {
    zh: { columns: ['规则', '', '最近一次'], on: '开', off: '关', never: '还没有过' },
    en: { columns: ['Rule', '', 'Last time'], on: 'on', off: 'off', never: 'never yet' },
  }[lang]
  return content(
    lang,
    heading({ zh: '自动表扬', en: 'Praise by rule' }[lang]),
    text(when(at, mostADay, lang)),
    table(
      w.columns.map(label => ({ label })),
      rules.map(({ rule, isOn, last }) => [
        strong(ruleNames[rule][lang]),
        isOn ? w.on : w.off,
        last ? `${last.on} ${last.name}` : w.never,
      ]),
    ),
    quiet(
      { zh: `本月已经表扬 ${inMonth} 次`, en: `${inMonth} ${inMonth === 1 ? 'praise' : 'praises'} this month` }[lang],
    ),
    quiet(
      {
        zh: '要改，例如：/设置 个人最佳 关，/设置 表扬时间 19:30',
        en: 'To change it, for example: /settings personal best off, /settings praise at 19:30',
      }[lang],
    ),
  )
}

function when(at: string | null, mostADay: number, lang: Lang): string {
  if (at === null) return { zh: '现在不自动表扬。', en: 'Nobody is praised by rule now.' }[lang]
  return {
    zh: `工作日 ${at} 在群里一次说完，一天最多 ${mostADay} 条；同一件事只说一次，只说好的。`,
    en: `In the group at ${at} on workdays, in one message, ${mostADay} at most; nothing twice, and only what is good.`,
  }[lang]
}
