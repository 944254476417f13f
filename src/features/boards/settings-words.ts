import { declareSettings } from '../setting.ts'
import { clockTime, onOff, wholeNumber } from '../setting-kinds.ts'
import { boardSettingsSchema } from './board-settings.ts'
import { metricNames } from './metric-names.ts'

export const boardSettingDeclarations = declareSettings(
  { feature: 'boards', group: { zh: '榜单', en: 'Boards' }, schema: boardSettingsSchema },
  {
    topRows: {
      title: { zh: '榜单名次', en: 'Rows on a board' },
      summary: { zh: '榜单上公开前几名', en: 'How many ranks everybody sees' },
      kind: wholeNumber(boardSettingsSchema.shape.topRows, { zh: '名', en: 'ranks' }, 10),
    },
    weekly: {
      title: { zh: '周榜指标', en: 'Weekly board' },
      summary: {
        zh: '每周榜单按哪个指标排；写几个就取第一个有数的，“无”就不发',
        en: 'What the weekly board ranks by: the first of these with any value; none for no weekly board',
      },
      kind: metricNames,
    },
    weeklyAt: {
      title: { zh: '周榜时间', en: 'Weekly board at' },
      summary: {
        zh: '周五（或当周最后一个工作日）几点发',
        en: 'When it is posted on Friday, or on the week’s last workday',
      },
      kind: clockTime,
    },
    privatePlaces: {
      title: { zh: '私下告知名次', en: 'Tell places' },
      summary: { zh: '周榜发出时私下告诉每个人自己的名次', en: 'Each member hears their own place in private' },
      kind: onOff,
    },
    pictures: {
      title: { zh: '榜单图片', en: 'Board pictures' },
      summary: {
        zh: '榜单、总结和个人图表除了文字再配一张图',
        en: 'Boards, summaries and one’s own charts come as a picture besides the words',
      },
      kind: onOff,
    },
  },
)
