import type { Feature } from '../feature.ts'
import { coachingSettings } from './coaching-settings.ts'
import { nudgeBehind } from './nudge-behind.ts'
import { proposeRetirements } from './propose-retirement.ts'
import { coachingSettingDeclarations } from './settings-words.ts'
import { showEffects } from './show-effects.ts'

/** Nudges about the pace, and whether any nudge does anything. */
export const coaching: Feature = {
  name: 'coaching',
  commands: [
    {
      name: 'effects',
      words: ['effects', 'effect', '提醒效果'],
      summary: { zh: '看每种提醒有没有用', en: 'See whether each kind of nudge helps' },
      example: { zh: '/提醒效果', en: '/effects' },
      least: 'manager',
      run: showEffects,
    },
  ],
  jobs: [
    {
      name: 'coaching.behind',
      what: { zh: '进度提醒', en: 'Nudges about the pace' },
      quiet: true,
      catchUp: { grace: 120, missed: 'latest' },
      async schedules(_tx, team) {
        const { afterDays, at } = coachingSettings(team)
        return afterDays === 0 ? [] : [{ arg: '', spec: { every: 'workday', at } }]
      },
      run: nudgeBehind,
    },
    {
      name: 'coaching.effects',
      what: { zh: '检查提醒有没有用', en: 'Whether nudges help' },
      quiet: true,
      catchUp: { grace: 3 * 24 * 60, missed: 'latest' },
      schedules: async () => [{ arg: '', spec: { every: 'week', on: 1, at: '09:45' } }],
      run: proposeRetirements,
    },
  ],
  settings: coachingSettingDeclarations,
}
