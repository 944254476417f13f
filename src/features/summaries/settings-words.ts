import { declareSettings } from '../setting.ts'
import { clockTime, orOff } from '../setting-kinds.ts'
import { summarySettingsSchema } from './summary-settings.ts'

export const summarySettingDeclarations = declareSettings(
  { feature: 'summaries', group: { zh: '总结', en: 'Summaries' }, schema: summarySettingsSchema },
  {
    weeklyAt: {
      title: { zh: '周总结时间', en: 'Week summed up at' },
      summary: {
        zh: '周五（或当周最后一个工作日）几点在群里发周总结，同时私下给经理一份',
        en: 'When the group gets its wrap-up on Friday, or on the week’s last workday, and managers theirs in private',
      },
      kind: orOff(clockTime, '17:05'),
    },
  },
)
