import { DAY_MS } from '../../../calendar/dates.ts'
import type { MemberContext, TeamContext } from '../../../context.ts'
import { answerInPrivate } from '../../privacy/in-private.ts'
import { calledMembers } from '../../team/called.ts'
import { requireRole } from '../../team/permission.ts'
import { noteDoubtfulRead } from '../noted.ts'
import { rulesOf } from '../store.ts'
import { titleOf } from '../titles.ts'
import { waitingDoubtful } from './doubtful-store.ts'
import { doubtfulContent } from './doubtful-words.ts'
import { openEvidence } from './evidence.ts'
import { excerptOf } from './excerpt.ts'
import type { Finding } from './store.ts'

const atATime = 3
const daysBack = 28

/**
 * What only looked like a finding, a few at a time: the passage, and nobody's name. One's own is not among it, since nobody
 * hears of what they may not have done.
 */
export async function showDoubtful(ctx: MemberContext): Promise<void> {
  requireRole(ctx, 'manager')
  const waiting = await doubtfulFor(ctx, ctx.actor.memberId, atATime)
  const rules = new Map((await rulesOf(ctx.tx, ctx.team.id)).map(rule => [rule.id, rule.definition]))
  const names = (await calledMembers(ctx.tx, ctx.team)).flatMap(({ name, aliases }) => [name, ...aliases])
  const shown = waiting.first.map(finding => {
    const rule = rules.get(finding.ruleId)
    const evidence = openEvidence(ctx.sealing, finding)
    return {
      number: finding.number,
      title: rule === undefined ? '–' : titleOf(rule, ctx.lang),
      what: evidence?.what ?? [],
      excerpt: evidence && excerptOf(evidence.text, evidence.ranges, names),
    }
  })
  for (const [n, { excerpt }] of shown.entries()) {
    const finding = waiting.first[n]
    if (excerpt !== null && finding !== undefined) await noteDoubtfulRead(ctx, finding)
  }
  answerInPrivate(ctx, 'rules.doubtful', doubtfulContent({ ...waiting, shown }, ctx.lang))
}

/** What waits for the word of this manager. */
export async function doubtfulFor(
  { tx, team, now }: Pick<TeamContext, 'tx' | 'team' | 'now'>,
  memberId: string,
  most: number,
): Promise<{ readonly first: readonly Finding[]; readonly count: number; readonly unkept: number }> {
  const since = new Date(now.getTime() - daysBack * DAY_MS)
  return waitingDoubtful(tx, { teamId: team.id, since, except: memberId, most })
}
