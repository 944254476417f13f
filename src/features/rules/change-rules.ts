import { isDeepStrictEqual } from 'node:util'
import { UserError } from '../../base/errors.ts'
import type { Words } from '../../base/words.ts'
import type { MemberContext } from '../../context.ts'
import { activeForms } from '../forms/store.ts'
import { plainTimes } from '../forms/times.ts'
import { nudgeSettings } from '../nudges/nudge-settings.ts'
import { lockTeam } from '../team/store.ts'
import { announceAt } from './announce-at.ts'
import { type Asked, contradictions } from './contradictions.ts'
import { type Audible, audible, type Group, groupsFor } from './hearing-reach.ts'
import { noteRuleChange } from './noted.ts'
import { readyRules } from './ready-rules.ts'
import { changedMeanwhile, howToMend, neverHeard, notOurGroup, together } from './refusals.ts'
import type { Rule, RuleDefinition, RuleState } from './rule.ts'
import { ruleFaults } from './rule-faults.ts'
import { rulebookSettings } from './rulebook-settings.ts'
import { groupsOf, newEdition } from './rulebook-store.ts'
import { rulesOf, writeRule } from './store.ts'
import { heldChange } from './what-holds.ts'

/** What a rule is to be. `follows`: the version that whoever wants it has seen, null for none; left out, any. */
export interface Wanted {
  readonly definition: RuleDefinition
  readonly state: RuleState
  readonly follows?: number | null
}

/** A group in which a rule does not hold, or not wholly. */
export interface Deaf {
  readonly group: Group
  readonly audible: Exclude<Audible, 'wholly'>
}

export interface Change {
  readonly before: Rule | null
  readonly definition: RuleDefinition
  readonly state: RuleState
  readonly deaf: readonly Deaf[]
}

/** What is to become of the rules; nothing is written. Throws a UserError with all that speaks against it. */
export async function examine(ctx: MemberContext, wanted: readonly Wanted[]): Promise<readonly Change[]> {
  const { tx, team } = ctx
  const known = await rulesOf(tx, team.id)
  const groups = await groupsOf(tx, team.id)
  const changes = wanted.flatMap(one => {
    const change = changeOf(ctx, one, known, groups)
    return change === null ? [] : [change]
  })
  const faults = [
    ...changes.flatMap(({ definition }) => ruleFaults(definition).map(({ words }) => words)),
    ...changes.flatMap(change => unheard(ctx, change, groups) ?? []),
    ...(await atOdds(ctx, changes, known)),
  ]
  if (faults.length > 0) throw new UserError('rules.refused', together(faults))
  return changes
}

/** Makes rules what they are to be: all of them, or with anything against it none. Answers those that were not so already. */
export async function changeRules(ctx: MemberContext, wanted: readonly Wanted[]): Promise<readonly Change[]> {
  const { tx, team, now, actor } = ctx
  await lockTeam(tx, team.id)
  const changes = await examine(ctx, wanted)
  for (const { before, definition, state } of changes) {
    const version = await writeRule(tx, { teamId: team.id, definition, state, by: actor.memberId, at: now })
    noteRuleChange(ctx, { key: definition.key, version, before: before?.state ?? null, state })
  }
  if (changes.some(({ before, ...after }) => heldChange(before, after) !== null)) await beAnnounced(ctx)
  return changes
}

async function beAnnounced({ tx, team, now, emit }: MemberContext): Promise<void> {
  const { announceAfter } = rulebookSettings(team)
  await newEdition(tx, team.id, announceAt(now, announceAfter, nudgeSettings(team).quiet, team.zone))
  emit({ name: 'schedule.changed', teamId: team.id, payload: { job: 'rules.announce' } })
}

function changeOf(
  { reach }: MemberContext,
  { definition, state, follows }: Wanted,
  known: readonly Rule[],
  groups: readonly Group[],
): Change | null {
  const before = known.find(({ definition: { key } }) => key === definition.key) ?? null
  if (follows !== undefined && follows !== (before?.version ?? null)) {
    throw new UserError('rules.changed-meanwhile', changedMeanwhile(definition))
  }
  if (before?.state === state && isDeepStrictEqual(before.definition, definition)) return null
  const deaf = groupsFor(definition, groups).flatMap(group => {
    const heard = audible(definition, reach(group.platform))
    return heard === 'wholly' ? [] : [{ group, audible: heard }]
  })
  return { before, definition, state, deaf }
}

/** A rule that no group hears, or for groups that are the team's no more, would hold on paper alone. */
function unheard(
  { reach }: MemberContext,
  { definition, state, deaf }: Change,
  groups: readonly Group[],
): readonly Words[] | null {
  if (state === 'off') return null
  const { channels } = definition.listens
  if (channels !== undefined && !groups.some(({ id }) => channels.includes(id))) return [notOurGroup(definition)]
  const meant = groupsFor(definition, groups)
  const isLost = meant.length > 0 && deaf.filter(it => it.audible === 'not').length === meant.length
  if (!isLost) return null
  const isHeard = (rule: RuleDefinition) => meant.some(({ platform }) => audible(rule, reach(platform)) !== 'not')
  return [neverHeard(definition, meant, readyRules.filter(isHeard))]
}

/** Only what the change brings about: what was at odds before is no reason to refuse another one. */
async function atOdds(
  { tx, team }: MemberContext,
  changes: readonly Change[],
  known: readonly Rule[],
): Promise<readonly Words[]> {
  const holding = new Set(changes.filter(({ state }) => state !== 'off').map(({ definition }) => definition.key))
  if (holding.size === 0) return []
  const changed = new Set(changes.map(({ definition }) => definition.key))
  const others = known.filter(({ state, definition }) => state !== 'off' && !changed.has(definition.key))
  const all = [...others, ...changes.filter(({ state }) => state !== 'off')].map(({ definition }) => definition)
  const found = contradictions(all, await askedOf(tx, team.id))
  return found.filter(({ keys }) => keys.some(key => holding.has(key))).map(one => howToMend(one))
}

async function askedOf(tx: MemberContext['tx'], teamId: string): Promise<readonly Asked[]> {
  return (await activeForms(tx, teamId)).flatMap(({ definition }) => {
    const due = plainTimes(definition.cadence)?.due
    return due === undefined ? [] : [{ name: definition.title, until: due }]
  })
}
