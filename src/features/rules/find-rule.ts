import { UserError } from '../../base/errors.ts'
import { editDistance } from '../../commands/nearest.ts'
import type { MemberContext } from '../../context.ts'
import { readyRules } from './ready-rules.ts'
import { unknownRule } from './refusals.ts'
import type { Rule, RuleDefinition } from './rule.ts'
import { rulesOf } from './store.ts'

/** A rule of the team, or a ready one that it has not taken yet. */
export interface Known {
  readonly definition: RuleDefinition
  readonly rule: Rule | null
}

/** Every rule that the team has or could take: its own after the ready ones. */
export async function knownRules({ tx, team }: Pick<MemberContext, 'tx' | 'team'>): Promise<readonly Known[]> {
  const rules = await rulesOf(tx, team.id)
  const ready = readyRules.map(definition => {
    const rule = rules.find(it => it.definition.key === definition.key) ?? null
    return { definition: rule?.definition ?? definition, rule }
  })
  const readyKeys = new Set(readyRules.map(({ key }) => key))
  const own = rules.filter(({ definition }) => !readyKeys.has(definition.key))
  return [...ready, ...own.map(rule => ({ definition: rule.definition, rule }))]
}

/** Which rule somebody calls so, by key or title. Throws a UserError that names those there are. */
export async function ruleCalled(ctx: MemberContext, text: string): Promise<Known> {
  const all = await knownRules(ctx)
  const wanted = fold(text)
  const exact = all.find(({ definition }) => namesOf(definition).includes(wanted))
  if (exact) return exact
  const [begun, ...others] = all.filter(({ definition }) => namesOf(definition).some(name => name.startsWith(wanted)))
  if (begun && others.length === 0 && wanted !== '') return begun
  const definitions = all.map(({ definition }) => definition)
  throw new UserError(
    'rules.unknown',
    unknownRule(text.trim().slice(0, 40), nearestTo(definitions, wanted), definitions),
  )
}

function namesOf({ key, title }: RuleDefinition): readonly string[] {
  return [key, title.zh, title.en].flatMap(name => (name === undefined ? [] : fold(name)))
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '-')
}

function nearestTo(all: readonly RuleDefinition[], wanted: string): RuleDefinition | null {
  if (wanted.length > 40) return null
  const near = all.map(definition => ({
    definition,
    distance: Math.min(...namesOf(definition).map(name => editDistance(name, wanted) / Math.max(name.length, 1))),
  }))
  const [best] = near.toSorted((a, b) => a.distance - b.distance)
  return best !== undefined && best.distance <= 0.5 ? best.definition : null
}
