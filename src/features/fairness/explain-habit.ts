import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { answerInPrivate } from '../privacy/in-private.ts'
import { theSelf } from '../team/the-self.ts'
import { explainHabits, latestHabits, lockHabits } from './store.ts'
import { passOnExplanation } from './tell-managers.ts'
import { explainedContent, howToExplain, nothingToExplain } from './words.ts'

const LONGEST = 500

/** Answers `/explain …`: what a member says to whatever was noticed last. It stays with the hint, if there ever is one. */
export async function explainHabit(ctx: MemberContext, rest: string): Promise<void> {
  const { tx, actor, now, lang } = ctx
  const words = rest.trim().slice(0, LONGEST)
  await lockHabits(tx, actor.memberId)
  const [last, ...others] = await latestHabits(tx, actor.memberId)
  if (!last) throw new UserError('fairness.nothing-to-explain', nothingToExplain)
  if (words === '') throw new UserError('fairness.explain-how', howToExplain)
  // What was noticed on the same report is explained together.
  const meant = [last, ...others.filter(({ lastShown }) => lastShown.getTime() === last.lastShown.getTime())]
  await explainHabits(
    tx,
    meant.map(({ id }) => id),
    words,
    now,
  )
  const told = meant.filter(({ managerTold }) => managerTold !== null)
  for (const habit of told) await passOnExplanation(ctx, await theSelf(ctx), { ...habit, explanation: words })
  const kinds = meant.map(({ kind }) => kind)
  answerInPrivate(ctx, 'fairness.explained', explainedContent({ kinds, words, isPassedOn: told.length > 0 }, lang))
}
