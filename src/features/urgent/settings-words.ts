import { declareSettings } from '../setting.ts'
import { clockTime, orOff, wholeNumber } from '../setting-kinds.ts'
import { urgentSettingsSchema } from './urgent-settings.ts'

const { shape } = urgentSettingsSchema
const minutes = { zh: '分钟', en: 'minutes' }

export const urgentSettingDeclarations = declareSettings(
  { feature: 'urgent', group: { zh: '紧急事项', en: 'Urgent matters' }, schema: urgentSettingsSchema },
  {
    ackHigh: {
      title: { zh: '紧急确认时限', en: 'Time to answer' },
      summary: {
        zh: '紧急事项多久没人接手就找下一位（休息时间不计）',
        en: 'How long one person has to take an urgent matter on; their time of rest does not count',
      },
      kind: wholeNumber(shape.ackHigh, minutes, 30),
    },
    ackCritical: {
      title: { zh: '特急确认时限', en: 'Time to answer when critical' },
      summary: {
        zh: '特急事项多久没人接手就找下一位',
        en: 'How long one person has to take a critical matter on',
      },
      kind: wholeNumber(shape.ackCritical, minutes, 10),
    },
    restCalls: {
      title: { zh: '休息时间呼叫', en: 'Calls in time of rest' },
      summary: {
        zh: '特急事项一周最多在休息时间找一个人几次；每次都列在经理的周报里',
        en: 'How often critical matters may call one person in their time of rest in a week; managers see each of them',
      },
      kind: wholeNumber(shape.restCalls, { zh: '次', en: 'times' }, 2),
    },
    criticals: {
      title: { zh: '特急次数', en: 'Critical matters' },
      summary: {
        zh: '一个人 7 天里可以报几个特急；超过的先按紧急提出，经理评为该叫的不算',
        en: 'How many critical matters one person may raise in seven days; more begin as urgent, and those found needed do not count',
      },
      kind: wholeNumber(shape.criticals, { zh: '个', en: 'matters' }, 3),
    },
    repeatAt: {
      title: { zh: '紧急再提时间', en: 'Urgent, again' },
      summary: {
        zh: '没有关闭的紧急事项每个工作日几点再提',
        en: 'When, on workdays, urgent matters that are not closed are brought up again',
      },
      kind: clockTime,
    },
    reviewAt: {
      title: { zh: '紧急周报', en: 'Review of urgent matters' },
      summary: {
        zh: '每周一几点私下告诉经理上周的紧急事项',
        en: 'When, on Mondays, managers are told in private how the week before went',
      },
      kind: orOff(clockTime, '09:40'),
    },
  },
)
