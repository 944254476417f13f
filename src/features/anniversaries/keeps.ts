import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'

/** The days on which a member is greeted. */
export async function keepsOfDays({ tx }: Pick<TeamContext, 'tx'>, { memberId }: Subject): Promise<readonly Kept[]> {
  const days = await tx.ownDays.findUnique({ where: { memberId } })
  if (days === null) return []
  const { birthday, startedOn, startState } = days
  const said = [birthday, startedOn].filter(day => day !== null).join(' · ')
  return [
    {
      title: { zh: '生日和入职日', en: 'Birthday and start at work' },
      gist: { zh: said || '没有', en: said || 'none' },
      records: async () => [{ birthday, startedOn, startState }],
    },
  ]
}
