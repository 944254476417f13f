import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'
import { ownDaysOf } from './store.ts'

/** The days that a member gave, or that a manager proposed for them. */
export async function keepsOfDays({ tx }: Pick<TeamContext, 'tx'>, { memberId }: Subject): Promise<readonly Kept[]> {
  const days = await ownDaysOf(tx, memberId)
  if (days === null) return []
  const { memberId: _, teamId: __, ...facts } = days
  const [birthday, startedOn] = [days.birthday ?? '–', days.startedOn ?? '–']
  return [
    {
      title: { zh: '生日和入职日', en: 'Birthday and start at work' },
      gist: { zh: `生日 ${birthday}，入职 ${startedOn}`, en: `birthday ${birthday}, began work ${startedOn}` },
      records: async () => [facts],
    },
  ]
}
