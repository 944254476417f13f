import { UserError } from '../../base/errors.ts'
import { newId } from '../../base/ids.ts'
import { lengthOf, periodOf } from '../../calendar/periods.ts'
import { toLocal } from '../../calendar/zone.ts'
import { content } from '../../content/build.ts'
import type { Block } from '../../content/content.ts'
import { atLeast, type MemberContext, type Place } from '../../context.ts'
import { shownMetricsOf } from '../metrics/catalogue.ts'
import { readQuestion } from '../metrics/question.ts'
import type { Basis } from './basis.ts'
import { readManner } from './basis-words.ts'
import { type Board, placeOf } from './board.ts'
import { pictureOf } from './board-picture.ts'
import { placeBlock } from './place-words.ts'
import { keepAnswer, postOf } from './post-store.ts'
import { readBoard } from './read-board.ts'
import { readMainBoard } from './read-main-board.ts'
import { readScorecard, weightsOf } from './read-scorecard.ts'
import { ownScoreBlock } from './score-words.ts'
import { scorecardHasBasis, scorecardMetric, scorecardUnset } from './scorecard-words.ts'
import { boardContent, boardUnclear, noMetrics } from './words.ts'

/** What is asked about more days than these is not set right afterwards: that would cost as much as all the entries in it. */
const MOST_DAYS = 366

/** Answers `/board`: in a group the top openly and the asker's own place to them alone; elsewhere both in one. */
export async function showBoard(ctx: MemberContext, asked: string): Promise<void> {
  const board = await boardAsked(ctx, asked)
  if (ctx.place.kind === 'direct') return showInPrivate(ctx, board)
  const { zone, lang } = ctx.team
  const top = boardContent(board, { picture: await pictureOf(ctx, board, lang) }, zone, lang)
  const key = await keepShown(ctx, ctx.place, board)
  ctx.say({
    ...{ to: { reply: 'open' }, content: top, lane: 'reply', purpose: 'boards.board' },
    revises: { key, short: null },
  })
  const own = ownBlock(ctx, board)
  // Of an empty board the asker has just read that nobody is on it.
  if (!own || board.rows.length === 0) return
  ctx.say({ to: { reply: 'private' }, content: content(ctx.lang, own), lane: 'reply', purpose: 'boards.place' })
}

/** So that a correction puts it right, as far as a message can be changed; answers the key under which it does. */
async function keepShown(
  { tx, team, now }: MemberContext,
  { channelId }: Extract<Place, { kind: 'group' }>,
  board: Board,
): Promise<string> {
  const key = `boards.shown:${newId(now)}`
  const shown = { key, teamId: team.id, channelId, postedAt: now, ...postOf(board) }
  if (lengthOf(board.period) <= MOST_DAYS) await keepAnswer(tx, shown)
  return key
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
  if (!place && atLeast(actor.role, 'manager')) return null
  const score = board.scorecard?.scores.get(actor.memberId)
  if (score) return ownScoreBlock(board, score, place, lang)
  // Whoever joined long ago has no points on a scorecard of newcomers.
  return board.scorecard ? null : placeBlock(board, place, lang)
}

/** Without a metric the team's main one; without a period this week, for the scorecard this month. */
async function boardAsked(ctx: MemberContext, asked: string): Promise<Board> {
  const { tx, team, now } = ctx
  const today = toLocal(now, team.zone).date
  const metrics = await shownMetricsOf(tx, team.id)
  const scorecard = scorecardMetric(metrics)
  const { metric, period, rest } = readQuestion(asked, [...metrics, scorecard], today)
  const { basis, newcomers, rest: unclear } = readManner(rest)
  if (unclear !== '') throw new UserError('board-unclear', boardUnclear(unclear, metrics))
  // Of a scorecard the month, for which people mostly have targets.
  const usual = periodOf(metric === scorecard ? 'month' : 'week', today)
  const over = { period: period ?? usual, until: now, newcomers }
  if (metric === scorecard) return scorecardAsked(ctx, basis, { ...over, metrics })
  const wanted = { ...over, sums: 'kept', basis: basis ?? 'usual' } as const
  const board = metric
    ? await readBoard(tx, team, { ...wanted, metric })
    : await readMainBoard(tx, team, metrics, wanted)
  if (!board) throw new UserError('board-without-metrics', noMetrics)
  return board
}

async function scorecardAsked(
  { tx, team }: MemberContext,
  basis: Basis | undefined,
  wanted: Omit<Parameters<typeof readScorecard>[2], 'weights' | 'sums'>,
): Promise<Board> {
  if (basis !== undefined && basis !== 'attainment') throw new UserError('board-scorecard-basis', scorecardHasBasis)
  const weights = weightsOf(team, wanted.metrics)
  if (weights.length === 0) throw new UserError('board-no-scorecard', scorecardUnset)
  return readScorecard(tx, team, { ...wanted, weights, sums: 'kept' })
}
