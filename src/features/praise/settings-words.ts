import type { Words } from '../../base/words.ts'
import { metricNames } from '../boards/metric-names.ts'
import { declareSettings } from '../setting.ts'
import { clockTime, onOff, orOff, wholeNumber } from '../setting-kinds.ts'
import { praiseSettingsSchema } from './praise-settings.ts'

const { shape } = praiseSettingsSchema
const days: Words = { zh: '天', en: 'days' }

/** In Chinese no name begins with another one, so that a name and its value need no space between. */
const often = (rule: Words, title: Words): { title: Words; summary: Words } => ({
  title,
  summary: {
    zh: `同一个人多少天里最多因“${rule.zh}”表扬一次`,
    en: `${rule.en}: one member is praised for it at most once in so many days`,
  },
})

export const praiseSettingDeclarations = declareSettings(
  { feature: 'praise', group: { zh: '自动表扬', en: 'Praise by rule' }, schema: praiseSettingsSchema },
  {
    at: {
      title: { zh: '表扬时间', en: 'Praise at' },
      summary: {
        zh: '工作日几点在群里一次说完当天的表扬',
        en: 'When the group hears a workday’s praise, in one message',
      },
      kind: orOff(clockTime, '19:10'),
    },
    mostADay: {
      title: { zh: '每天表扬', en: 'Praise a day' },
      summary: { zh: '一天最多几条，其余的下个工作日再说', en: 'At most so many a day; the rest on the next workday' },
      kind: wholeNumber(shape.mostADay, { zh: '条', en: 'praises' }, 5),
    },
    firstDeal: {
      title: { zh: '首单', en: 'First deal' },
      summary: { zh: '第一次有签单', en: 'Somebody’s first deal ever' },
      kind: onOff,
    },
    streak: {
      title: { zh: '连续准时', en: 'Streak' },
      summary: {
        zh: '连续按时交日报满 5、10、20、50、100 次……；放假和请假不算断',
        en: '5, 10, 20, 50, 100 reports in a row on time; days off do not break it',
      },
      kind: onOff,
    },
    streakEvery: {
      ...often({ zh: '连续准时', en: 'Streak' }, { zh: '准时表扬间隔', en: 'Days between streaks' }),
      kind: wholeNumber(shape.streakEvery, days, 10),
    },
    target: {
      title: { zh: '达成目标', en: 'Target met' },
      summary: { zh: '达成了自己的目标', en: 'Somebody met a target of their own' },
      kind: onOff,
    },
    targetEvery: {
      ...often({ zh: '达成目标', en: 'Target met' }, { zh: '目标表扬间隔', en: 'Days between targets met' }),
      kind: wholeNumber(shape.targetEvery, days, 7),
    },
    best: {
      title: { zh: '个人最佳', en: 'Personal best' },
      summary: { zh: '自己近一年最好的一天、一周或一月', en: 'Somebody’s best day, week or month in a year' },
      kind: onOff,
    },
    bestEvery: {
      ...often({ zh: '个人最佳', en: 'Personal best' }, { zh: '最佳表扬间隔', en: 'Days between bests' }),
      kind: wholeNumber(shape.bestEvery, days, 7),
    },
    bestOf: {
      title: { zh: '最佳指标', en: 'Best of' },
      summary: {
        zh: '哪些指标算个人最佳和亮眼一周，重要的写在前面',
        en: 'The metrics of which a personal best and a strong week count, the most important first',
      },
      kind: metricNames,
    },
    bestAfter: {
      title: { zh: '最佳起算', en: 'Best after' },
      summary: {
        zh: '有了几周实绩之后才算个人最佳',
        en: 'How many weeks of entries there must be before anything is a best',
      },
      kind: wholeNumber(shape.bestAfter, { zh: '周', en: 'weeks' }, 4),
    },
    recovery: {
      title: { zh: '亮眼一周', en: 'Strong week' },
      summary: {
        zh: '连着两周低于自己平均、又超过平均的一周；群里只说这一周好',
        en: 'A week above one’s own average after two below; the group only hears that the week was strong',
      },
      kind: onOff,
    },
    recoveryEvery: {
      ...often({ zh: '亮眼一周', en: 'Strong week' }, { zh: '亮眼表扬间隔', en: 'Days between strong weeks' }),
      kind: wholeNumber(shape.recoveryEvery, days, 30),
    },
  },
)
