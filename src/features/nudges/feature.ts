import type { Command, Feature, Job } from '../feature.ts'
import { activeForms } from '../forms/store.ts'
import { earlier } from './earlier-schedule.ts'
import { explainDigest, explainToMember } from './explain.ts'
import { nudgesHome } from './home.ts'
import { obeyQuiet, quietToday, setHours } from './keep-quiet.ts'
import { keepsOfNudges } from './keeps.ts'
import { nudgeSettings } from './nudge-settings.ts'
import { readQuietRequest } from './quiet-request.ts'
import { remindAtDue, remindBeforeDue } from './remind-round.ts'
import { nudgeSettingDeclarations } from './settings-words.ts'
import { takeBackAnswered, takeBackOnLeave } from './take-back.ts'

const commands: readonly Command[] = [
  {
    name: 'quiet',
    words: ['quiet', 'snooze', '免打扰', '勿扰'],
    summary: { zh: '暂时不要提醒我，或设免打扰时间', en: 'No reminders for a while, or quiet hours' },
    example: { zh: '/免打扰 30', en: '/quiet 30' },
    everyday: true,
    least: 'rep',
    run: (ctx, rest) => obeyQuiet(ctx, readQuietRequest(rest)),
  },
  {
    name: 'why',
    words: ['why', '为什么', '为何'],
    summary: {
      zh: '为什么给我发（或没发）提醒；/why digest 问群里的汇总',
      en: 'Why I got a message, or none; /why digest for the group',
    },
    example: { zh: '/为什么', en: '/why' },
    everyday: true,
    least: 'rep',
    run: (ctx, rest) => (asksForDigest.test(rest.trim()) ? explainDigest(ctx) : explainToMember(ctx)),
  },
]

const asksForDigest = /^(?:digest|board|group|汇总|榜单|群)/i

const beforeDue: Job = {
  name: 'nudges.before-due',
  what: { zh: '截止前的提醒', en: 'Reminders before a round is due' },
  catchUp: { grace: 10, missed: 'latest' },
  async schedules(tx, team) {
    const { beforeMinutes } = nudgeSettings(team)
    if (beforeMinutes === 0) return []
    return (await activeForms(tx, team.id)).flatMap(({ id, definition }) => {
      const spec = earlier(definition.cadence.schedule, beforeMinutes)
      return spec ? [{ arg: id, spec }] : []
    })
  },
  run: remindBeforeDue,
}

const atDue: Job = {
  name: 'nudges.at-due',
  what: { zh: '截止时的提醒', en: 'Reminders when a round is due' },
  catchUp: { grace: 30, missed: 'latest' },
  schedules: async (tx, team) =>
    (await activeForms(tx, team.id)).map(({ id, definition }) => ({ arg: id, spec: definition.cadence.schedule })),
  run: remindAtDue,
}

/** Reminding people with manners, and saying why. */
export const nudges: Feature = {
  name: 'nudges',
  commands,
  home: nudgesHome,
  actions: [
    {
      id: 'nudges.snooze',
      least: 'rep',
      run: (ctx, { value = '30' }) => obeyQuiet(ctx, readQuietRequest(value)),
    },
    { id: 'nudges.not-today', least: 'rep', run: quietToday },
    { id: 'nudges.hours', least: 'rep', run: (ctx, { values }) => setHours(ctx, values) },
    { id: 'nudges.quiet-off', least: 'rep', run: ctx => obeyQuiet(ctx, { kind: 'off' }) },
  ],
  jobs: [beforeDue, atDue],
  reactions: [
    { on: 'report.submitted', run: takeBackAnswered },
    { on: 'leave.changed', run: takeBackOnLeave },
  ],
  keeps: keepsOfNudges,
  settings: nudgeSettingDeclarations,
}
