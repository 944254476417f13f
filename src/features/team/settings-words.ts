import { declareSettings } from '../setting.ts'
import { onOff } from '../setting-kinds.ts'
import { teamSettingsSchema } from './team-settings.ts'

/** The times of set-up are not among them: once the forms are made, they are the forms'. */
export const teamSettingDeclarations = declareSettings(
  {
    feature: 'team',
    group: { zh: '团队', en: 'Team' },
    schema: teamSettingsSchema.pick({ adminsManage: true, numbersWithExternals: true }),
  },
  {
    adminsManage: {
      title: { zh: '管理员兼经理', en: 'Admins manage' },
      summary: {
        zh: '有经理时，管理员也收到给经理的消息',
        en: 'Admins hear what managers hear even where there is a manager',
      },
      kind: onOff,
    },
    numbersWithExternals: {
      title: { zh: '外人可见数字', en: 'Numbers with externals' },
      summary: {
        zh: '群里有公司以外的人时，也在群里发数字',
        en: 'Numbers are posted also in groups that have people from outside the company in them',
      },
      kind: onOff,
    },
  },
)
