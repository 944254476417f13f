import type { Lang, Words } from '../../base/words.ts'
import type { ConditionKind } from './condition.ts'
import type { Contradiction } from './contradictions.ts'
import type { Group } from './hearing-reach.ts'
import { groupName } from './reach-words.ts'
import type { RuleDefinition } from './rule.ts'
import { titleOf } from './titles.ts'

const MOST = 6

/** Several things that are amiss, as one. */
export function together(faults: readonly Words[]): Words {
  const more = faults.length - MOST
  const all = (lang: Lang) => faults.slice(0, MOST).map(words => words[lang])
  return {
    zh: `没有改动。${all('zh').join('；')}${more > 0 ? `；还有 ${more} 处` : ''}`,
    en: `Nothing was changed. ${all('en').join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
  }
}

export function howToMend({ keys, words }: Contradiction): Words {
  const key = keys.at(-1) ?? ''
  return {
    zh: `${words.zh}。可以先改一条：/群规 编辑 ${key}，或停一条：/群规 停用 ${key}`,
    en: `${words.en}. Change one with /rules edit ${key}, or switch one off with /rules off ${key}`,
  }
}

/** `instead`: the ready rules that would be heard there. */
export function neverHeard(rule: RuleDefinition, groups: readonly Group[], instead: readonly RuleDefinition[]): Words {
  const named = (lang: Lang) => groups.map(group => groupName(group, lang)).join({ zh: '、', en: ', ' }[lang])
  const way = sensibleForUs.has(rule.when.kind) ? listenToUs(rule) : othersWork(instead)
  return {
    zh: `“${titleOf(rule, 'zh')}”在${named('zh')}听不到：那里的平台只把 @机器人 的消息告诉机器人，所以管不了大家的聊天。${way.zh}`,
    en: `"${titleOf(rule, 'en')}" cannot be heard in ${named('en')}: that platform tells a bot only what mentions it, not what people say to each other. ${way.en}`,
  }
}

/** What is looked for in a message by itself may be looked for in what is sent to us. */
const sensibleForUs: ReadonlySet<ConditionKind> = new Set(['links', 'routing', 'customer-data', 'wording', 'off-topic'])

const listenToUs = ({ key }: RuleDefinition): Words => ({
  zh: `只管发给我的消息是可以的：/群规 编辑 ${key} 对象=发给机器人的`,
  en: `It can hold for what is sent to me: /rules edit ${key} to=for-us`,
})

function othersWork(rules: readonly RuleDefinition[]): Words {
  const named = (lang: Lang) => rules.map(rule => titleOf(rule, lang)).join({ zh: '、', en: ', ' }[lang])
  return rules.length === 0
    ? { zh: '哪些能用，看 /群规 目录', en: 'See the others with /rules list' }
    : {
        zh: `这里能用的：${named('zh')}（/群规 目录）`,
        en: `What can be kept there: ${named('en')} (/rules list)`,
      }
}

export function notOurGroup(rule: RuleDefinition): Words {
  return {
    zh: `“${titleOf(rule, 'zh')}”指的群已经不是这个团队的群：/群规 导出 ${rule.key}，改 channels`,
    en: `"${titleOf(rule, 'en')}" is for groups that are not, or no more, of this team: /rules export ${rule.key}, then change channels`,
  }
}

export function changedMeanwhile(rule: RuleDefinition): Words {
  return {
    zh: `刚才有人改了“${titleOf(rule, 'zh')}”，请先看看现在的样子：/群规 编辑 ${rule.key}`,
    en: `Somebody changed "${titleOf(rule, 'en')}" a moment ago: look at it as it is now with /rules edit ${rule.key}`,
  }
}

export function unknownRule(text: string, nearest: RuleDefinition | null, all: readonly RuleDefinition[]): Words {
  const keys = all.map(({ key }) => key).join(' · ')
  return {
    zh: `没有“${text}”这条群规${nearest === null ? '' : `，是不是“${titleOf(nearest, 'zh')}”（${nearest.key}）？`}现有：${keys}`,
    en: `There is no rule "${text}"${nearest === null ? '' : `; perhaps "${titleOf(nearest, 'en')}" (${nearest.key})?`} There are: ${keys}`,
  }
}

export const howToAsk: Words = {
  zh: '没看懂。可以写：/群规 · /群规 目录 · /群规 启用 安静时段 · /群规 试行 刷屏 · /群规 停用 flooding · /群规 编辑 quiet-hours 时间=22:00-07:00 · /群规 豁免 张三 flooding · /群规 词表 · /群规 存疑',
  en: 'That was not clear. Try: /rules · /rules list · /rules on quiet-hours · /rules try flooding · /rules off links · /rules edit quiet-hours hours=22:00-07:00 · /rules exempt Sam from flooding · /rules words · /rules doubtful',
}
