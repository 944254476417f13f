import { UserError } from '../../base/errors.ts'
import type { Period } from '../../calendar/periods.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import type { Metric } from '../metrics/metric.ts'
import { refuseUnrated } from '../metrics/money/rate-words.ts'
import { noteRead } from '../privacy/note-read.ts'
import { readScores, weightsOf } from './read-scorecard.ts'
import { mayNotTraceScore, scoreContent } from './score-words.ts'
import { scorecardMetric, scorecardUnset } from './scorecard-words.ts'
import { tracedWords } from './trace-words.ts'

interface Asked {
  readonly memberId: string
  readonly name: string
  readonly period: Period
  /** Every metric that the team shows. */
  readonly metrics: readonly Metric[]
}

/**
 * Answers `/trace` of a scorecard: what a member's points are made of, to the asker alone. It tells how far somebody is with
 * each target, so unlike a figure it is nobody else's but a lead's, even of those whom the board shows to all.
 */
export async function traceScore(ctx: MemberContext, { memberId, name, period, metrics }: Asked): Promise<void> {
  const { tx, team, actor, lang } = ctx
  const isOwn = memberId === actor.memberId
  if (!isOwn && !atLeast(actor.role, 'lead')) throw new UserError('not-allowed', mayNotTraceScore)
  const weights = weightsOf(team, metrics)
  if (weights.length === 0) throw new UserError('board-no-scorecard', scorecardUnset)
  const { scores, converted } = await readScores(tx, team, { weights, period, memberIds: [memberId] })
  for (const one of converted) refuseUnrated(one)
  const score = scores.get(memberId)
  if (!score) throw new Error(`no score was read of member ${memberId}`)
  const metric = scorecardMetric(metrics)
  const look = { by: actor.personId, about: memberId, what: 'boards.trace', words: tracedWords(metric, period) }
  await noteRead(ctx, { ...look, detail: { metric: metric.key, period: period.key } })
  const content = scoreContent({ name, metric, period, score, whose: isOwn ? '' : name }, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'boards.trace' })
}
