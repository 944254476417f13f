import type { MemberContext } from '../../../context.ts'
import type { Overheard } from '../../feature.ts'
import { withOneCopy } from '../checks/customer-data.ts'
import { listens } from '../checks/listening.ts'
import type { Hit } from '../checks/looks.ts'
import { audible } from '../hearing-reach.ts'
import { answerQuestions, openQuestions } from '../questions/questions.ts'
import { takeSteps } from './courtesies.ts'
import { nothingLately } from './memory.ts'
import { readNoticed } from './noticed.ts'
import { bookFor, type Rulebook } from './rulebook.ts'
import { speakOf } from './speak.ts'
import { stampFor } from './store.ts'

/**
 * Handles what somebody said in a group where rules hold. What the ear noticed in talk is looked at anew: by now the rule may
 * have changed, or the speaker be somebody else. What is said to us no ear hears, so it is checked here; of that nothing is
 * remembered, and rules that count look at talk alone.
 */
export async function overhear(ctx: MemberContext, heard: Overheard): Promise<void> {
  const { tx, team, now, place } = ctx
  if (place.kind !== 'group') return
  const noticed = heard.noticed === undefined ? null : readNoticed(heard.noticed)
  if (noticed === null && !heard.forUs) return
  const stamp = await stampFor(tx, team.id)
  const book = stamp === null ? null : await bookFor(tx, team.id, stamp, now)
  if (book === null) return
  if (heard.forUs || noticed?.answers) await answerQuestions(ctx, place.channelId)
  const hits = stillHeld(ctx, book, heard, place.channelId)
  const isQuestion = ({ rule }: Hit) => rule.definition.when.kind === 'unanswered'
  await openQuestions(ctx, hits.filter(isQuestion), place.channelId)
  const found = hits.filter(hit => !isQuestion(hit))
  if (found.length === 0) return
  const { channelId } = place
  const { text, eventId } = heard
  await speakOf(ctx, await takeSteps(ctx, withOneCopy(found, text), { text, eventId, channelId }), heard)
}

function stillHeld(ctx: MemberContext, book: Rulebook, heard: Overheard, channelId: string): readonly Hit[] {
  const { platform, text, forUs } = heard
  const { role, memberId } = ctx.actor
  const said = book.saidOf({ text, at: ctx.now, platform, channelId, role, memberId, forUs })
  // What a group was told does not hold there is not held against anybody by chance.
  const holds = ({ rule }: Hit) => audible(rule.definition, ctx.reach(platform)) !== 'not'
  if (forUs) return book.check(said, nothingLately).filter(holds)
  const rules = new Map(book.rules.map(rule => [rule.id, rule]))
  const noticed = readNoticed(heard.noticed ?? null)?.found ?? []
  return noticed.flatMap(({ ruleId, version, found }) => {
    const rule = rules.get(ruleId)
    return rule?.version === version && listens(rule.definition, said) ? [{ rule, found }] : []
  })
}
