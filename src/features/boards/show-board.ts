import { UserError } from '../../base/errors.ts'
import { periodOf } from '../../calendar/periods.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { metricsOf } from '../metrics/catalogue.ts'
import { readQuestion } from '../metrics/question.ts'
import { type Board, placeOf } from './board.ts'
import { readBoard, readMainBoard } from './read-board.ts'
import { boardContent, boardUnclear, boardWithPlace, noMetrics, ownPlace } from './words.ts'

/** Answers `/board`: in a group the top openly and the asker's own place to them alone; elsewhere both in one. */
export async function showBoard(ctx: MemberContext, asked: string): Promise<void> {
  const board = await boardAsked(ctx, asked)
  if (ctx.place.kind === 'direct') return showInPrivate(ctx, board)
  const { zone, lang } = ctx.team
  ctx.say({
    to: { reply: 'open' },
    content: boardContent(board, zone, lang),
    lane: 'reply',
    purpose: 'boards.board',
  })
  const content = ownPlace(board, placeOf(board, ctx.actor.memberId), ctx.lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'boards.place' })
}

/** Answers a button: whoever pressed it sees the board, the group is not disturbed. */
export async function showBoardToAsker(ctx: MemberContext, asked: string): Promise<void> {
  showInPrivate(ctx, await boardAsked(ctx, asked))
}

function showInPrivate(ctx: MemberContext, board: Board): void {
  const content = boardWithPlace(board, placeOf(board, ctx.actor.memberId), ctx.team.zone, ctx.lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'boards.board' })
}

/** Without a metric the team's main one, without a period this week. */
async function boardAsked({ tx, team, now }: MemberContext, asked: string): Promise<Board> {
  const today = toLocal(now, team.zone).date
  const metrics = await metricsOf(tx, team.id)
  const { metric, period, rest } = readQuestion(asked, metrics, today)
  if (rest !== '') throw new UserError('board-unclear', boardUnclear(rest, metrics))
  const wanted = { period: period ?? periodOf('week', today), until: now, sums: 'kept' } as const
  const board = metric
    ? await readBoard(tx, team, { ...wanted, metric })
    : await readMainBoard(tx, team, metrics, wanted)
  if (!board) throw new UserError('board-without-metrics', noMetrics)
  return board
}
