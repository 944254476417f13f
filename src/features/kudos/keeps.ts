import type { Json } from '../../base/json.ts'
import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'
import { memberNames } from '../team/members.ts'

/** Thanks that a member received and gave, those taken back too. */
export async function keepsOfKudos({ tx }: Pick<TeamContext, 'tx'>, { memberId }: Subject): Promise<readonly Kept[]> {
  const [to, by] = [{ receiverId: memberId }, { giverId: memberId }]
  const [received, given] = [await tx.kudos.count({ where: to }), await tx.kudos.count({ where: by })]

  async function records(where: typeof to | typeof by): Promise<readonly Json[]> {
    const rows = await tx.kudos.findMany({ where, orderBy: [{ givenAt: 'asc' }, { id: 'asc' }] })
    const names = await memberNames(
      tx,
      rows.flatMap(({ giverId, receiverId }) => [giverId, receiverId]),
    )
    const name = (memberId: string) => names.get(memberId) ?? null
    return rows.map(({ giverId, receiverId, date, reason, tags, givenAt, withdrawnAt }) => ({
      ...{ date, reason, tags, from: name(giverId), to: name(receiverId) },
      ...{ at: givenAt.toISOString(), withdrawn: withdrawnAt !== null },
    }))
  }

  const kept: readonly (Kept & { readonly count: number })[] = [
    {
      count: received,
      title: { zh: '收到的表扬', en: 'Thanks received' },
      gist: { zh: `${received} 次`, en: String(received) },
      records: () => records(to),
    },
    {
      count: given,
      title: { zh: '送出的表扬', en: 'Thanks given' },
      gist: { zh: `${given} 次`, en: String(given) },
      records: () => records(by),
    },
  ]
  return kept.filter(({ count }) => count > 0)
}
