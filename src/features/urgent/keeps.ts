import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'

/** Urgent matters in which a member took part, and the days on which they are on duty. */
export async function keepsOfUrgent(
  { tx, team }: Pick<TeamContext, 'tx' | 'team'>,
  { memberId }: Subject,
): Promise<readonly Kept[]> {
  const steps = { teamId: team.id, OR: [{ memberId }, { byId: memberId }] }
  const count = await tx.urgentStep.count({ where: steps })
  const duties = await tx.urgentDutyMember.count({ where: { memberId } })
  const kept: readonly (Kept & { readonly count: number })[] = [
    {
      count,
      title: { zh: '紧急事项', en: 'Urgent matters' },
      gist: { zh: `${count} 条`, en: `${count} steps` },
      async records() {
        const rows = await tx.urgentStep.findMany({ where: steps, orderBy: { id: 'asc' } })
        const matters = await tx.urgentMatter.findMany({ where: { id: { in: rows.map(({ matterId }) => matterId) } } })
        return rows.map(({ matterId, kind, why, note, resting, at, byId }) => {
          const matter = matters.find(({ id }) => id === matterId)
          const isMine = kind === 'raised' && byId === memberId
          return {
            ...{ number: matter?.number ?? 0, kind, why, resting, at: at.toISOString(), byMe: byId === memberId },
            ...{ text: isMine ? (matter?.text ?? null) : null, note: byId === memberId ? note : null },
          }
        })
      },
    },
    {
      count: duties,
      title: { zh: '值班', en: 'Being on duty' },
      gist: { zh: `${duties} 次`, en: String(duties) },
      async records() {
        const rows = await tx.urgentDutyMember.findMany({ where: { memberId }, include: { duty: true } })
        return rows.map(({ position, duty: { from, to, createdAt } }) => ({
          ...{ from, to, place: position + 1, setAt: createdAt.toISOString() },
        }))
      },
    },
  ]
  return kept.filter(one => one.count > 0)
}
