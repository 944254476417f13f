import { addDays, DAY_MS, type LocalDate } from '../../calendar/dates.ts'
import { type Period, periodOf } from '../../calendar/periods.ts'
import { toInstant } from '../../calendar/zone.ts'
import { content } from '../../content/build.ts'
import type { TeamContext } from '../../context.ts'
import type { SlotRun } from '../feature.ts'
import { shownMetricsOf } from '../metrics/catalogue.ts'
import { unlessUnrated } from '../metrics/money/unless-unrated.ts'
import { type Board, placeOf } from './board.ts'
import { pictureOf } from './board-picture.ts'
import { boardSettings } from './board-settings.ts'
import { placeBlock } from './place-words.ts'
import { keepPost, postOf } from './post-store.ts'
import { notPosted, whyPlace, whyPosted } from './post-words.ts'
import { type Posting, tellsPlaces } from './postings.ts'
import { membersAt } from './read-board.ts'
import { readMainBoard } from './read-main-board.ts'
import { ownScoreBlock } from './score-words.ts'
import { boardContent } from './words.ts'

/**
 * Posts the board of the slot's day, week, month, quarter or year as it stood at the slot, and tells each member on it their
 * own place where that is wanted. A period without any value has no board.
 */
export async function postBoard(ctx: TeamContext, slot: SlotRun, posting: Posting): Promise<void> {
  const { tx, team } = ctx
  const period = periodOf(posting.kind, slot.date)
  const board = await boardAt(ctx, slot, posting, period)
  if (!board || board.rows.length === 0) return
  const key = `${posting.job}:${team.id}:${slot.at.toISOString()}`
  await keepPost(tx, { key, teamId: team.id, channelId: null, postedAt: slot.at, ...postOf(board) })
  ctx.say({
    to: { team: team.id },
    content: boardContent(board, { picture: await pictureOf(ctx, board, team.lang) }, team.zone, team.lang),
    lane: 'digest',
    purpose: posting.job,
    key,
    revises: { key, short: null },
    expiresAt: staleAt(posting, slot, team.zone),
    reason: { words: whyPosted(posting.kind) },
  })
  if (tellsPlaces(posting, team, slot.at)) await tellPlaces(ctx, slot, posting, board)
}

/** A board that lacks a rate cannot be posted; the managers, who can give it, are told so. */
async function boardAt(ctx: TeamContext, slot: SlotRun, posting: Posting, period: Period): Promise<Board | null> {
  const { tx, team } = ctx
  const { kind, metrics } = posting
  const wanted = { period, until: slot.at, sums: 'then', basis: 'usual' } as const
  const key = `boards.not-posted:${kind}:${slot.at.toISOString()}`
  const unsaid = { what: notPosted(kind), purpose: 'boards.not-posted', key, reason: whyPosted(kind) }
  return unlessUnrated(ctx, unsaid, async () =>
    readMainBoard(tx, team, await shownMetricsOf(tx, team.id), wanted, boardSettings(team)[metrics]),
  )
}

async function tellPlaces(ctx: TeamContext, slot: SlotRun, posting: Posting, board: Board): Promise<void> {
  const { tx, team } = ctx
  for (const { memberId, personId, lang } of await membersAt(tx, team, board.period, slot.at)) {
    const place = placeOf(board, memberId)
    if (!place) continue
    const score = board.scorecard?.scores.get(memberId)
    ctx.say({
      to: { person: personId },
      content: content(lang, score ? ownScoreBlock(board, score, place, lang) : placeBlock(board, place, lang)),
      lane: 'digest',
      purpose: 'boards.place',
      key: `boards.place:${posting.kind}:${memberId}:${slot.at.toISOString()}`,
      expiresAt: posting.kind === 'week' ? endOf(slot.date, team.zone) : staleAt(posting, slot, team.zone),
      reason: { words: whyPlace(posting.kind) },
    })
  }
}

/** When it is no news any more: a week's board with the week, a longer one's after a day, since then its champion is named. */
function staleAt({ kind }: Posting, { at, date }: SlotRun, zone: string): Date {
  if (kind === 'day' || kind === 'week') return endOf(periodOf(kind, date).to, zone)
  return new Date(at.getTime() + DAY_MS)
}

function endOf(date: LocalDate, zone: string): Date {
  return toInstant(addDays(date, 1), '00:00', zone)
}
