import type { Feature } from '../feature.ts'
import { correctByHand } from './correct-by-hand.ts'
import { obeyRecord } from './obey-record.ts'
import { dropSheet, recordSheet } from './sheet/record.ts'
import { forgetWaiting } from './sheet/store.ts'

export const entries: Feature = {
  name: 'entries',
  commands: [
    {
      name: 'record',
      words: ['record', '记录', '补记', '录入'],
      summary: { zh: '手工记一个数，经理可以导入整张表', en: 'Record a figure by hand; managers import whole sheets' },
      example: { zh: '/记录 电话 5 11-18', en: '/record calls 5 11-18' },
      least: 'rep',
      run: obeyRecord,
    },
    {
      name: 'correct',
      words: ['correct', '更正'],
      summary: { zh: '更正某天的数，写明原因', en: 'Correct a day’s figure, with a reason' },
      example: { zh: '/更正 电话 25 11-18 漏了下午的', en: '/correct calls 25 11-18 left out the afternoon' },
      least: 'rep',
      run: correctByHand,
    },
  ],
  actions: [
    { id: 'entries.record-import', least: 'manager', run: (ctx, { value = '' }) => recordSheet(ctx, value) },
    { id: 'entries.drop-import', least: 'manager', run: (ctx, { value = '' }) => dropSheet(ctx, value) },
  ],
  jobs: [
    {
      name: 'entries.forgotten',
      what: { zh: '清掉没有导入的表', en: 'Sheets that nobody imported are forgotten' },
      quiet: true,
      catchUp: { grace: 1440, missed: 'latest' },
      schedules: async () => [{ arg: '', spec: { every: 'day', at: '03:30' } }],
      run: (ctx, { at }) => forgetWaiting(ctx.tx, at),
    },
  ],
}
