import { declareSettings } from '../setting.ts'
import { clockTime, daytime, onOff, wholeNumber } from '../setting-kinds.ts'
import { noticeSettingsSchema } from './notice-settings.ts'

const { days } = noticeSettingsSchema.shape

export const noticeSettingDeclarations = declareSettings(
  { feature: 'notices', group: { zh: '通知', en: 'Notices' }, schema: noticeSettingsSchema },
  {
    days: {
      title: { zh: '通知期限', en: 'Days to read' },
      summary: { zh: '通知没写截止时间时，给几个工作日', en: 'Workdays to read a notice that names no end' },
      kind: wholeNumber(days, { zh: '个工作日', en: 'workdays' }, 3),
    },
    askAt: {
      title: { zh: '通知提醒时间', en: 'Notice reminders at' },
      summary: {
        zh: '工作日几点私下提醒还没确认的人',
        en: 'When those who have not read a notice are asked in private',
      },
      kind: clockTime,
    },
    hours: {
      title: { zh: '通知计时', en: 'Hours for notices' },
      summary: {
        zh: '期限过半按这段时间算；只写日期的截止，到当天这段时间结束',
        en: 'Half of the time to read is counted in them, and a day that is named as the end ends with them',
      },
      kind: daytime,
    },
    mail: {
      title: { zh: '通知发邮件', en: 'Notices by mail' },
      summary: { zh: '通知同时发到成员登记的邮箱', en: 'Notices also go to the addresses that members have given' },
      kind: onOff,
    },
  },
)
