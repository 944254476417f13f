import type { Feature } from '../feature.ts'
import { how as howMail } from '../mail/words.ts'
import { listLeave } from '../team/take-leave.ts'
import { theSelf } from '../team/the-self.ts'
import { overviewHome } from './home.ts'
import { obeyMy } from './obey-my.ts'
import { showTeam } from './show-team.ts'

/** One's own day, and the team's. */
export const overview: Feature = {
  name: 'overview',
  commands: [
    {
      name: 'my',
      words: ['my', 'mine', '我的'],
      summary: { zh: '我的计划、数字和进度', en: 'My plan, my numbers and my pace' },
      example: { zh: '/我的 上周', en: '/my last week' },
      also: [
        { what: { zh: '登记邮箱，通知多发一份', en: 'To get notices by mail, too' }, example: howMail, byMail: true },
      ],
      everyday: true,
      least: 'rep',
      run: obeyMy,
    },
    {
      name: 'team',
      words: ['team', 'today', '团队', '今日'],
      summary: { zh: '团队今天一览', en: 'The team’s day at a glance' },
      example: { zh: '/团队 昨天', en: '/team yesterday' },
      everyday: true,
      least: 'lead',
      run: showTeam,
    },
  ],
  home: overviewHome,
  actions: [{ id: 'overview.leave', least: 'rep', run: async ctx => listLeave(ctx, await theSelf(ctx)) }],
}
