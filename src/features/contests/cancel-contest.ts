import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { requireRole } from '../team/permission.ts'
import { contestNamed, contestsOf } from './find-contest.ts'
import { post } from './post.ts'
import { lockContests, saveState } from './store.ts'
import { cancelledContent } from './words/news.ts'

/** Calls a contest off; the group hears it if it had heard of the contest. */
export async function cancelContest(ctx: MemberContext, name: string): Promise<void> {
  requireRole(ctx, 'manager')
  const { tx, team, now, lang } = ctx
  await lockContests(tx, team.id)
  const contest = contestNamed(await contestsOf(ctx, { closed: false }), name)
  await saveState(tx, contest.id, 'cancelled')
  ctx.say({
    to: { reply: 'private' },
    content: cancelledContent(contest, lang),
    lane: 'reply',
    purpose: 'contests.cancelled',
  })
  if (contest.state !== 'running') return
  const date = toLocal(now, team.zone).date
  post(ctx, contest, { what: 'cancelled', content: cancelledContent(contest, team.lang), date })
}
