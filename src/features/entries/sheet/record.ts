import { z } from 'zod'
import { UserError } from '../../../base/errors.ts'
import type { MemberContext } from '../../../context.ts'
import { metricsOf } from '../../metrics/catalogue.ts'
import { type Compared, compareDays, lockDaysOf, setDays } from '../../metrics/set-days.ts'
import { everMembersOf, type TeamMember } from '../../team/members.ts'
import { requireRole } from '../../team/permission.ts'
import { whyWritten } from '../words.ts'
import { nothingWaits, outOfDate } from './fault-words.ts'
import { offer } from './preview.ts'
import type { SheetFigure } from './read-sheet.ts'
import { holdReports, takeWaiting, type WaitingFigure } from './store.ts'
import { droppedContent, importReason, recordedContent, toldOfImport } from './words.ts'

type Imported = Compared<Omit<SheetFigure, 'line'>>

/**
 * Records the sheet that waits for the actor, all of it in one transaction, each entry with the sheet's id. Where a figure has
 * become another one since it was shown, it is shown again instead.
 *
 * @param value - of the button: that very sheet; as typed, whichever waits
 */
export async function recordSheet(ctx: MemberContext, value?: string): Promise<void> {
  const { tx, team, actor, lang } = ctx
  requireRole(ctx, 'manager')
  const { id, figures: waiting } = await take(ctx, value)
  const wanted = await resolve(ctx, waiting)
  await holdReports(
    tx,
    wanted.map(({ member }) => member.personId),
  )
  await lockDaysOf(tx, wanted)
  const figures = await compareDays(tx, wanted)
  if (figures.some(({ before }, at) => before !== waiting[at]?.before)) {
    return offer(ctx, figures, { leftOut: [], hasChanged: true })
  }
  const facts = { source: 'import', importId: id, reason: importReason[team.lang], createdBy: actor.personId } as const
  await setDays(ctx, figures, facts)
  const written = figures.filter(({ before, value: now }) => before !== now)
  const content = recordedContent(written, figures.length - written.length, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'entries.imported' })
  for (const own of Map.groupBy(written, ({ memberId }) => memberId).values()) tellMember(ctx, id, own)
}

/** Forgets the sheet that waits, or the very one that a button was about. */
export async function dropSheet(ctx: MemberContext, value?: string): Promise<void> {
  await take(ctx, value)
  const content = droppedContent(ctx.lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'entries.import-dropped' })
}

async function take({ tx, actor, now }: MemberContext, value: string | undefined) {
  const { data: id } = z.uuid().safeParse(value)
  const known = value === undefined || id !== undefined
  const taken = known ? await takeWaiting(tx, { memberId: actor.memberId, now, ...(id && { id }) }) : null
  if (taken === null) throw new UserError('import-gone', nothingWaits)
  return taken
}

/** Throws UserError where somebody has become one with another member since, or a metric is no longer recorded. */
async function resolve({ tx, team }: MemberContext, waiting: readonly WaitingFigure[]) {
  const members = new Map((await everMembersOf(tx, team)).map(member => [member.memberId, member]))
  const metrics = new Map((await metricsOf(tx, team.id)).map(metric => [metric.id, metric]))
  return waiting.map(({ memberId, metricId, date, value }) => {
    const [member, metric] = [members.get(memberId), metrics.get(metricId)]
    if (!member || !metric) throw new UserError('import-stale', outOfDate)
    return { memberId, member, metric, date, value }
  })
}

/** One message for each member, however much of theirs was in the sheet. */
function tellMember(ctx: MemberContext, id: string, own: readonly Imported[]): void {
  const member: TeamMember | undefined = own[0]?.member
  if (!member || member.memberId === ctx.actor.memberId) return
  ctx.say({
    to: { person: member.personId },
    content: toldOfImport(own, ctx.actor.name, member.lang),
    lane: 'nudge',
    purpose: 'entries.told',
    key: `entries.imported:${id}:${member.memberId}`,
    reason: { words: whyWritten },
  })
}
