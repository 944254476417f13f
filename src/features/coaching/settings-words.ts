import { declareSettings } from '../setting.ts'
import { clockTime, wholeNumber } from '../setting-kinds.ts'
import { coachingSettingsSchema } from './coaching-settings.ts'

export const coachingSettingDeclarations = declareSettings(
  { feature: 'coaching', group: { zh: '进度提醒', en: 'Pace nudges' }, schema: coachingSettingsSchema },
  {
    afterDays: {
      title: { zh: '落后几天提醒', en: 'Nudge after days behind' },
      summary: {
        zh: '连续落后自己目标的进度几个工作日，就私下提醒他下一步',
        en: 'After so many workdays behind the own target in a row a member hears in private what to do next',
      },
      kind: wholeNumber(coachingSettingsSchema.shape.afterDays, { zh: '天', en: 'days' }, 3),
    },
    at: {
      title: { zh: '进度提醒时间', en: 'Pace nudge at' },
      summary: { zh: '工作日几点提醒', en: 'When on a workday it is said' },
      kind: clockTime,
    },
  },
)
