import { declareSettings } from '../setting.ts'
import { onOff, wholeNumber } from '../setting-kinds.ts'
import { fairnessSettingsSchema } from './fairness-settings.ts'

export const fairnessSettingDeclarations = declareSettings(
  { feature: 'fairness', group: { zh: '填报习惯', en: 'Ways of reporting' }, schema: fairnessSettingsSchema },
  {
    hints: {
      title: { zh: '习惯提示', en: 'Habit hints' },
      summary: {
        zh: '发现照抄、集中补录、总是整数时，先私下提示本人',
        en: 'Copied days, many days filled in at once and round numbers: the person hears of it first, in private',
      },
      kind: onOff,
    },
    persistDays: {
      title: { zh: '习惯持续', en: 'Habit persists' },
      summary: {
        zh: '提示本人后还持续多少天，才私下给经理一个线索',
        en: 'How long it goes on after the person heard before managers get a hint in private',
      },
      kind: wholeNumber(fairnessSettingsSchema.shape.persistDays, { zh: '天', en: 'days' }, 21),
    },
  },
)
