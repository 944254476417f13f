import { declareSettings } from '../setting.ts'
import { onOff, wholeNumber } from '../setting-kinds.ts'
import { reportSettingsSchema } from './report-settings.ts'

export const reportSettingDeclarations = declareSettings(
  { feature: 'reports', group: { zh: '计划和日报', en: 'Plans and reports' }, schema: reportSettingsSchema },
  {
    backfillDays: {
      title: { zh: '补交天数', en: 'Fill in later' },
      summary: {
        zh: '成员自己能补最近几个工作日的；组长及以上不限',
        en: 'How many workdays back members may fill in themselves; leads and above always may',
      },
      kind: wholeNumber(reportSettingsSchema.shape.backfillDays, { zh: '个工作日', en: 'workdays' }, 5),
    },
    shared: {
      title: { zh: '多队共用', en: 'Count from other teams' },
      summary: {
        zh: '成员在别的团队交的计划和日报，这里也算',
        en: 'Plans and reports that a member gives in another team count here too',
      },
      kind: onOff,
    },
  },
)
