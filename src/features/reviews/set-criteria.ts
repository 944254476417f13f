import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { requireRole } from '../team/permission.ts'
import { readCriteria } from './criteria.ts'
import { addCriteria, criteriaOf } from './store.ts'
import { answer } from './tell.ts'
import { criteriaContent, criteriaFaultWords } from './words/criteria.ts'

/** `/review criteria`: what the team reviews by, for everybody in it; with words, a new version of it. */
export async function obeyCriteria(ctx: MemberContext, text: string): Promise<void> {
  const { tx, team, actor, now, lang } = ctx
  if (text.trim() === '') {
    return answer(ctx, 'criteria', criteriaContent(await criteriaOf(tx, team.id, team.lang), 'as-it-is', lang))
  }
  requireRole(ctx, 'manager')
  const reading = readCriteria(text)
  if (!reading.ok) throw new UserError(`reviews.criteria-${reading.fault}`, criteriaFaultWords(reading))
  const row = { teamId: team.id, items: reading.items, createdBy: actor.personId, createdAt: now }
  const version = await addCriteria(tx, row)
  answer(ctx, 'criteria', criteriaContent({ version, items: reading.items }, 'changed', lang))
}
