import { declareSettings } from '../setting.ts'
import { wholeNumber } from '../setting-kinds.ts'
import { targetSettingsSchema } from './target-settings.ts'

export const targetSettingDeclarations = declareSettings(
  { feature: 'targets', group: { zh: '目标', en: 'Targets' }, schema: targetSettingsSchema },
  {
    behindBy: {
      title: { zh: '差多少算落后', en: 'Behind from' },
      summary: {
        zh: '比匀速应有的进度少百分之几才算落后；进度提醒、我的目标、团队一览都照此',
        en: 'How much less than an even course would have brought counts as behind, in pace nudges and wherever it is said',
      },
      kind: wholeNumber(targetSettingsSchema.shape.behindBy, { zh: '%', en: '%' }, 25),
    },
  },
)
