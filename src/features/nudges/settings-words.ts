import { declareSettings } from '../setting.ts'
import { orOff, timeSpan, wholeNumber } from '../setting-kinds.ts'
import { kindsOfNudges } from './kinds.ts'
import { nudgeSettingsSchema } from './nudge-settings.ts'

const { perDay, beforeMinutes } = nudgeSettingsSchema.shape

export const nudgeSettingDeclarations = declareSettings(
  { feature: 'nudges', group: { zh: '提醒', en: 'Nudges' }, schema: nudgeSettingsSchema },
  {
    perDay: {
      title: { zh: '每天提醒', en: 'Nudges a day' },
      summary: { zh: '一天最多主动提醒一个人几次', en: 'How often one person is reminded unasked at most' },
      kind: wholeNumber(perDay, { zh: '次', en: 'times' }, 3),
    },
    quiet: {
      title: { zh: '团队免打扰', en: 'Quiet hours' },
      summary: {
        zh: '这段时间不主动提醒；自己设过免打扰的人按自己的',
        en: 'Nobody is reminded then; a person’s own quiet hours go before these',
      },
      kind: orOff(timeSpan, { from: '21:00', to: '08:00' }),
    },
    beforeMinutes: {
      title: { zh: '提前提醒', en: 'Nudge before due' },
      summary: { zh: '截止前多久提醒还没交的人', en: 'How long before a round is due people are reminded' },
      kind: wholeNumber(beforeMinutes, { zh: '分钟', en: 'minutes' }, 30),
    },
    retired: {
      title: { zh: '停用的提醒', en: 'Retired nudges' },
      summary: { zh: '这些提醒不再发', en: 'Kinds of nudges that are not sent any more' },
      kind: kindsOfNudges,
    },
  },
)
