import { UserError } from '../../base/errors.ts'
import { addDays, type LocalDate } from '../../calendar/dates.ts'
import { type Period, periodOf } from '../../calendar/periods.ts'
import { toInstant } from '../../calendar/zone.ts'
import { content, text } from '../../content/build.ts'
import type { TeamContext } from '../../context.ts'
import type { SlotRun } from '../feature.ts'
import { shownMetricsOf } from '../metrics/catalogue.ts'
import { RATE_MISSING } from '../metrics/money/rate-words.ts'
import { managersOf } from '../team/members.ts'
import { type Board, placeOf } from './board.ts'
import { pictureOf } from './board-picture.ts'
import { boardSettings } from './board-settings.ts'
import { placeBlock } from './place-words.ts'
import { keepPost } from './post-store.ts'
import { membersAt, readMainBoard } from './read-board.ts'
import { boardContent, notPosted, whyPlace, whyWeekly } from './words.ts'

/**
 * Posts the board of the slot's week as it stood at the slot, and tells each member on it their own place. A week without
 * any value has no board.
 */
export async function postWeekly(ctx: TeamContext, slot: SlotRun): Promise<void> {
  const { tx, team } = ctx
  const period = periodOf('week', slot.date)
  const metrics = await shownMetricsOf(tx, team.id)
  const board = await mainBoard(ctx, slot, () =>
    readMainBoard(tx, team, metrics, { period, until: slot.at, sums: 'then', basis: 'usual' }),
  )
  if (!board || board.rows.length === 0) return
  const key = `boards.weekly:${team.id}:${slot.at.toISOString()}`
  await keepPost(tx, { key, teamId: team.id, metricId: board.metric.id, period, basis: board.basis })
  ctx.say({
    to: { team: team.id },
    content: boardContent(board, { picture: await pictureOf(ctx, board, team.lang) }, team.zone, team.lang),
    lane: 'digest',
    purpose: 'boards.weekly',
    key,
    revises: { key, short: null },
    expiresAt: endOf(period.to, team.zone),
    reason: { words: whyWeekly },
  })
  if (boardSettings(team).privatePlaces) await tellPlaces(ctx, slot, board, period)
}

/** A board that lacks a rate cannot be posted; the managers, who can give it, are told so. */
async function mainBoard(ctx: TeamContext, slot: SlotRun, read: () => Promise<Board | null>): Promise<Board | null> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== RATE_MISSING) throw error
    for (const { personId, memberId, lang } of await managersOf(ctx.tx, ctx.team))
      ctx.say({
        to: { person: personId },
        content: content(lang, text(notPosted[lang]), text(error.words[lang])),
        lane: 'digest',
        purpose: 'boards.not-posted',
        key: `boards.not-posted:${memberId}:${slot.at.toISOString()}`,
        reason: { words: whyWeekly },
      })
    return null
  }
}

async function tellPlaces(ctx: TeamContext, slot: SlotRun, board: Board, period: Period): Promise<void> {
  const { tx, team } = ctx
  for (const { memberId, personId, lang } of await membersAt(tx, team, period, slot.at)) {
    const place = placeOf(board, memberId)
    if (!place) continue
    ctx.say({
      to: { person: personId },
      content: content(lang, placeBlock(board, place, lang)),
      lane: 'digest',
      purpose: 'boards.place',
      key: `boards.place:${memberId}:${slot.at.toISOString()}`,
      expiresAt: endOf(slot.date, team.zone),
      reason: { words: whyPlace },
    })
  }
}

function endOf(date: LocalDate, zone: string): Date {
  return toInstant(addDays(date, 1), '00:00', zone)
}
