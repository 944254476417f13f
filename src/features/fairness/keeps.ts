import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'

/** What was noticed about a member's way of reporting. */
export async function keepsOfHabits({ tx }: Pick<TeamContext, 'tx'>, { memberId }: Subject): Promise<readonly Kept[]> {
  const count = await tx.habit.count({ where: { memberId } })
  if (count === 0) return []
  return [
    {
      title: { zh: '填报习惯提示', en: 'Hints about my way of reporting' },
      gist: { zh: `${count} 条`, en: String(count) },
      async records() {
        const rows = await tx.habit.findMany({ where: { memberId }, orderBy: { firstShown: 'asc' } })
        return rows.map(({ kind, firstShown, lastShown, explanation, managerTold }) => ({
          ...{ kind, explanation },
          firstShown: firstShown.toISOString(),
          lastShown: lastShown.toISOString(),
          managerTold: managerTold?.toISOString() ?? null,
        }))
      },
    },
  ]
}
