import type { MemberContext } from '../../context.ts'
import type { Feature, Kept } from '../feature.ts'

/** All that the features keep about whoever asks, in the features' order. */
export async function keptAbout(ctx: MemberContext, features: readonly Feature[]): Promise<readonly Kept[]> {
  const { memberId, personId } = ctx.actor
  const kept: Kept[] = []
  for (const { keeps } of features) kept.push(...((await keeps?.(ctx, { memberId, personId })) ?? []))
  return kept
}
