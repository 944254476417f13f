import type { TeamContext } from '../../context.ts'
import type { Job, SlotRun } from '../feature.ts'
import { goOn } from './go-on.ts'
import { lockMatter, momentsOf } from './store.ts'

const NAME = 'urgent.step'
const YEAR = 366 * 24 * 60

/** Goes on with each open matter when its time has come. However late that is: urgent matters are never lost. */
export const stepsJob: Job = {
  name: NAME,
  what: { zh: '紧急事项的下一步', en: 'Next step of an urgent matter' },
  catchUp: { grace: YEAR, missed: 'all' },
  schedules: async () => [],
  moments: async (tx, team) => (await momentsOf(tx, team.id)).map(({ id, at }) => ({ arg: id, at })),
  run: takeStep,
}

/** Whoever changes when a matter goes on says so. */
export function rescheduleSteps(ctx: TeamContext): void {
  ctx.emit({ name: 'schedule.changed', teamId: ctx.team.id, payload: { job: NAME } })
}

/**
 * One step, for the moment at which it really runs: after an outage whoever is asked still gets the whole time to answer, and
 * nobody's rest is disturbed because a step had been due by day.
 */
async function takeStep(ctx: TeamContext, slot: SlotRun): Promise<void> {
  const matter = await lockMatter(ctx.tx, ctx.team.id, { id: slot.arg })
  if (matter === null || matter.nextAt?.getTime() !== slot.at.getTime()) return
  await goOn(ctx, matter, slot.ranAt ?? slot.at)
  rescheduleSteps(ctx)
}
