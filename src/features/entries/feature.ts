import type { Feature } from '../feature.ts'
import { correctByHand } from './correct-by-hand.ts'
import { recordByHand } from './record-by-hand.ts'

export const entries: Feature = {
  name: 'entries',
  commands: [
    {
      name: 'record',
      words: ['record', '记录', '补记', '录入'],
      summary: { zh: '手工记一个数', en: 'Record a figure by hand' },
      example: { zh: '/记录 电话 5 11-18', en: '/record calls 5 11-18' },
      least: 'rep',
      run: recordByHand,
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
}
