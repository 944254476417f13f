import type { Lang, Words } from '../../base/words.ts'
import { platformName } from '../team/platform-names.ts'
import { roleName } from '../team/role-names.ts'
import type { Group } from './hearing-reach.ts'
import type { Hours } from './hours.ts'
import type { RuleDefinition } from './rule.ts'

export const dayNames: Readonly<Record<Hours['on'], Words>> = {
  'every-day': { zh: '每天', en: 'every day' },
  workdays: { zh: '工作日', en: 'on workdays' },
  'days-off': { zh: '休息日', en: 'on days off' },
}

export function hoursWords({ from, to, on }: Hours, lang: Lang): string {
  return { zh: `${dayNames[on].zh} ${from}–${to}`, en: `${from}–${to} ${dayNames[on].en}` }[lang]
}

/** What is said of a rule before what it asks: when, where and of whom; empty where that is always, everywhere and of all. */
export function listensWords(
  { to, hours, channels, roles, platforms }: RuleDefinition['listens'],
  groups: readonly Group[],
  lang: Lang,
): string {
  const join = { zh: '、', en: ', ' }[lang]
  const names = channels?.map(
    id => groups.find(group => group.id === id)?.name ?? { zh: '一个群', en: 'one group' }[lang],
  )
  return [
    names && { zh: `在${names.join(join)}`, en: `in ${names.join(join)}` }[lang],
    platforms &&
      {
        zh: `在${platforms.map(one => platformName(one, lang)).join(join)}上`,
        en: `on ${platforms.map(one => platformName(one, lang)).join(join)}`,
      }[lang],
    hours && hoursWords(hours, lang),
    to === 'for-us' ? { zh: '在发给我的消息里', en: 'in what is sent to me' }[lang] : undefined,
    roles &&
      {
        zh: `对${roles.map(one => roleName(one, lang)).join(join)}`,
        en: `for every ${roles.map(one => roleName(one, lang)).join(join)}`,
      }[lang],
  ]
    .filter(part => part !== undefined)
    .join({ zh: '，', en: ', ' }[lang])
}
