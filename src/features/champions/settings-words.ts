import { metricNames } from '../boards/metric-names.ts'
import { declareSettings } from '../setting.ts'
import { clockTime, onOff } from '../setting-kinds.ts'
import { championSettingsSchema } from './champion-settings.ts'

export const championSettingDeclarations = declareSettings(
  { feature: 'champions', group: { zh: '冠军', en: 'Champions' }, schema: championSettingsSchema },
  {
    metrics: {
      title: { zh: '冠军指标', en: 'Champion metrics' },
      summary: {
        zh: '按哪些指标评冠军，每个指标各评一个；“无”就不评',
        en: 'Each of these metrics has its champion; none for no champions',
      },
      kind: metricNames,
    },
    monthly: {
      title: { zh: '月度冠军', en: 'Monthly champion' },
      summary: { zh: '每月结束后评出月度冠军', en: 'A champion of every month' },
      kind: onOff,
    },
    quarterly: {
      title: { zh: '季度冠军', en: 'Quarterly champion' },
      summary: { zh: '每季结束后评出季度冠军', en: 'A champion of every quarter' },
      kind: onOff,
    },
    yearly: {
      title: { zh: '年度冠军', en: 'Yearly champion' },
      summary: { zh: '每年结束后评出年度冠军', en: 'A champion of every year' },
      kind: onOff,
    },
    at: {
      title: { zh: '冠军公布时间', en: 'Champions at' },
      summary: {
        zh: '周期结束后的第一个工作日几点公布',
        en: 'When they are named, on the first workday after the period',
      },
      kind: clockTime,
    },
  },
)
