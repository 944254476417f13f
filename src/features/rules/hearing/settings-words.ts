import { declareSettings } from '../../setting.ts'
import { daytime, onOff, wholeNumber } from '../../setting-kinds.ts'
import { hearingSettingsSchema } from './hearing-settings.ts'

export const hearingSettingDeclarations = declareSettings(
  { feature: 'rules', group: { zh: '群规', en: 'Rules' }, schema: hearingSettingsSchema },
  {
    keepDays: {
      title: { zh: '留存聊天', en: 'Keep talk' },
      summary: {
        zh: '有群规在用时，聊天加密保存几天，用来试算群规；到期就删',
        en: 'Where rules are in use, talk is kept sealed for so many days to try rules on, then erased',
      },
      kind: wholeNumber(hearingSettingsSchema.shape.keepDays, { zh: '天', en: 'days' }, 30),
    },
    workHours: {
      title: { zh: '提问计时', en: 'Hours for questions' },
      summary: {
        zh: '点名的问题按这段时间算等了多久',
        en: 'How long a question by name has waited is counted in these hours',
      },
      kind: daytime,
    },
    weekly: {
      title: { zh: '群规周报', en: 'Weekly report on rules' },
      summary: {
        zh: '每周一私下告诉经理各条群规的情况',
        en: 'Managers hear in private every Monday how the rules fare',
      },
      kind: onOff,
    },
    praise: {
      title: { zh: '群规表扬', en: 'Praise for kept rules' },
      summary: {
        zh: '一周下来守得最好的那条群规，在群里说一声；只说好的',
        en: 'At the end of the week the group hears which rule was kept for longest; only ever the good',
      },
      kind: onOff,
    },
  },
)
