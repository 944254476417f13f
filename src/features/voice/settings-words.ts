import { declareSettings } from '../setting.ts'
import { clockTime, onOff, wholeNumber } from '../setting-kinds.ts'
import { voiceSettingsSchema } from './voice-settings.ts'

const { batch, longestDays, answerDays, perDay } = voiceSettingsSchema.shape
const days = { zh: '天', en: 'days' }

export const voiceSettingDeclarations = declareSettings(
  { feature: 'voice', group: { zh: '匿名反馈', en: 'Anonymous feedback' }, schema: voiceSettingsSchema },
  {
    at: {
      title: { zh: '反馈交付时间', en: 'Feedback handed over at' },
      summary: { zh: '工作日几点把攒够的匿名反馈交给经理', en: 'When on a workday feedback goes to the managers' },
      kind: clockTime,
    },
    batch: {
      title: { zh: '反馈攒够几条', en: 'Feedback handed over together' },
      summary: {
        zh: '攒够几条才打乱顺序一起交给经理；越多越难从时间猜出是谁',
        en: 'So many go to the managers together, shuffled; the more, the less their time tells who wrote',
      },
      kind: wholeNumber(batch, { zh: '条', en: 'items' }, 5),
    },
    longestDays: {
      title: { zh: '反馈最多等几天', en: 'Feedback waits at most' },
      summary: { zh: '没攒够，最多等几天也要交', en: 'After so many days they go even if they are fewer' },
      kind: wholeNumber(longestDays, days, 5),
    },
    answerDays: {
      title: { zh: '反馈几天内回复', en: 'Feedback answered within' },
      summary: {
        zh: '经理要在几个工作日内回复，过了就私下提醒经理',
        en: 'Workdays within which managers answer; then they are reminded in private',
      },
      kind: wholeNumber(answerDays, days, 3),
    },
    perDay: {
      title: { zh: '每人每天反馈', en: 'Feedback a person a day' },
      summary: {
        zh: '每人每天最多写几条；只在内存里数，重启就忘',
        en: 'So much one person may write in a day; counted in memory alone, so a restart forgets it',
      },
      kind: wholeNumber(perDay, { zh: '条', en: 'items' }, 3),
    },
    announce: {
      title: { zh: '公布改进', en: 'Announce what was done' },
      summary: {
        zh: '经理标记“已办”时，把“你们说、我们做了”发到群里',
        en: 'The group hears “you said, we did” when a manager marks it done',
      },
      kind: onOff,
    },
    pulse: {
      title: { zh: '每周心情', en: 'Weekly pulse' },
      summary: {
        zh: '每周三（或之后第一个工作日）私下匿名问一次 1–5 分',
        en: 'Asks everybody for 1–5 in private each Wednesday, or the next workday; anonymous',
      },
      kind: onOff,
    },
    pulseAt: {
      title: { zh: '心情提问时间', en: 'Pulse asked at' },
      summary: { zh: '几点问，几点公布', en: 'When it is asked, and when the result is told' },
      kind: clockTime,
    },
  },
)
