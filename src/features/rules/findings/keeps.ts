import type { TeamContext } from '../../../context.ts'
import type { Kept, Subject } from '../../feature.ts'
import { ruleKeys } from './rule-keys.ts'

/** What rules found in what a member said, how they stand, and what they were asked. */
export async function keepsOfFindings(
  { tx, team }: Pick<TeamContext, 'tx' | 'team'>,
  { memberId }: Subject,
): Promise<readonly Kept[]> {
  const where = { teamId: team.id, memberId }
  const stands = await tx.ruleStanding.findMany({ where: { memberId, taken: { gt: 0 } }, orderBy: { ruleId: 'asc' } })
  const questions = { teamId: team.id, OR: [{ askedId: memberId }, { askerId: memberId }] }
  const [found, asked] = [await tx.finding.count({ where }), await tx.openQuestion.count({ where: questions })]
  return [
    ...(stands.length === 0
      ? []
      : [
          {
            title: { zh: '群规走到第几步', en: 'Where I stand with rules' },
            gist: { zh: `${stands.length} 条群规`, en: `${stands.length} rules` },
            async records() {
              const keys = await ruleKeys(tx, team.id)
              return stands.map(({ ruleId, taken, foundAt }) => ({
                ...{ rule: keys.get(ruleId) ?? ruleId, steps: taken, lastFoundAt: foundAt?.toISOString() ?? null },
              }))
            },
          },
        ]),
    ...(found === 0
      ? []
      : [
          {
            title: { zh: '碰到群规的记录', en: 'What rules found' },
            gist: { zh: `${found} 条`, en: String(found) },
            async records() {
              const rows = await tx.finding.findMany({ where, orderBy: { number: 'asc' } })
              const keys = await ruleKeys(tx, team.id)
              return rows.map(({ number, ruleId, at, step, recalledAt, wrongAt, appeal, plea }) => ({
                ...{ number, rule: keys.get(ruleId) ?? ruleId, at: at.toISOString(), step },
                ...{ takenBack: recalledAt !== null, saidToBeWrong: wrongAt !== null, appeal, plea },
              }))
            },
          },
        ]),
    ...(asked === 0
      ? []
      : [
          {
            title: { zh: '点名的问题', en: 'Questions by name' },
            gist: { zh: `${asked} 条`, en: String(asked) },
            async records() {
              const rows = await tx.openQuestion.findMany({ where: questions, orderBy: { askedAt: 'asc' } })
              return rows.map(({ askedAt, state, ...row }) => ({
                ...{ askedAt: askedAt.toISOString(), state, askedByMe: row.askerId === memberId },
              }))
            },
          },
        ]),
  ]
}
