import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'

/** Which editions of the rules a member has read, and which rules they changed. */
export async function keepsOfRules({ tx }: Pick<TeamContext, 'tx'>, { memberId }: Subject): Promise<readonly Kept[]> {
  const read = await tx.ruleAck.count({ where: { memberId } })
  const changed = await tx.ruleVersion.count({ where: { memberId } })
  return [
    {
      title: { zh: '读过的群规', en: 'Rules that I have read' },
      gist: { zh: `${read} 版`, en: `${read} editions` },
      async records() {
        const rows = await tx.ruleAck.findMany({ where: { memberId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
        return rows.map(({ edition, at }) => ({ edition, at: at.toISOString() }))
      },
    },
    {
      title: { zh: '改过的群规', en: 'Rules that I changed' },
      gist: { zh: `${changed} 次`, en: changed === 1 ? 'once' : `${changed} times` },
      async records() {
        const rows = await tx.ruleVersion.findMany({
          where: { memberId },
          orderBy: [{ at: 'asc' }, { version: 'asc' }],
        })
        return rows.map(({ version, state, definition, at }) => ({
          ...{ version, state },
          definition: JSON.stringify(definition),
          at: at.toISOString(),
        }))
      },
    },
  ]
}
