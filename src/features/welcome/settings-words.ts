import { declareSettings } from '../setting.ts'
import { onOff } from '../setting-kinds.ts'
import { welcomeSettingsSchema } from './welcome-settings.ts'

export const welcomeSettingDeclarations = declareSettings(
  { feature: 'welcome', group: { zh: '新人', en: 'Newcomers' }, schema: welcomeSettingsSchema },
  {
    alone: {
      title: { zh: '新人第一周', en: 'First week' },
      summary: {
        zh: '私下告诉新人怎么用，陪他们走完第一周',
        en: 'Newcomers are told in private how things go, and helped through their first week',
      },
      kind: onOff,
    },
    inGroup: {
      title: { zh: '群里欢迎新人', en: 'Welcome in the group' },
      summary: { zh: '有人加入时，在群里说一声欢迎', en: 'The group hears when somebody has joined' },
      kind: onOff,
    },
  },
)
