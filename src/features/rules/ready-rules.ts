import type { z } from 'zod'
import { type RuleDefinition, ruleSchema } from './rule.ts'

type Draft = z.input<typeof ruleSchema>

/** Twice in private, then it is only written down, and a manager is told in private if it goes on. */
const gentle: Draft['manners'] = { steps: [{ do: 'hint' }, { do: 'hint' }, { do: 'log' }, { do: 'tell-manager' }] }
/** Help rather than order: it is offered each time, and nobody is ever told on. */
const helpful: Draft['manners'] = { steps: [{ do: 'hint' }], coolDown: 5 }

const drafts: readonly Draft[] = [
  {
    key: 'quiet-hours',
    title: { zh: '安静时段', en: 'Quiet hours' },
    why: { zh: '下班就该能放下手机', en: 'Whoever is off duty may put the phone away' },
    listens: { hours: { from: '21:00', to: '08:00' } },
    when: { kind: 'anything' },
    manners: { steps: [{ do: 'hint' }, { do: 'log' }], coolDown: 60 },
  },
  {
    key: 'posting-times',
    title: { zh: '下班以后', en: 'After work' },
    why: { zh: '同一段时间里沟通，少滞后、少遗漏', en: 'All talk inside the same hours, so nothing is missed' },
    listens: { hours: { from: '18:30', to: '21:00', on: 'workdays' } },
    when: { kind: 'anything' },
    manners: { steps: [{ do: 'hint' }, { do: 'log' }], coolDown: 60 },
  },
  {
    key: 'mention-all',
    title: { zh: '@所有人', en: 'Calling everybody' },
    why: { zh: '留给真正要紧的事', en: 'Kept for what matters' },
    listens: { to: 'all' },
    when: { kind: 'mention-all' },
    manners: gentle,
  },
  {
    key: 'flooding',
    title: { zh: '刷屏', en: 'Flooding' },
    why: { zh: '一次说完，大家好读', en: 'Said in one message, it is easier to read' },
    when: { kind: 'flooding', messages: 8 },
    manners: gentle,
  },
  {
    key: 'repeats',
    title: { zh: '重复消息', en: 'Repeats' },
    why: { zh: '没人回，换个办法找人更快', en: 'Where nobody answers, another way is faster' },
    when: { kind: 'repeats' },
    manners: gentle,
  },
  {
    key: 'links',
    title: { zh: '广告和陌生链接', en: 'Advertising and unknown links' },
    why: { zh: '陌生链接可能是广告或骗局', en: 'An unknown link may be advertising or a fraud' },
    when: { kind: 'links' },
    manners: gentle,
  },
  {
    key: 'route-contracts',
    title: { zh: '合同和文件', en: 'Contracts and files' },
    why: { zh: '在群里很快就找不到了', en: 'In a group they are soon lost' },
    when: {
      kind: 'routing',
      to: 'mail',
      patterns: [
        '合同*附件',
        '附件*合同',
        '合同*发群',
        '合同*发一下',
        '文件*发群',
        '报价单*附件',
        'contract*attached',
        'attached*contract',
      ],
    },
    manners: helpful,
  },
  {
    key: 'route-delays',
    title: { zh: '订单延期', en: 'Delayed orders' },
    why: { zh: '有人负责、有期限，才不会漏', en: 'With an owner and a date it is not forgotten' },
    when: {
      kind: 'routing',
      to: 'case',
      patterns: [
        '订单*延期',
        '延期*发货',
        '延迟发货',
        '交期*推迟',
        '发货*推迟',
        'order*delayed',
        'delayed order*',
        'shipment*late',
      ],
    },
    manners: helpful,
  },
  {
    key: 'route-notices',
    title: { zh: '重要通知', en: 'Important notices' },
    why: { zh: '谁看了、谁没看，一目了然', en: 'One sees who has read it' },
    when: {
      kind: 'routing',
      to: 'notice',
      patterns: ['重要通知', '紧急通知', '全体通知', '请大家知悉', 'important notice', 'please all note'],
    },
    manners: helpful,
  },
  {
    key: 'route-complaints',
    title: { zh: '客户投诉', en: 'Customer complaints' },
    why: { zh: '马上有人接，一直跟到底', en: 'Somebody takes it at once and sees it through' },
    when: {
      kind: 'routing',
      to: 'urgent',
      patterns: ['客户*投诉', '投诉*客户', '客诉', '客户*要退款', 'customer*complain*', 'complain*customer*'],
    },
    manners: { ...helpful, coolDown: 0 },
  },
  {
    key: 'customer-data',
    title: { zh: '客户隐私', en: 'Customer data' },
    why: { zh: '号码一旦发出去，就收不回来', en: 'A number once posted cannot be taken back' },
    listens: { to: 'all' },
    when: { kind: 'customer-data' },
    manners: { ...gentle, coolDown: 0 },
  },
  {
    key: 'wording',
    title: { zh: '夸大和承诺', en: 'Exaggerations and promises' },
    why: { zh: '广告法不许，客户也会当真', en: 'The law forbids some, and customers take them at their word' },
    when: { kind: 'wording' },
    manners: gentle,
  },
  {
    key: 'off-topic',
    title: { zh: '上班聊闲天', en: 'Off-topic' },
    why: { zh: '工作时间，工作消息先看到', en: 'In working hours, work is seen first' },
    listens: { hours: { from: '09:00', to: '18:00', on: 'workdays' } },
    when: {
      kind: 'off-topic',
      patterns: ['砍一刀', '拼单', '帮我投票', '集赞', '中彩票', '斗地主', '打麻将', 'vote for my', 'lottery'],
    },
    manners: { steps: [{ do: 'hint' }, { do: 'log' }], coolDown: 60 },
  },
  {
    key: 'unanswered',
    title: { zh: '有问必答', en: 'Questions are answered' },
    why: { zh: '问了没人理，事情就卡住', en: 'Without an answer somebody is stuck' },
    when: { kind: 'unanswered' },
    manners: helpful,
  },
  {
    key: 'report-form',
    title: { zh: '日报格式', en: 'Form of reports' },
    why: { zh: '写得清楚，才会算进去', en: 'What is clear is counted' },
    listens: { to: 'all' },
    when: { kind: 'report-form' },
    manners: helpful,
  },
]

/** What a team can take by its name alone, in the order in which it is shown. All may hold at once. */
export const readyRules: readonly RuleDefinition[] = drafts.map(draft => ruleSchema.parse(draft))
