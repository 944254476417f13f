import type { Feature } from '../feature.ts'
import { keepsOfPraise } from './keeps.ts'
import { postPraise } from './post-praise.ts'
import { praiseSettings } from './praise-settings.ts'
import { praiseSettingDeclarations } from './settings-words.ts'
import { showRules } from './show-rules.ts'

/** Thanks with a reason, by rule: in the group, only of what is good, and never so often that nobody listens. */
export const praise: Feature = {
  name: 'praise',
  commands: [
    {
      name: 'praise',
      words: ['praise', '自动表扬', '表扬规则'],
      summary: { zh: '看自动表扬的规则', en: 'See by which rules people are praised' },
      example: { zh: '/自动表扬', en: '/praise' },
      least: 'manager',
      run: showRules,
    },
  ],
  jobs: [
    {
      name: 'praise.said',
      what: { zh: '当天的表扬', en: 'The praise of the day' },
      catchUp: { grace: 120, missed: 'latest' },
      async schedules(_tx, team) {
        const { at } = praiseSettings(team)
        return at === null ? [] : [{ arg: '', spec: { every: 'workday', at } }]
      },
      run: postPraise,
    },
  ],
  keeps: keepsOfPraise,
  settings: praiseSettingDeclarations,
}
