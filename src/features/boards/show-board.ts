import { UserError } from '../../base/errors.ts'
import { periodOf } from '../../calendar/periods.ts'
import { toLocal } from '../../calendar/zone.ts'
import { content } from '../../content/build.ts'
import type { Block } from '../../content/content.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { shownMetricsOf } from '../metrics/catalogue.ts'
import { readQuestion } from '../metrics/question.ts'
import { readManner } from './basis-words.ts'
import { type Board, placeOf } from './board.ts'
import { pictureOf } from './board-picture.ts'
import { placeBlock } from './place-words.ts'
import { readBoard, readMainBoard } from './read-board.ts'
import { boardContent, boardUnclear, noMetrics } from './words.ts'

/** Answers `/board`: in a group the top openly and the asker's own place to them alone; elsewhere both in one. */
export async function showBoard(ctx: MemberContext, asked: string): Promise<void> {
  const board = await boardAsked(ctx, asked)
  if (ctx.place.kind === 'direct') return showInPrivate(ctx, board)
  const { zone, lang } = ctx.team
  const top = boardContent(board, { picture: await pictureOf(ctx, board, lang) }, zone, lang)
  ctx.say({ to: { reply: 'open' }, content: top, lane: 'reply', purpose: 'boards.board' })
  const own = ownBlock(ctx, board)
  // Of an empty board the asker has just read that nobody is on it.
  if (!own || board.rows.length === 0) return
  ctx.say({ to: { reply: 'private' }, content: content(ctx.lang, own), lane: 'reply', purpose: 'boards.place' })
}

/** Answers a button: whoever pressed it sees the board, the group is not disturbed. */
export async function showBoardToAsker(ctx: MemberContext, asked: string): Promise<void> {
  await showInPrivate(ctx, await boardAsked(ctx, asked))
}

async function showInPrivate(ctx: MemberContext, board: Board): Promise<void> {
  const beside = { picture: await pictureOf(ctx, board, ctx.lang), note: ownBlock(ctx, board) }
  const whole = boardContent(board, beside, ctx.team.zone, ctx.lang)
  ctx.say({ to: { reply: 'private' }, content: whole, lane: 'reply', purpose: 'boards.board' })
}

/** Nothing for a manager without a value, of whom none is expected. */
function ownBlock({ actor, lang }: MemberContext, board: Board): Block | null {
  const place = placeOf(board, actor.memberId)
  return place || !atLeast(actor.role, 'manager') ? placeBlock(board, place, lang) : null
}

/** Without a metric the team's main one, without a period this week. */
async function boardAsked({ tx, team, now }: MemberContext, asked: string): Promise<Board> {
  const today = toLocal(now, team.zone).date
  const metrics = await shownMetricsOf(tx, team.id)
  const { metric, period, rest } = readQuestion(asked, metrics, today)
  const { basis = 'usual', newcomers, rest: unclear } = readManner(rest)
  if (unclear !== '') throw new UserError('board-unclear', boardUnclear(unclear, metrics))
  const wanted = { period: period ?? periodOf('week', today), until: now, sums: 'kept', basis, newcomers } as const
  const board = metric
    ? await readBoard(tx, team, { ...wanted, metric })
    : await readMainBoard(tx, team, metrics, wanted)
  if (!board) throw new UserError('board-without-metrics', noMetrics)
  return board
}
