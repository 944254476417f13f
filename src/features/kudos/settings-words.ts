import { declareSettings } from '../setting.ts'
import { onOff, wholeNumber } from '../setting-kinds.ts'
import { kudosSettingsSchema } from './kudos-settings.ts'
import { valueNames } from './value-names.ts'

const { shape } = kudosSettingsSchema

export const kudosSettingDeclarations = declareSettings(
  { feature: 'kudos', group: { zh: '表扬', en: 'Kudos' }, schema: kudosSettingsSchema },
  {
    values: {
      title: { zh: '价值观标签', en: 'Team values' },
      summary: {
        zh: '表扬可以带的标签；“无”就什么标签都可以',
        en: 'What kudos may be tagged with; none for any tag',
      },
      kind: valueNames,
    },
    givePerDay: {
      title: { zh: '每天可表扬', en: 'Kudos to give' },
      summary: { zh: '一个人一天最多表扬几人次', en: 'How many a member may give a day' },
      kind: wholeNumber(shape.givePerDay, { zh: '次', en: 'kudos' }, 5),
    },
    receivePerDay: {
      title: { zh: '每天可收表扬', en: 'Kudos to receive' },
      summary: { zh: '一个人一天最多收到几次', en: 'How many a member may receive a day' },
      kind: wholeNumber(shape.receivePerDay, { zh: '次', en: 'kudos' }, 10),
    },
    pairPerWeek: {
      title: { zh: '同一人每周', en: 'Kudos to the same member' },
      summary: { zh: '一周内最多表扬同一个人几次', en: 'How many a member may give to the same one in a week' },
      kind: wholeNumber(shape.pairPerWeek, { zh: '次', en: 'kudos' }, 2),
    },
    pictures: {
      title: { zh: '表扬图片', en: 'Pictures of kudos' },
      summary: { zh: '表扬除了文字再配一张图', en: 'Kudos come as a picture besides the words' },
      kind: onOff,
    },
    undoMinutes: {
      title: { zh: '表扬撤回时限', en: 'Take back kudos' },
      summary: { zh: '发出后多久内可以撤回', en: 'How long whoever gave them may take them back' },
      kind: wholeNumber(shape.undoMinutes, { zh: '分钟', en: 'minutes' }, 15),
    },
  },
)
