import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'
import { resultsOf } from './store.ts'

/** The contests that a member took part in, and how each ended for them. */
export async function keepsOfContests(
  { tx }: Pick<TeamContext, 'tx'>,
  { memberId }: Subject,
): Promise<readonly Kept[]> {
  const where = { memberId }
  const count = await tx.contestEntrant.count({ where })
  if (count === 0) return []
  return [
    {
      title: { zh: '参加的竞赛', en: 'Contests' },
      gist: { zh: `${count} 场`, en: String(count) },
      async records() {
        const rows = await tx.contestEntrant.findMany({
          where,
          include: { contest: true },
          orderBy: { contestId: 'asc' },
        })
        const results = new Map<string, Awaited<ReturnType<typeof resultsOf>>>()
        for (const { contestId } of rows) results.set(contestId, await resultsOf(tx, contestId))
        return rows.map(({ contestId, contest, side, divisor, leftRound }) => ({
          ...{ name: contest.name, from: contest.from, to: contest.to, state: contest.state, side, leftRound },
          handicap: divisor?.toNumber() ?? null,
          places: (results.get(contestId) ?? []).flatMap(({ round, places }) =>
            places.flatMap(place =>
              place.memberId === memberId ? [{ round, rank: place.rank, value: place.value }] : [],
            ),
          ),
        }))
      },
    },
  ]
}
