import { toLocal } from '../../calendar/zone.ts'
import type { Action, Command, Feature } from '../feature.ts'
import { keepsOfPoints } from './keeps.ts'
import { earnByContest, earnByKudos } from './points/earn.ts'
import { obeyPoints } from './points/obey-points.ts'
import { celebratePools, checkPools, postPools } from './pools/check-pools.ts'
import { obeyPool, poolByForm } from './pools/obey-pool.ts'
import { rewardSettings } from './reward-settings.ts'
import { rewardSettingDeclarations } from './settings-words.ts'
import { decide } from './shop/decide.ts'
import { obeyRewards } from './shop/obey-rewards.ts'
import { obeyRedeem, redeem } from './shop/redeem.ts'

const commands: readonly Command[] = [
  {
    name: 'points',
    words: ['points', '积分', '我的积分'],
    summary: { zh: '看自己的积分；经理给分', en: 'See your points; managers give some' },
    example: { zh: '/积分', en: '/points' },
    least: 'rep',
    run: obeyPoints,
  },
  {
    name: 'rewards',
    words: ['rewards', 'reward', '奖品', '奖品列表'],
    summary: { zh: '看积分能换什么；经理增减奖品', en: 'See what points buy; managers change the list' },
    example: { zh: '/奖品', en: '/rewards' },
    least: 'rep',
    run: obeyRewards,
  },
  {
    name: 'redeem',
    words: ['redeem', '兑换', '换奖品'],
    summary: { zh: '用积分换奖品', en: 'Get a reward for points' },
    example: { zh: '/兑换 咖啡券', en: '/redeem coffee' },
    least: 'rep',
    run: obeyRedeem,
  },
  {
    name: 'pool',
    words: ['pool', 'pools', '奖池', '团队奖池'],
    summary: { zh: '看团队奖池的进度；经理建奖池', en: 'See how the team’s reward pool stands; managers make one' },
    example: { zh: '/奖池', en: '/pool' },
    least: 'rep',
    run: obeyPool,
  },
]

const actions: readonly Action[] = [
  { id: 'rewards.points', least: 'rep', run: ctx => obeyPoints(ctx, '') },
  { id: 'rewards.list', least: 'rep', run: ctx => obeyRewards(ctx, '') },
  { id: 'rewards.redeem', least: 'rep', run: (ctx, { value = '' }) => redeem(ctx, value) },
  { id: 'rewards.approve', least: 'manager', run: (ctx, { value = '' }) => decide(ctx, 'approved', value) },
  { id: 'rewards.decline', least: 'manager', run: (ctx, { value = '' }) => decide(ctx, 'declined', value) },
  { id: 'rewards.new-pool', least: 'manager', run: (ctx, { values }) => poolByForm(ctx, values) },
]

export const rewards: Feature = {
  name: 'rewards',
  commands,
  actions,
  jobs: [
    {
      name: 'rewards.pools',
      what: { zh: '团队奖池', en: 'The team’s reward pools' },
      quiet: true,
      catchUp: { grace: 600, missed: 'latest' },
      async schedules(_tx, team) {
        const at = rewardSettings(team).poolsAt
        return [
          { arg: 'check', spec: { every: 'workday', at } },
          { arg: 'post', spec: { every: 'week', on: 'friday-or-last-workday', at } },
        ]
      },
      run: (ctx, { at, date, arg }) => (arg === 'post' ? postPools(ctx, { at, date }) : checkPools(ctx, { at, date })),
    },
  ],
  reactions: [
    { on: 'contest.won', run: earnByContest },
    { on: 'kudos.given', run: earnByKudos },
    {
      on: 'report.submitted',
      run: ctx => celebratePools(ctx, { at: ctx.now, date: toLocal(ctx.now, ctx.team.zone).date }),
    },
  ],
  keeps: keepsOfPoints,
  settings: rewardSettingDeclarations,
}
