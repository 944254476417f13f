import type { Feature } from '../feature.ts'
import { postWeekly } from './post-weekly.ts'
import { summarySettingDeclarations } from './settings-words.ts'
import { obeySummary } from './show-summary.ts'
import { summarySettings } from './summary-settings.ts'

export const summaries: Feature = {
  name: 'summaries',
  commands: [
    {
      name: 'weekly',
      words: ['weekly', '周总结', '周结'],
      summary: { zh: '看本周总结；加 xlsx 得到 Excel', en: 'The week in a few words; add xlsx for a spreadsheet' },
      example: { zh: '/周总结 上周', en: '/weekly last week' },
      everyday: true,
      least: 'rep',
      run: (ctx, rest) => obeySummary(ctx, rest, 'week'),
    },
    {
      name: 'monthly',
      words: ['monthly', '月总结', '月结'],
      summary: { zh: '看本月总结；加 xlsx 得到 Excel', en: 'The month in a few words; add xlsx for a spreadsheet' },
      example: { zh: '/月总结 上月', en: '/monthly last month' },
      least: 'rep',
      run: (ctx, rest) => obeySummary(ctx, rest, 'month'),
    },
    {
      name: 'summary',
      words: ['summary', '总结', '小结'],
      summary: { zh: '总结任意一段时间', en: 'Sums up any period' },
      example: { zh: '/总结 2026-Q3 xlsx', en: '/summary 2026-Q3 xlsx' },
      least: 'rep',
      run: (ctx, rest) => obeySummary(ctx, rest, 'week'),
    },
  ],
  actions: [
    { id: 'summaries.show', least: 'rep', run: (ctx, { value = '' }) => obeySummary(ctx, value, 'week') },
    { id: 'summaries.xlsx', least: 'rep', run: (ctx, { value = '' }) => obeySummary(ctx, `${value} xlsx`, 'week') },
  ],
  jobs: [
    {
      name: 'summaries.weekly',
      what: { zh: '周总结', en: 'The week’s summary' },
      catchUp: { grace: 180, missed: 'latest' },
      async schedules(_tx, team) {
        const { weeklyAt } = summarySettings(team)
        return weeklyAt === null
          ? []
          : [{ arg: '', spec: { every: 'week', on: 'friday-or-last-workday', at: weeklyAt } }]
      },
      run: postWeekly,
    },
  ],
  settings: summarySettingDeclarations,
}
