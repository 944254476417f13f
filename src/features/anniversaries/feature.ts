import type { Feature } from '../feature.ts'
import { anniversarySettings } from './anniversary-settings.ts'
import { greetMembers } from './greet-members.ts'
import { keepsOfDays } from './keeps.ts'
import { obeyBirthday } from './obey-birthday.ts'
import { obeyJoined } from './obey-joined.ts'
import { anniversarySettingDeclarations } from './settings-words.ts'

/** Birthdays and years at work, of those who let the team know. */
export const anniversaries: Feature = {
  name: 'anniversaries',
  commands: [
    {
      name: 'birthday',
      words: ['birthday', '生日'],
      summary: { zh: '让群里祝你生日快乐（只记月日）', en: 'Let the team greet your birthday (no year)' },
      example: { zh: '/生日 3-15', en: '/birthday 3-15' },
      least: 'rep',
      run: obeyBirthday,
    },
    {
      name: 'joined',
      words: ['joined', '入职', '入职日'],
      summary: { zh: '让群里祝贺你的入职周年', en: 'Let the team greet your years at work' },
      example: { zh: '/入职 2023-05-10', en: '/joined 2023-05-10' },
      least: 'rep',
      run: obeyJoined,
    },
  ],
  actions: [
    { id: 'anniversaries.birthday', least: 'rep', run: (ctx, { value = '' }) => obeyBirthday(ctx, value) },
    { id: 'anniversaries.joined', least: 'rep', run: (ctx, { value = '' }) => obeyJoined(ctx, value) },
  ],
  jobs: [
    {
      name: 'anniversaries.greet',
      what: { zh: '祝贺生日和入职周年', en: 'Greeting birthdays and years at work' },
      quiet: true,
      // Later in the day it is still the day; on another one its own slot makes up for it.
      catchUp: { grace: 600, missed: 'latest' },
      async schedules(_tx, team) {
        const { greetAt } = anniversarySettings(team)
        return greetAt === null ? [] : [{ arg: '', spec: { every: 'workday', at: greetAt } }]
      },
      run: greetMembers,
    },
  ],
  keeps: keepsOfDays,
  settings: anniversarySettingDeclarations,
}
