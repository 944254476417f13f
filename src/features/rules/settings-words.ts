import { declareSettings } from '../setting.ts'
import { oneOf, wholeNumber } from '../setting-kinds.ts'
import { rulebookSettingsSchema } from './rulebook-settings.ts'

export const ruleSettingDeclarations = declareSettings(
  { feature: 'rules', group: { zh: '群规', en: 'Rules' }, schema: rulebookSettingsSchema },
  {
    announce: {
      title: { zh: '群规公告', en: 'News of rules' },
      summary: {
        zh: '群规变了在哪里告诉大家：群里，或私下告诉每个人（算在每天的提醒次数里）',
        en: 'Where members hear that rules changed: in the group, or each alone (within their nudges a day)',
      },
      kind: oneOf({
        group: { zh: '群里', en: 'group', also: ['群', 'in the group'] },
        private: { zh: '私下', en: 'private', also: ['私聊', 'privately'] },
      }),
    },
    announceAfter: {
      title: { zh: '合并群规修改', en: 'Wait for more rule changes' },
      summary: {
        zh: '改了群规以后等多久再说：这段时间里的修改合成一条',
        en: 'How long a change waits to be told: further changes meanwhile are told together with it',
      },
      kind: wholeNumber(rulebookSettingsSchema.shape.announceAfter, { zh: '分钟', en: 'minutes' }, 30),
    },
  },
)
