import { declareSettings } from '../setting.ts'
import { clockTime, onOff, wholeNumber } from '../setting-kinds.ts'
import { boardSettingsSchema } from './board-settings.ts'
import { boardMeasures } from './metric-names.ts'
import { metricWeights } from './scorecard-setting.ts'

export const boardSettingDeclarations = declareSettings(
  { feature: 'boards', group: { zh: '榜单', en: 'Boards' }, schema: boardSettingsSchema },
  {
    topRows: {
      title: { zh: '榜单名次', en: 'Rows on a board' },
      summary: { zh: '榜单上公开前几名', en: 'How many ranks everybody sees' },
      kind: wholeNumber(boardSettingsSchema.shape.topRows, { zh: '名', en: 'ranks' }, 10),
    },
    daily: {
      title: { zh: '日榜指标', en: 'Daily board' },
      summary: {
        zh: '每个工作日的榜单按哪个指标排；写几个就取第一个有数的，“无”就不发',
        en: 'What the daily board ranks by: the first of these with any value; none for no daily board',
      },
      kind: boardMeasures,
    },
    dailyAt: {
      title: { zh: '日榜时间', en: 'Daily board at' },
      summary: { zh: '每个工作日几点发当天的榜', en: 'When the day’s board is posted on every workday' },
      kind: clockTime,
    },
    weekly: {
      title: { zh: '周榜指标', en: 'Weekly board' },
      summary: {
        zh: '每周榜单按哪个指标排；写几个就取第一个有数的，“无”就不发',
        en: 'What the weekly board ranks by: the first of these with any value; none for no weekly board',
      },
      kind: boardMeasures,
    },
    weeklyAt: {
      title: { zh: '周榜时间', en: 'Weekly board at' },
      summary: {
        zh: '周五（或当周最后一个工作日）几点发',
        en: 'When it is posted on Friday, or on the week’s last workday',
      },
      kind: clockTime,
    },
    monthly: {
      title: { zh: '月榜指标', en: 'Monthly board' },
      summary: {
        zh: '每月榜单按哪个指标排；写几个就取第一个有数的，“无”就不发',
        en: 'What the monthly board ranks by: the first of these with any value; none for no monthly board',
      },
      kind: boardMeasures,
    },
    monthlyAt: {
      title: { zh: '月榜时间', en: 'Monthly board at' },
      summary: {
        zh: '每月最后一个工作日几点发；季榜、年榜也在这个时间',
        en: 'When it is posted on the month’s last workday; the boards of a quarter and a year come then too',
      },
      kind: clockTime,
    },
    quarterly: {
      title: { zh: '季榜指标', en: 'Quarterly board' },
      summary: {
        zh: '每季最后一个工作日的榜单按哪个指标排；“无”就不发',
        en: 'What the board on a quarter’s last workday ranks by; none for no such board',
      },
      kind: boardMeasures,
    },
    yearly: {
      title: { zh: '年榜指标', en: 'Yearly board' },
      summary: {
        zh: '每年最后一个工作日的榜单按哪个指标排；“无”就不发',
        en: 'What the board on a year’s last workday ranks by; none for no such board',
      },
      kind: boardMeasures,
    },
    privatePlaces: {
      title: { zh: '私下告知名次', en: 'Tell places' },
      summary: {
        zh: '周榜及更长的榜定时发出时，私下告诉每个人自己的名次',
        en: 'With a posted board of a week or longer, each member hears their own place in private',
      },
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
    scorecard: {
      title: { zh: '综合分', en: 'Scorecard' },
      summary: {
        zh: '/榜单 综合 按哪些指标的目标达成、各占多少权重来算；定时发的榜也可以按它排',
        en: 'What /board scorecard adds up: the share of own target of which metrics, by which weights; posted boards can go by it too',
      },
      kind: metricWeights,
    },
  },
)
