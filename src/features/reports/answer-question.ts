import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { metricsOf } from '../metrics/catalogue.ts'
import { findKey } from '../metrics/metric.ts'
import { unknownMetric } from '../metrics/refusals.ts'
import { unfinishedBefore } from './facts.ts'
import { adding, addingNote, handIn } from './hand-in.ts'
import { addItems } from './merge.ts'
import type { Pressed, Target as Wanted } from './press.ts'
import { noAnswers } from './report.ts'
import { targetOf } from './target.ts'

/** Takes the one-tap answer to a question about a typed line; it counts for the round that the line was for. */
export async function answerQuestion(ctx: MemberContext, pressed: Pressed): Promise<void> {
  const target = await targetOf(ctx, pressed)
  const metrics = await metricsOf(ctx.tx, ctx.team.id)
  if ('note' in pressed) return handIn(ctx, target, metrics, addingNote(target.form.kind, pressed.note))
  const unknown = Object.keys(pressed.set).find(key => findKey(metrics, key) === null)
  if (unknown !== undefined) throw new UserError('metric-unknown', unknownMetric(unknown, metrics))
  await handIn(ctx, target, metrics, adding({ ...noAnswers, values: pressed.set }))
}

/** Adds to a plan what the last day left to do. */
export async function carryOver(ctx: MemberContext, wanted: Wanted): Promise<void> {
  const target = await targetOf(ctx, wanted)
  const metrics = await metricsOf(ctx.tx, ctx.team.id)
  const left = await unfinishedBefore(ctx, target.member.memberId, target.round.date)
  await handIn(ctx, target, metrics, before => ({ ...before, items: addItems(before.items, left) }))
}
