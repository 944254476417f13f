import type { TeamContext } from '../../context.ts'
import { fileCase } from '../cases/file-case.ts'
import type { Matter } from './matter.ts'

/** What was settled is kept among the cases, for whoever meets the like; answers its number there. */
export async function keepAsCase(ctx: TeamContext, matter: Matter): Promise<number> {
  const { id, text, raisedBy, ownerId, closedBy, closingNote } = matter
  const by = closedBy ?? raisedBy
  const filed = await fileCase(ctx, {
    ...{ text, from: 'urgent', refId: id, filedBy: raisedBy, ownerId: ownerId ?? by },
    solved: { solution: closingNote ?? '', by },
  })
  return filed.case.number
}
