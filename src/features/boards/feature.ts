import type { Feature } from '../feature.ts'
import { boardSettings } from './board-settings.ts'
import { postBoard } from './post-board.ts'
import { postedBoard } from './post-words.ts'
import { isPosted, postings } from './postings.ts'
import { revisePosted } from './revise-posted.ts'
import { boardSettingDeclarations } from './settings-words.ts'
import { showBoard, showBoardToAsker } from './show-board.ts'
import { showTeams } from './show-teams.ts'
import { traceFigure } from './trace-figure.ts'

/** `/board teams revenue month` */
const ofTeams = /^\s*(?:teams|团队)(?=\s|$)/i

export const boards: Feature = {
  name: 'boards',
  commands: [
    {
      name: 'board',
      words: ['board', 'boards', 'leaderboard', '榜单', '排行', '排行榜'],
      summary: { zh: '看团队榜单', en: 'See the team’s board' },
      example: { zh: '/榜单 电话 本周', en: '/board calls week' },
      everyday: true,
      least: 'rep',
      run: (ctx, rest) => {
        const teams = ofTeams.exec(rest)
        return teams ? showTeams(ctx, rest.slice(teams[0].length)) : showBoard(ctx, rest)
      },
    },
    {
      name: 'trace',
      words: ['trace', '追溯'],
      summary: { zh: '查一个数字由哪些实绩组成', en: 'See the entries behind a figure' },
      example: { zh: '/追溯 电话 本周', en: '/trace calls week' },
      least: 'rep',
      run: traceFigure,
    },
  ],
  actions: [
    { id: 'boards.show', least: 'rep', run: (ctx, { value = '' }) => showBoardToAsker(ctx, value) },
    { id: 'boards.trace', least: 'rep', run: (ctx, { value = '' }) => traceFigure(ctx, value) },
  ],
  jobs: postings.map(posting => ({
    name: posting.job,
    what: postedBoard(posting.kind),
    catchUp: { grace: posting.grace, missed: 'latest' },
    schedules: async (_tx, team) =>
      isPosted(posting, team) ? [{ arg: '', spec: posting.spec(boardSettings(team)) }] : [],
    run: (ctx, slot) => postBoard(ctx, slot, posting),
  })),
  reactions: [{ on: 'entries.corrected', run: revisePosted }],
  settings: boardSettingDeclarations,
}
