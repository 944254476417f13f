import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'
import { deedSchema } from './praise.ts'

/** What a member was praised for by rule. */
export async function keepsOfPraise(
  { tx, team }: Pick<TeamContext, 'tx' | 'team'>,
  { memberId }: Subject,
): Promise<readonly Kept[]> {
  const where = { teamId: team.id, memberId }
  const count = await tx.praise.count({ where })
  if (count === 0) return []
  return [
    {
      title: { zh: '自动表扬', en: 'Praise by rule' },
      gist: { zh: `${count} 次`, en: String(count) },
      async records() {
        const rows = await tx.praise.findMany({ where, orderBy: [{ on: 'asc' }, { id: 'asc' }] })
        return rows.map(({ on, facts }) => ({ on, ...deedSchema.parse(facts) }))
      },
    },
  ]
}
