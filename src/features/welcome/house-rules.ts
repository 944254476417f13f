import type { Lang } from '../../base/words.ts'
import type { TeamContext } from '../../context.ts'
import { groupsOf, readersOf, rulebookOf } from '../rules/rulebook-store.ts'
import { sentenceOf } from '../rules/sentence.ts'
import { rulesOf } from '../rules/store.ts'
import type { TeamMember } from '../team/members.ts'

/** What holds in a team's groups, as it is told to a newcomer. */
export interface HouseRules {
  /** Each in plain words. */
  readonly rules: readonly string[]
  readonly areRead: boolean
}

/** What is only tried out holds for nobody yet. */
export async function houseRules(
  { tx, team }: Pick<TeamContext, 'tx' | 'team'>,
  { memberId }: TeamMember,
  lang: Lang,
): Promise<HouseRules> {
  const held = (await rulesOf(tx, team.id)).filter(({ state }) => state === 'on')
  if (held.length === 0) return { rules: [], areRead: false }
  const reader = { lang, groups: await groupsOf(tx, team.id), names: new Map<string, string>() }
  const { edition } = await rulebookOf(tx, team.id)
  const areRead = (await readersOf(tx, team.id, edition)).has(memberId)
  return { rules: held.map(({ definition }) => sentenceOf(definition, reader)), areRead }
}
