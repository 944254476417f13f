import { declareSettings } from '../setting.ts'
import { clockTime } from '../setting-kinds.ts'
import { contestSettingsSchema } from './contest-settings.ts'

export const contestSettingDeclarations = declareSettings(
  { feature: 'contests', group: { zh: '竞赛', en: 'Contests' }, schema: contestSettingsSchema },
  {
    postAt: {
      title: { zh: '竞赛播报时间', en: 'Contest news at' },
      summary: {
        zh: '工作日几点在群里说竞赛的开始、中场和结果',
        en: 'When on workdays the group hears how contests begin, stand and end',
      },
      kind: clockTime,
    },
  },
)
