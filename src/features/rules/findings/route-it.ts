import { UserError } from '../../../base/errors.ts'
import type { MemberContext } from '../../../context.ts'
import { takeDoor } from '../hearing/route.ts'
import { ruleOf } from './appeal.ts'
import { openEvidence } from './evidence.ts'
import { ownFinding } from './refusals.ts'

/** Takes what was said through the door that the rule shows. */
export async function routeIt(ctx: MemberContext, number: number): Promise<void> {
  const finding = await ownFinding(ctx, number)
  const when = (await ruleOf(ctx, finding))?.definition.when
  if (when?.kind !== 'routing')
    throw new UserError('rules.no-door', {
      zh: `#${number} 没有别的去处可转。`,
      en: `There is no other door for #${number}.`,
    })
  await takeDoor(ctx, when.to, openEvidence(ctx.sealing, finding)?.text ?? null)
}
