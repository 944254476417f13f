import { DAY_MS } from '../../../calendar/dates.ts'
import type { TeamContext } from '../../../context.ts'
import type { SlotRun } from '../../feature.ts'
import { forgetHeard, forgetOrphaned } from './heard-store.ts'
import { hearingSettings } from './hearing-settings.ts'

/** Every day what was said is forgotten once it was kept for as long as the team wishes; findings stay, without the message. */
export async function forgetTalk({ tx, team, log }: TeamContext, { at }: SlotRun): Promise<void> {
  const before = new Date(at.getTime() - hearingSettings(team).keepDays * DAY_MS)
  const heard = (await forgetHeard(tx, team.id, before)) + (await forgetOrphaned(tx))
  const { count: findings } = await tx.finding.updateMany({
    where: { teamId: team.id, at: { lt: before }, evidence: { not: null } },
    data: { evidence: null },
  })
  if (heard + findings > 0) log.info({ team: team.id, heard, findings }, 'kept talk was forgotten')
}
