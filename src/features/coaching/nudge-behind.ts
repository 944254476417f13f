import { addDays, mondayOf } from '../../calendar/dates.ts'
import { toInstant } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import type { SlotRun } from '../feature.ts'
import { byPerson, nudge } from '../nudges/nudge.ts'
import { targetSettings } from '../targets/target-settings.ts'
import { coachingSettings } from './coaching-settings.ts'
import { nextStep } from './next-step.ts'
import { isNudgeWeek } from './nudge-week.ts'
import { type Behind, readBehind } from './read-behind.ts'
import { behindContent, whyBehind } from './words.ts'

/** Tells whoever has been behind for some workdays, in private, what to do next; of one target once in a week. */
export async function nudgeBehind(ctx: TeamContext, slot: SlotRun): Promise<void> {
  const { tx, team } = ctx
  const behind = await readBehind(tx, team, slot.at, coachingSettings(team).afterDays)
  for (const one of behind.toSorted((a, b) => byPerson(a.member, b.member))) await nudgeOne(ctx, slot, one)
}

async function nudgeOne(ctx: TeamContext, slot: SlotRun, behind: Behind): Promise<void> {
  const { tx, team } = ctx
  const { member, pace } = behind
  const { memberId } = member
  const step = await nextStep(tx, team, { memberId, result: pace.metric, today: slot.date })
  await nudge(ctx, {
    ...{ member, kind: 'coaching.behind' },
    content: behindContent(behind, step, slot.date, member.lang),
    reason: {
      words: whyBehind(behind, targetSettings(team).behindBy),
      facts: { metricId: pace.metric.id, targetId: pace.target.id },
    },
    expiresAt: toInstant(addDays(slot.date, 1), '00:00', team.zone),
    key: `coaching.behind:${memberId}:${mondayOf(slot.date)}`,
    needless: isNudgeWeek(memberId, slot.date) ? undefined : { kind: 'in-turn' },
  })
}
