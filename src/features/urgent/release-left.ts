import type { TeamContext } from '../../context.ts'
import { events } from '../events.ts'
import { release } from './go-on.ts'
import { rescheduleSteps } from './steps-job.ts'
import { lockMatter, mattersWith } from './store.ts'

/** What somebody has, or is asked for, who is in the team no more goes on at once. */
export async function releaseLeft(ctx: TeamContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const { tx, team, now } = ctx
  const { memberId, because } = events['member.left'].parse(payload)
  for (const { id } of await mattersWith(tx, team.id, memberId)) {
    const matter = await lockMatter(tx, team.id, { id })
    // Somebody may have been quicker, or they are back.
    if (matter === null || (matter.ownerId ?? matter.askedId) !== memberId) continue
    await release(ctx, matter, because === 'switched-off' ? 'switched-off' : 'left', now)
  }
  rescheduleSteps(ctx)
}
