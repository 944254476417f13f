import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'

/** Who somebody is to us, and when they were away. */
export async function keepsOfPerson(
  { tx }: Pick<TeamContext, 'tx'>,
  { memberId, personId }: Subject,
): Promise<readonly Kept[]> {
  const member = await tx.member.findUniqueOrThrow({ where: { id: memberId } })
  const accounts = await tx.account.findMany({
    where: { personId },
    orderBy: [{ platform: 'asc' }, { accountId: 'asc' }],
  })
  const leaves = await tx.leave.findMany({ where: { memberId }, orderBy: [{ from: 'asc' }, { id: 'asc' }] })
  const { name, aliases, role, joinedOn } = member
  const names = [name, ...aliases]
  const platforms = accounts.map(({ platform }) => platform).join(' · ')
  return [
    {
      title: { zh: '名字和角色', en: 'Names and role' },
      gist: { zh: `${names.join('、')}，${joinedOn} 加入`, en: `${names.join(', ')}, since ${joinedOn}` },
      records: async () => [{ names, role, joinedOn, leftOn: member.leftOn }],
    },
    {
      title: { zh: '账号', en: 'Accounts' },
      gist: { zh: `${accounts.length} 个：${platforms}`, en: `${accounts.length}: ${platforms}` },
      records: async () =>
        accounts.map(({ lastSeenAt, awayUntil, personId: _, ...facts }) => ({
          ...facts,
          lastSeenAt: lastSeenAt.toISOString(),
          awayUntil: awayUntil?.toISOString() ?? null,
        })),
    },
    {
      title: { zh: '请假', en: 'Leave' },
      gist: { zh: `${leaves.length} 条`, en: String(leaves.length) },
      records: async () =>
        leaves.map(({ from, to, half, cancelledAt }) => ({ from, to, half, cancelled: cancelledAt !== null })),
    },
  ]
}
