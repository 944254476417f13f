import type { Lang, Words } from '../../../base/words.ts'
import type { Condition } from '../condition.ts'
import type { Rule, Step } from '../rule.ts'
import type { Found } from '../said.ts'
import { textOf } from '../titles.ts'
import { doorNames } from './route.ts'

/** Whether the message can be taken back, or was. */
export type Recall = 'cannot' | 'offered' | 'done'

/** What a member is told: in the rule's own words for this step, else in ours. */
export function hintLine({ definition }: Rule, step: Step, found: Found, recall: Recall, lang: Lang): string {
  if (step.words !== undefined) return textOf(step.words, lang)
  return usual(definition.when, found, recall)[lang]
}

const numbers: Readonly<Record<string, Words>> = {
  mobile: { zh: '手机号', en: 'mobile number' },
  'id-card': { zh: '身份证号', en: 'ID number' },
  'bank-card': { zh: '银行卡号', en: 'card number' },
}

function usual(when: Condition, { what, instead = [] }: Found, recall: Recall): Words {
  const named = what.slice(0, 3)
  switch (when.kind) {
    case 'anything':
      return {
        zh: '这个时段群里说好先安静，不急的话晚点再发吧。',
        en: 'The group keeps quiet at this hour; unless it is urgent, it can wait a little.',
      }
    case 'mention-all':
      return what[0] === 'role'
        ? {
            zh: '@所有人 会叫到每一个人，这里说好只由负责人来用。点名相关的人就好。',
            en: 'Calling everybody is left to the leads here. Naming those concerned will do.',
          }
        : {
            zh: `今天已经 @所有人 ${what[0] ?? ''} 次了，剩下的点名相关的人就好。`,
            en: `Everybody was called ${what[0] ?? ''} times today; naming those concerned will do.`,
          }
    case 'flooding':
      return {
        zh: `刚才连发了 ${what[0] ?? ''} 条，合成一两条大家更好读。`,
        en: `That was ${what[0] ?? ''} messages in a row; one or two are easier to read.`,
      }
    case 'repeats':
      return {
        zh: `同样的话已经发了 ${what[0] ?? ''} 遍，大家看到了。`,
        en: `The same words came ${what[0] ?? ''} times; everybody has seen them.`,
      }
    case 'links':
      return {
        zh: `${named.join('、')} 不在团队认可的网站里，先确认一下再发更稳妥。`,
        en: `${named.join(', ')} is not among the sites the team trusts; better make sure first.`,
      }
    case 'routing':
      return {
        zh: `这类消息在群里容易被刷走，“${doorNames[when.to].zh}”更不会丢。`,
        en: `Messages like this get lost in the group. “${doorNames[when.to].en}” keeps hold of it.`,
      }
    case 'customer-data':
      return customerData(named, recall)
    case 'wording':
      return instead.length > 0
        ? {
            zh: `“${named.join('”“')}”这样的说法容易惹麻烦，可以说：${instead.slice(0, 3).join('、')}。`,
            en: `“${named.join('”, “')}” can get us into trouble. Better: ${instead.slice(0, 3).join(', ')}.`,
          }
        : {
            zh: `“${named.join('”“')}”这样的说法容易惹麻烦，换个稳妥的说法吧。`,
            en: `“${named.join('”, “')}” can get us into trouble; better put it another way.`,
          }
    case 'off-topic':
      return {
        zh: '这个时段群里先聊工作，闲聊留到休息时间。',
        en: 'At this hour the group is for work; the rest is welcome later.',
      }
    case 'unanswered':
      return { zh: '有人在等你的回复。', en: 'Somebody waits for your answer.' }
    case 'report-form':
      return what[0] === 'late'
        ? {
            zh: `已经过了 ${what[1] ?? ''}，下次早一点交，大家好一起看。`,
            en: `It is past ${what[1] ?? ''}; a bit earlier next time, so that all can read it together.`,
          }
        : {
            zh: '看起来像日报，但没有记上。用 /日报 开头就能记上，比如：/日报 拜访3 电话20',
            en: 'It looks like a report, and was not filed. Begin with /report, for example: /report visits 3 calls 20',
          }
  }
}

function customerData(kinds: readonly string[], recall: Recall): Words {
  const [zh, en] = [
    kinds.map(kind => numbers[kind]?.zh ?? kind).join('、'),
    kinds.map(kind => numbers[kind]?.en ?? kind).join(', '),
  ]
  switch (recall) {
    case 'offered':
      return {
        zh: `里面有客户的${zh}。要不要撤回，换成打码的版本？`,
        en: `It holds a customer’s ${en}. Shall it be taken back for a masked copy?`,
      }
    case 'done':
      return {
        zh: `里面有客户的${zh}，按群规替你撤回，换成了打码的版本。`,
        en: `It held a customer’s ${en}, so by the rules here it is taken back for a masked copy.`,
      }
    case 'cannot':
      return {
        zh: `里面有客户的${zh}。请删掉原消息，换成打码的版本。`,
        en: `It holds a customer’s ${en}. Please delete it and post the masked copy instead.`,
      }
  }
}
