import type { Command, Feature } from '../feature.ts'
import { followLeave, followMy, welcomeWhenReached } from './follow.ts'
import { meetNewcomer } from './join.ts'
import { keepsOfNewcomer } from './keeps.ts'
import { welcomeSettingDeclarations } from './settings-words.ts'
import { showFirstWeek } from './show.ts'
import { takeStep, WEEK_JOB } from './steps.ts'
import { nextMoments } from './store.ts'

const DAYS = 30

/** A newcomer's first week, in private. `catalogue` is asked when it is needed. */
export function createWelcome(catalogue: () => readonly Command[]): Feature {
  return {
    name: 'welcome',
    topics: [
      {
        words: ['first week', 'first-week', 'newcomer', 'welcome', '新人', '第一周', '新人第一周', '入门'],
        run: ctx => showFirstWeek(ctx, catalogue()),
      },
    ],
    actions: [{ id: 'welcome.show', least: 'rep', run: ctx => showFirstWeek(ctx, catalogue()) }],
    jobs: [
      {
        name: WEEK_JOB,
        what: { zh: '新人的第一周', en: 'A newcomer’s first week' },
        catchUp: { grace: DAYS * 24 * 60, missed: 'latest' },
        schedules: async () => [],
        moments: (tx, team) => nextMoments(tx, team.id),
        run: (ctx, slot) => takeStep(ctx, slot, catalogue()),
      },
    ],
    reactions: [
      { on: 'member.joined', run: (ctx, payload) => meetNewcomer(ctx, payload, catalogue()) },
      { on: 'my.shown', run: followMy },
      { on: 'leave.changed', run: followLeave },
    ],
    hears: ctx => welcomeWhenReached(ctx, catalogue()),
    keeps: keepsOfNewcomer,
    settings: welcomeSettingDeclarations,
  }
}
