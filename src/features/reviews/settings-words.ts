import { declareSettings } from '../setting.ts'
import { clockTime, onOff } from '../setting-kinds.ts'
import { reviewSettingsSchema } from './review-settings.ts'

export const reviewSettingDeclarations = declareSettings(
  { feature: 'reviews', group: { zh: '评估', en: 'Reviews' }, schema: reviewSettingsSchema },
  {
    monthly: {
      title: { zh: '月度评估提示', en: 'Monthly reviews' },
      summary: { zh: '月底私下提示经理可以做月度评估', en: 'Managers are told at a month’s end that reviews are due' },
      kind: onOff,
    },
    quarterly: {
      title: { zh: '季度评估提示', en: 'Quarterly reviews' },
      summary: { zh: '季末私下提示经理', en: 'The same at the end of a quarter' },
      kind: onOff,
    },
    yearly: {
      title: { zh: '年度评估提示', en: 'Yearly reviews' },
      summary: { zh: '年底私下提示经理', en: 'The same at the end of a year' },
      kind: onOff,
    },
    offerAt: {
      title: { zh: '评估提示时间', en: 'Reviews offered at' },
      summary: { zh: '当月最后一个工作日几点提示', en: 'When, on the month’s last workday' },
      kind: clockTime,
    },
  },
)
