import { declareSettings } from '../setting.ts'
import { onOff, wholeNumber } from '../setting-kinds.ts'
import { winSettingsSchema } from './win-settings.ts'

export const winSettingDeclarations = declareSettings(
  { feature: 'wins', group: { zh: '喜报', en: 'Wins' }, schema: winSettingsSchema },
  {
    amounts: {
      title: { zh: '喜报金额', en: 'Amounts of wins' },
      summary: { zh: '喜报在群里写出金额', en: 'The group hears how much a deal is worth' },
      kind: onOff,
    },
    pictures: {
      title: { zh: '喜报图片', en: 'Pictures of wins' },
      summary: { zh: '喜报除了文字再配一张图', en: 'Wins come as a picture besides the words' },
      kind: onOff,
    },
    undoMinutes: {
      title: { zh: '喜报撤回时限', en: 'Take back a win' },
      summary: { zh: '发出后多久内可以撤回', en: 'How long whoever rang the bell may take it back' },
      kind: wholeNumber(winSettingsSchema.shape.undoMinutes, { zh: '分钟', en: 'minutes' }, 15),
    },
  },
)
