import { type Lang, langOfText, type Words } from '../../base/words.ts'
import { roleName } from '../team/role-names.ts'
import type { Condition, Door } from './condition.ts'
import type { RuleDefinition } from './rule.ts'

type Spoken<K extends Condition['kind']> = (condition: Extract<Condition, { kind: K }>) => Words

type Asks = Pick<RuleDefinition, 'when' | 'listens'>

/** What a rule asks of people, in words: `不连发超过 6 条`, `no more than 6 messages …`. */
export function conditionWords(rule: Asks, lang: Lang): string {
  return spoken(rule)[lang]
}

function spoken({ when: condition, listens }: Asks): Words {
  switch (condition.kind) {
    case 'anything':
      return listens.to === 'talk'
        ? { zh: '群里不聊天（发给我的不算）', en: 'no talk in the group (what is for me is fine)' }
        : { zh: '群里不发消息', en: 'no messages in the group' }
    case 'mention-all':
      return mentionAll(condition)
    case 'flooding':
      return {
        zh: `${condition.seconds} 秒内不连发超过 ${condition.messages} 条消息`,
        en: `no more than ${condition.messages} messages in ${condition.seconds} seconds`,
      }
    case 'repeats':
      return {
        zh: `${condition.minutes} 分钟内不把同样的话说 ${condition.times} 遍`,
        en: `not the same words ${condition.times} times within ${condition.minutes} minutes`,
      }
    case 'links':
      return links(condition)
    case 'routing':
      return routing(condition)
    case 'customer-data':
      return {
        zh: `群里不写客户的${condition.what.map(one => numberNames[one].zh).join('、')}`,
        en: `no customers’ ${condition.what.map(one => numberNames[one].en).join(', ')} in the group`,
      }
    case 'wording':
      return wording(condition)
    case 'off-topic':
      return { zh: `不聊${some(condition.patterns, 'zh')}`, en: `no talk of ${some(condition.patterns, 'en')}` }
    case 'unanswered':
      return {
        zh: `被点名问到的，工作时间 ${condition.minutes} 分钟内回一声`,
        en: `whoever is asked by name answers within ${condition.minutes} minutes of work time`,
      }
    case 'report-form':
      return reportForm(condition)
  }
}

const mentionAll: Spoken<'mention-all'> = ({ mayAtLeast, perDay }) => {
  const who = {
    zh:
      mayAtLeast === 'rep'
        ? '@所有人'
        : `只有${roleName(mayAtLeast, 'zh')}${mayAtLeast === 'admin' ? '' : '及以上'}可以 @所有人`,
    en:
      mayAtLeast === 'rep'
        ? 'everybody is called'
        : `only ${among(roleName(mayAtLeast, 'en'))}${mayAtLeast === 'admin' ? '' : ' or above'} calls everybody`,
  }
  return {
    zh: `${who.zh}，每人每天最多 ${perDay} 次`,
    en: `${who.en}, at most ${['', 'once', 'twice'][perDay] ?? `${perDay} times`} a day each`,
  }
}

const among = (noun: string) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`

const wording: Spoken<'wording'> = ({ list, pinyin }) => ({
  zh: `不用词表${list === 'default' ? '' : ` ${list} `}里的说法${pinyin ? '（拼音、谐音只请经理看看，不提示）' : ''}`,
  en: `none of the words on the ${list === 'default' ? 'team’s list' : `list ${list}`}${pinyin ? ' (what merely sounds like one is for managers to look at, without a hint)' : ''}`,
})

const links: Spoken<'links'> = ({ allowed }) =>
  allowed.length === 0
    ? { zh: '不发外部链接', en: 'no links' }
    : { zh: `只发这些网站的链接：${some(allowed, 'zh')}`, en: `links only to ${some(allowed, 'en')}` }

const routing: Spoken<'routing'> = ({ patterns, to }) => ({
  zh: `说到${some(patterns, 'zh')}的，请${doorNames[to].zh}`,
  en: `what is about ${some(patterns, 'en')} goes ${doorNames[to].en}`,
})

const reportForm: Spoken<'report-form'> = ({ until }) => ({
  zh: `日报按格式写，让我能记下来${until === undefined ? '' : `，${until} 前交`}`,
  en: `reports are written so that I can count them${until === undefined ? '' : `, and before ${until}`}`,
})

/** Where something goes; the typed words are those of the door's own command. */
export const doorNames: Readonly<Record<Door, Words>> = {
  case: { zh: '记成案例（/案例）', en: 'into a case (/case)' },
  notice: { zh: '发成通知（/通知）', en: 'into a notice (/notice)' },
  urgent: { zh: '按紧急处理（/紧急）', en: 'to /urgent' },
  mail: { zh: '发邮件', en: 'by e-mail' },
  drive: { zh: '放网盘', en: 'on the shared drive' },
}

export const numberNames = {
  mobile: { zh: '手机号', en: 'mobile numbers' },
  'id-card': { zh: '身份证号', en: 'ID card numbers' },
  'bank-card': { zh: '银行卡号', en: 'bank card numbers' },
} as const satisfies Record<string, Words>

const SHOWN = 3

/** The first few, as people would read them, those in the reader's language before others. */
function some(patterns: readonly string[], lang: Lang): string {
  const more = patterns.length - SHOWN
  const own = patterns.filter(pattern => langOfText(pattern) === lang)
  const all = [...own, ...patterns.filter(pattern => !own.includes(pattern))]
  const shown = all.slice(0, SHOWN).map(pattern => pattern.replaceAll(/^\*|\*$/g, '').replaceAll('*', '…'))
  if (lang === 'zh') return `“${shown.join('、')}”${more > 0 ? `等 ${patterns.length} 种` : ''}`
  return `“${shown.join(', ')}”${more > 0 ? ` and ${more} more` : ''}`
}
