import type { Feature } from '../feature.ts'
import { activeForms } from '../forms/store.ts'
import { digestSettings } from './digest-settings.ts'
import { followCorrection, postDigest, reviseDigest } from './post-digest.ts'
import { digestSettingDeclarations } from './settings-words.ts'
import { tellUnread } from './tell-unread.ts'

/** A round in one message for the group, and what managers hear beside it. */
export const digests: Feature = {
  name: 'digests',
  jobs: [
    {
      name: 'digests.due',
      what: { zh: '截止时的汇总', en: 'The digest of a round that is due' },
      catchUp: { grace: 120, missed: 'latest' },
      schedules: async (tx, team) =>
        (await activeForms(tx, team.id)).map(({ id, definition }) => ({ arg: id, spec: definition.cadence.schedule })),
      run: postDigest,
    },
    {
      name: 'digests.unread',
      what: { zh: '还没人读的日报', en: 'Reports that nobody has read' },
      catchUp: { grace: 240, missed: 'latest' },
      async schedules(_tx, team) {
        const { unreadAt } = digestSettings(team)
        return unreadAt === null ? [] : [{ arg: '', spec: { every: 'workday', at: unreadAt } }]
      },
      run: tellUnread,
    },
  ],
  reactions: [
    { on: 'report.submitted', run: reviseDigest },
    { on: 'entries.corrected', run: followCorrection },
  ],
  settings: digestSettingDeclarations,
}
