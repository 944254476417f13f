import type { Context } from '../../context.ts'
import { reachedByMail } from './store.ts'

/** Of these people, those whom no mail reaches for want of an address; nobody where nothing is mailed at all. */
export async function withoutAddress<P extends { readonly personId: string }>(
  { tx, mails }: Pick<Context, 'tx' | 'mails'>,
  people: readonly P[],
): Promise<readonly P[]> {
  if (!mails || people.length === 0) return []
  const reached = await reachedByMail(
    tx,
    people.map(({ personId }) => personId),
  )
  return people.filter(({ personId }) => !reached.has(personId))
}
