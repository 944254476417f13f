import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'
import { readAddress } from './store.ts'

/** Where somebody is written to. */
export async function keepsOfMail({ tx }: Pick<TeamContext, 'tx'>, { personId }: Subject): Promise<readonly Kept[]> {
  const { address, refusedAt, asked } = await readAddress(tx, personId)
  if (address === null && asked === null) return []
  return [
    {
      title: { zh: '邮箱', en: 'Mail address' },
      gist: { zh: address ?? `${asked}（待验证）`, en: address ?? `${asked} (not proved)` },
      records: async () => [{ address, refusedAt: refusedAt?.toISOString() ?? null, asked }],
    },
  ]
}
