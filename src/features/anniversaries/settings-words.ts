import { declareSettings } from '../setting.ts'
import { clockTime, onOff, orOff } from '../setting-kinds.ts'
import { anniversarySettingsSchema } from './anniversary-settings.ts'

export const anniversarySettingDeclarations = declareSettings(
  { feature: 'anniversaries', group: { zh: '生日与周年', en: 'Birthdays' }, schema: anniversarySettingsSchema },
  {
    greetAt: {
      title: { zh: '祝贺时间', en: 'Greetings at' },
      summary: {
        zh: '工作日几点在群里祝贺生日和入职周年；逢休息日顺延到下一个工作日',
        en: 'When birthdays and years at work are greeted on a workday; those on days off wait for the next one',
      },
      kind: orOff(clockTime, '09:05'),
    },
    pictures: {
      title: { zh: '祝贺图片', en: 'Pictures of greetings' },
      summary: { zh: '祝贺除了文字再配一张图', en: 'Greetings come as a picture besides the words' },
      kind: onOff,
    },
  },
)
