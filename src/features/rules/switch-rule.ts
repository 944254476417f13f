import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { requireRole } from '../team/permission.ts'
import { alreadySo, ruleSwitched } from './catalogue-words.ts'
import { type Change, changeRules } from './change-rules.ts'
import { ruleCalled } from './find-rule.ts'
import { reply } from './reply.ts'
import type { RuleDefinition, RuleState } from './rule.ts'
import { readerOf } from './show-rules.ts'
import { takeReadyWords } from './take-ready-words.ts'

/** Lets a rule hold, be tried out silently, or hold no more; a ready one is taken first. */
export async function switchRule(ctx: MemberContext, name: string, state: RuleState): Promise<void> {
  requireRole(ctx, 'manager')
  const { definition, rule } = await ruleCalled(ctx, name)
  if ((rule?.state ?? 'off') === state) {
    return reply(ctx, 'rules.switched', alreadySo(definition, state, ctx.lang))
  }
  const wanted = state === 'off' ? definition : { ...definition, since: toLocal(ctx.now, ctx.team.zone).date }
  const [change] = await changeRules(ctx, [{ definition: wanted, state, follows: rule?.version ?? null }])
  if (change === undefined) return
  const words = await wordsFor(ctx, change)
  reply(ctx, 'rules.switched', ruleSwitched(change, await readerOf(ctx), words))
}

/** A rule about a list is worth nothing while the list is empty. Answers how many ready words came with it. */
async function wordsFor(
  ctx: MemberContext,
  { definition, state }: { definition: RuleDefinition; state: Change['state'] },
) {
  return definition.when.kind === 'wording' && state !== 'off' ? takeReadyWords(ctx, definition.when.list) : 0
}
