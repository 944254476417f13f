import { UserError } from '../../../base/errors.ts'
import type { MemberContext } from '../../../context.ts'
import { answer } from '../write.ts'
import { averageOf, withAnswer } from './pulse.ts'
import { WEEKS } from './run.ts'
import { closedPulses, keepCounts, lockOpenPulse, markVoter } from './store.ts'
import { countedBefore, fromOneToFive, notAsked, takenWords, trendWords } from './words.ts'

/** Counts an answer to the week's question, and nothing else about it. */
export async function takePulse(ctx: MemberContext, value: number): Promise<void> {
  const { tx, team, actor, lang } = ctx
  if (!Number.isInteger(value) || value < 1 || value > 5) throw new UserError('voice.pulse-range', fromOneToFive)
  const pulse = await lockOpenPulse(tx, team.id)
  if (!pulse) throw new UserError('voice.pulse-closed', notAsked)
  if (!(await markVoter(tx, pulse, actor.memberId))) throw new UserError('voice.pulse-counted', countedBefore)
  await keepCounts(tx, pulse.id, withAnswer(pulse.counts, value))
  answer(ctx, takenWords(lang))
}

/** Answers `/feedback pulse`: how it went in the last weeks. */
export async function showPulse(ctx: MemberContext): Promise<void> {
  const closed = await closedPulses(ctx.tx, ctx.team.id, WEEKS)
  const weeks = closed.map(({ week, counts }) => ({ week, average: averageOf(counts) }))
  answer(ctx, trendWords(ctx.lang, weeks))
}
