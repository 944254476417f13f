import type { Feature } from '../feature.ts'
import { championSettings } from './champion-settings.ts'
import { checkCorrections } from './check-corrections.ts'
import { keepsOfTitles } from './keeps.ts'
import { nameChampions, nameWaiting } from './name-champions.ts'
import { championSettingDeclarations } from './settings-words.ts'
import { obeyChampion } from './show-champions.ts'

/** A champion must be named, if days later than planned: a holiday's outage may be long. */
const GRACE = 7 * 24 * 60

export const champions: Feature = {
  name: 'champions',
  commands: [
    {
      name: 'champion',
      // The longest word wins, so `/trace champion` comes here and every other `/trace` stays with the boards.
      words: ['champion', 'champions', '冠军', 'trace champion', '追溯 冠军', '追溯冠军'],
      summary: { zh: '看历届冠军和怎么算的', en: 'See the champions and how they were counted' },
      example: { zh: '/冠军 2026-10', en: '/champion 2026-10' },
      least: 'rep',
      run: obeyChampion,
    },
  ],
  actions: [
    { id: 'champions.proof', least: 'rep', run: (ctx, { value = '' }) => obeyChampion(ctx, value) },
    {
      id: 'champions.redo',
      least: 'manager',
      run: (ctx, { value = '' }) => obeyChampion(ctx, `redo ${value} confirm`),
    },
  ],
  jobs: [
    {
      name: 'champions.named',
      what: { zh: '评出冠军', en: 'The champions are named' },
      catchUp: { grace: GRACE, missed: 'all' },
      async schedules(_tx, team) {
        const { metrics, monthly, quarterly, yearly, at } = championSettings(team)
        if (metrics.length === 0 || !(monthly || quarterly || yearly)) return []
        return [{ arg: '', spec: { every: 'month', on: 'first-workday', at } }]
      },
      run: nameChampions,
    },
    {
      name: 'champions.checked',
      what: { zh: '核对冠军的实绩有没有更正', en: 'Entries behind champions are checked for corrections' },
      quiet: true,
      catchUp: { grace: 240, missed: 'latest' },
      schedules: async (_tx, team) => [{ arg: '', spec: { every: 'workday', at: championSettings(team).at } }],
      run: checkCorrections,
    },
  ],
  reactions: [{ on: 'rates.given', run: nameWaiting }],
  keeps: keepsOfTitles,
  settings: championSettingDeclarations,
}
