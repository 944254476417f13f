import { UserError } from '../../../base/errors.ts'
import { newId } from '../../../base/ids.ts'
import { DAY_MS } from '../../../calendar/dates.ts'
import { toLocal } from '../../../calendar/zone.ts'
import type { MemberContext } from '../../../context.ts'
import { shownMetricsOf } from '../../metrics/catalogue.ts'
import { type Compared, compareDays } from '../../metrics/set-days.ts'
import { everMembersOf } from '../../team/members.ts'
import { howToImport, noFiguresBelow, sheetFaults, tooManyFigures } from './fault-words.ts'
import { readSheet, type SheetFigure } from './read-sheet.ts'
import { keepWaiting } from './store.ts'
import { nothingNew, type Preview, previewContent } from './words.ts'

/** A chat message with more would be a file; all is written in one transaction, too. */
const MOST_FIGURES = 2000

/**
 * Answers a pasted sheet, to whoever pasted it alone: what it would write and what it would replace, or everything in it that
 * has to be mended. Nothing is written until they say so.
 */
export async function previewSheet(ctx: MemberContext, text: string): Promise<void> {
  const { tx, team, now } = ctx
  if (text.trim() === '') throw new UserError('import-empty', howToImport)
  const metrics = await shownMetricsOf(tx, team.id)
  const members = await everMembersOf(tx, team)
  // A line holds a figure at least, so a longer one need not be read to be refused.
  if (text.split(/\r\n|\r|\n/).length > MOST_FIGURES + 1)
    throw new UserError('import-long', tooManyFigures(MOST_FIGURES))
  const { figures, faults, leftOut } = readSheet(text, { metrics, members, today: toLocal(now, team.zone).date })
  if (faults.length > 0) throw new UserError('import-faults', sheetFaults(faults))
  if (figures.length === 0) throw new UserError('import-none', noFiguresBelow)
  if (figures.length > MOST_FIGURES) throw new UserError('import-long', tooManyFigures(MOST_FIGURES))
  await offer(ctx, await compareDays(tx, figures), { leftOut, hasChanged: false })
}

/** Shows what a sheet would write and keeps it until it is recorded, for a day at most. */
export async function offer(
  ctx: MemberContext,
  figures: readonly Compared<Pick<SheetFigure, 'memberId' | 'member' | 'metric' | 'date' | 'value'>>[],
  more: Pick<Preview, 'leftOut' | 'hasChanged'>,
): Promise<void> {
  const { tx, team, actor, now, lang } = ctx
  const answer = (content: Parameters<typeof ctx.say>[0]['content']) =>
    ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'entries.import' })
  if (figures.every(({ before, value }) => before === value)) return answer(nothingNew(figures.length, lang))
  const id = newId(now)
  await keepWaiting(tx, {
    ...{ id, teamId: team.id, memberId: actor.memberId, expiresAt: new Date(now.getTime() + DAY_MS) },
    figures: figures.map(({ metric, ...figure }) => ({ ...figure, metricId: metric.id })),
  })
  answer(previewContent({ id, figures, ...more }, lang))
}
