import { newId } from '../../base/ids.ts'
import type { Tx } from '../../store/transaction.ts'
import { type Rule, type RuleDefinition, type RuleState, ruleSchema, ruleStates } from './rule.ts'

/** All rules of a team, those that are off included, by their keys. */
export async function rulesOf(tx: Tx, teamId: string): Promise<readonly Rule[]> {
  const rows = await tx.rule.findMany({ where: { teamId }, orderBy: { key: 'asc' } })
  return rows.map(row => ({ ...row, state: stateOf(row.state), definition: ruleSchema.parse(row.definition) }))
}

/** Throws for what is none of ours. */
export function stateOf(written: string): RuleState {
  const state = ruleStates.find(one => one === written)
  if (state === undefined) throw new TypeError(`a rule is in no known state: ${written}`)
  return state
}

interface Change {
  readonly teamId: string
  readonly definition: RuleDefinition
  readonly state: RuleState
  /** The member who changes it. */
  readonly by: string
  readonly at: Date
}

/** Writes a rule or its next version, and that version down; answers which it is. */
export async function writeRule(tx: Tx, { teamId, definition, state, by, at }: Change): Promise<number> {
  const { key } = definition
  const facts = { state, definition, changedAt: at }
  const { id: ruleId, version } = await tx.rule.upsert({
    where: { teamId_key: { teamId, key } },
    create: { id: newId(at), teamId, key, ...facts },
    update: { ...facts, version: { increment: 1 } },
  })
  await tx.ruleVersion.create({ data: { ruleId, version, teamId, state, definition, memberId: by, at } })
  return version
}
