import type { MemberContext } from '../../context.ts'
import type { Feature } from '../feature.ts'
import { cancelContest } from './cancel-contest.ts'
import { contestSettings } from './contest-settings.ts'
import { contestByForm, createContest } from './create-contest.ts'
import { keepsOfContests } from './keeps.ts'
import { type ContestRequest, readContestRequest } from './request.ts'
import { runContests } from './run-contests.ts'
import { contestSettingDeclarations } from './settings-words.ts'
import { showCard } from './show-card.ts'
import { showContests, showToAsker } from './show-contests.ts'
import { showProof } from './show-proof.ts'

export const contests: Feature = {
  name: 'contests',
  commands: [
    {
      name: 'contest',
      words: ['contest', 'contests', '竞赛', '比赛'],
      summary: { zh: '看竞赛战况；经理开竞赛', en: 'See how contests stand; managers open them' },
      example: { zh: '/竞赛 最多 签单额 本月 奖品=电影票', en: '/contest most revenue month prize=cinema tickets' },
      least: 'rep',
      run: (ctx, rest) => answer(ctx, readContestRequest(rest)),
    },
  ],
  actions: [
    { id: 'contests.new', least: 'manager', run: (ctx, { values }) => contestByForm(ctx, values) },
    { id: 'contests.show', least: 'rep', run: (ctx, { value = '' }) => showToAsker(ctx, value) },
    { id: 'contests.card', least: 'rep', run: (ctx, { value = '' }) => showCard(ctx, value) },
    { id: 'contests.proof', least: 'rep', run: (ctx, { value = '' }) => showProof(ctx, value) },
  ],
  jobs: [
    {
      name: 'contests.daily',
      what: { zh: '竞赛播报', en: 'News of contests' },
      quiet: true,
      catchUp: { grace: 600, missed: 'latest' },
      async schedules(_tx, team) {
        return [{ arg: '', spec: { every: 'workday', at: contestSettings(team).postAt } }]
      },
      run: runContests,
    },
  ],
  keeps: keepsOfContests,
  settings: contestSettingDeclarations,
}

function answer(ctx: MemberContext, request: ContestRequest): Promise<void> {
  switch (request.kind) {
    case 'show':
      return showContests(ctx, request.name)
    case 'form':
      return contestByForm(ctx, undefined)
    case 'new':
      return createContest(ctx, request.fields)
    case 'cancel':
      return cancelContest(ctx, request.name)
    case 'proof':
      return showProof(ctx, request.name)
    case 'card':
      return showCard(ctx, request.name)
  }
}
