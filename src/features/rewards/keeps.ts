import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'
import { balanceOf } from './points/ledger.ts'

/** A member's points, where each came from, and what they asked for in exchange. */
export async function keepsOfPoints({ tx }: Pick<TeamContext, 'tx'>, { memberId }: Subject): Promise<readonly Kept[]> {
  const where = { memberId }
  const [changes, wishes] = [await tx.pointEntry.count({ where }), await tx.redemption.count({ where })]
  const balance = await balanceOf(tx, memberId)
  if (changes + wishes === 0) return []
  return [
    {
      title: { zh: '积分', en: 'Points' },
      gist: { zh: `${balance} 分，变动 ${changes} 次`, en: `${balance} from ${changes} changes` },
      async records() {
        const rows = await tx.pointEntry.findMany({ where, orderBy: { id: 'asc' } })
        return rows.map(({ delta, reason, source, at }) => ({ delta, reason, source, at: at.toISOString() }))
      },
    },
    {
      title: { zh: '积分兑换', en: 'Rewards asked for' },
      gist: { zh: `${wishes} 次`, en: String(wishes) },
      async records() {
        const rows = await tx.redemption.findMany({ where, orderBy: { number: 'asc' } })
        return rows.map(({ number, name, cost, state, askedAt, decidedAt }) => ({
          ...{ number, name, cost, state },
          askedAt: askedAt.toISOString(),
          decidedAt: decidedAt?.toISOString() ?? null,
        }))
      },
    },
  ]
}
