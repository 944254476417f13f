import { atLeast, type Role } from '../../context.ts'
import type { Fault } from '../forms/faults.ts'
import { namedPlatforms } from '../team/platform-names.ts'
import { roleName } from '../team/role-names.ts'
import { counts } from './hearing-reach.ts'
import type { RuleDefinition } from './rule.ts'

/** What keeps a rule of the right shape from being one: patterns that are no words, and what it says against itself. */
export function ruleFaults(rule: RuleDefinition): readonly Fault[] {
  return [
    ...patternFaults(rule),
    ...countingFaults(rule),
    ...recallFaults(rule),
    ...exemptFaults(rule),
    ...hoursFaults(rule),
    ...platformFaults(rule),
  ]
}

function countingFaults(rule: RuleDefinition): readonly Fault[] {
  if (rule.listens.to !== 'for-us' || !counts(rule)) return []
  const words = {
    zh: '它数的是大家彼此说的话，发给我的不算，所以永远碰不到：对象请用“大家的聊天”',
    en: 'it counts what people say to each other, and what is sent to me is no part of that, so it would never be met: use to=talk',
  }
  return [{ path: ['listens', 'to'], words }]
}

function patternFaults({ when }: RuleDefinition): readonly Fault[] {
  if (!('patterns' in when)) return []
  return when.patterns.flatMap((pattern, at) => {
    const path = ['when', 'patterns', at]
    if (isExpression(pattern)) return { path, words: noExpressions(pattern) }
    return /[\p{L}\p{N}]/u.test(pattern) ? [] : { path, words: noWord(pattern) }
  })
}

/** `/…/`, classes, anchors, alternatives, escapes and repeated groups: what people write who think of a regular expression. */
export function isExpression(pattern: string): boolean {
  return /^\/.+\/[a-z]*$|[\\[\]{}^|]|\)[*+?]|\.[*+]|\(\?|[+*]\)|\$$/.test(pattern.normalize('NFKC'))
}

const noExpressions = (pattern: string) => ({
  zh: `“${pattern}”像正则表达式：这里只写词语，用 * 代表一行里的任意内容，例如 订单*延期`,
  en: `"${pattern}" looks like a regular expression: write plain words, with * for anything within a line, such as order*delayed`,
})

const noWord = (pattern: string) => ({
  zh: `“${pattern}”里没有字，会误伤所有消息`,
  en: `"${pattern}" holds no letters and would hit every message`,
})

/** Only where something is masked does a copy come back; words that vanish without one would be censorship. */
function recallFaults({ when, manners: { steps } }: RuleDefinition): readonly Fault[] {
  const at = steps.findIndex(step => step.do === 'recall')
  if (at < 0 || when.kind === 'customer-data') return []
  const words = {
    zh: '“撤回”这一步只用于客户隐私：别的消息没有打码的一份可以换上',
    en: 'the step recall is for customer data only: there is no masked copy of anything else',
  }
  return [{ path: ['manners', 'steps', at, 'do'], words }]
}

function exemptFaults({ when, listens, exempt }: RuleDefinition): readonly Fault[] {
  const path = ['exempt', 'roles']
  if (listens.roles?.every(role => exempt.roles.includes(role))) {
    const words = {
      zh: '它管的角色全部豁免了，等于没有这条',
      en: 'everybody whom it is for is exempt, so it is for nobody',
    }
    return [{ path, words }]
  }
  if (when.kind !== 'mention-all') return []
  const { mayAtLeast } = when
  const below = exempt.roles.find(role => role !== 'guest' && !atLeast(role, mayAtLeast))
  return below === undefined ? [] : [{ path, words: mayAndMayNot(below, mayAtLeast) }]
}

function mayAndMayNot(exempt: Role, least: Role) {
  const name = (role: Role, lang: 'zh' | 'en') => roleName(role, lang)
  return {
    zh: `自相矛盾：只有${name(least, 'zh')}及以上可以 @所有人，${name(exempt, 'zh')}却被豁免`,
    en: `it contradicts itself: only a ${name(least, 'en')} or above may call everybody, and yet a ${name(exempt, 'en')} is exempt`,
  }
}

function hoursFaults({ when, listens: { hours } }: RuleDefinition): readonly Fault[] {
  if (hours !== undefined && hours.from === hours.to) {
    return [
      { path: ['listens', 'hours'], words: { zh: '开始和结束是同一时间', en: 'it begins and ends at the same time' } },
    ]
  }
  if (when.kind !== 'anything' || hours !== undefined) return []
  const words = {
    zh: '没有时间的话，什么时候都不能说话：请写 hours',
    en: 'without hours nobody could ever say anything: give hours',
  }
  return [{ path: ['listens'], words }]
}

function platformFaults({ listens: { platforms = [] } }: RuleDefinition): readonly Fault[] {
  const unknown = platforms.findIndex(platform => !namedPlatforms.includes(platform))
  if (unknown < 0) return []
  const [said, known] = [platforms[unknown] ?? '', namedPlatforms.join(', ')]
  const words = { zh: `没有“${said}”这个平台，可以写：${known}`, en: `there is no platform "${said}": use ${known}` }
  return [{ path: ['listens', 'platforms', unknown], words }]
}
