import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'
import { newcomerBy } from './store.ts'

/** How far a member's first week has gone. */
export async function keepsOfNewcomer(
  { tx }: Pick<TeamContext, 'tx' | 'team'>,
  { memberId }: Subject,
): Promise<readonly Kept[]> {
  const newcomer = await newcomerBy(tx, memberId)
  if (!newcomer) return []
  const { joinedAt, next, sawMyAt } = newcomer
  const joined = joinedAt.toISOString()
  return [
    {
      title: { zh: '新人第一周', en: 'My first week' },
      gist: { zh: `从 ${joined.slice(0, 10)} 起`, en: `since ${joined.slice(0, 10)}` },
      records: async () => [{ joinedAt: joined, next, sawMyAt: sawMyAt?.toISOString() ?? null }],
    },
  ]
}
