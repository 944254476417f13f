import { addDays } from '../../calendar/dates.ts'
import { toInstant } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import type { SlotRun } from '../feature.ts'
import { measuredKinds, type NudgeKind } from '../nudges/kinds.ts'
import { nudgeSettings } from '../nudges/nudge-settings.ts'
import { managersOf } from '../team/members.ts'
import { proposalContent, whyProposed } from './effect-words.ts'
import { isTimeToJudge, readEffect } from './trials.ts'

/** Proposes to the managers to retire what did nothing in eight weeks, when these are over. */
export async function proposeRetirements(ctx: TeamContext, slot: SlotRun): Promise<void> {
  const { retired } = nudgeSettings(ctx.team)
  for (const kind of measuredKinds.filter(one => !retired.includes(one))) await proposeRetirement(ctx, slot, kind)
}

async function proposeRetirement(ctx: TeamContext, { date }: SlotRun, kind: NudgeKind): Promise<void> {
  const { tx, team } = ctx
  const asked = { teamId: team.id, kind, today: date }
  if (!(await isTimeToJudge(tx, asked))) return
  const effect = await readEffect(tx, asked)
  if (effect.kind !== 'nothing') return
  for (const { memberId, personId, lang } of await managersOf(tx, team))
    ctx.say({
      to: { person: personId },
      content: proposalContent(kind, effect, retired(ctx, kind), lang),
      lane: 'digest',
      purpose: 'coaching.retire',
      key: `coaching.retire:${memberId}:${kind}:${date}`,
      expiresAt: toInstant(addDays(date, 7), '00:00', team.zone),
      reason: { words: whyProposed },
    })
}

/** What the setting would be with that kind, too. */
function retired({ team }: TeamContext, kind: NudgeKind): readonly NudgeKind[] {
  return [...nudgeSettings(team).retired, kind]
}
