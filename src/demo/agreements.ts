import type { Lang } from '../base/words.ts'
import { toLocal } from '../calendar/zone.ts'
import type { MemberContext } from '../context.ts'
import { acknowledge } from '../features/rules/acknowledge.ts'
import { announceJob } from '../features/rules/announce.ts'
import type { RuleState } from '../features/rules/rule.ts'
import { switchRule } from '../features/rules/switch-rule.ts'
import { obeyDuty } from '../features/urgent/obey-duty.ts'
import { cast, manager, visitor } from './cast.ts'
import type { Company } from './found-team.ts'
import type { Stage } from './stage.ts'

/** Rules by which no visitor is hinted at who does not ask for it. */
const taken: readonly (readonly [string, RuleState])[] = [
  ['customer-data', 'on'],
  ['route-complaints', 'on'],
  ['flooding', 'shadow'],
]

/** Who is asked first when something cannot wait. */
const onDuty: readonly string[] = ['wang', 'chen']

const HOUR_MS = 3_600_000

/** The manager takes a few rules and says who is on duty; everybody hears of it, and all have read it but the visitor. */
export async function agree(stage: Stage, company: Company, at: Date, lang: Lang): Promise<void> {
  const { team } = company
  const ctx = asMember(stage, company, manager.id, at)
  for (const [key, state] of taken) await switchRule(ctx, key, state)
  await obeyDuty(ctx, namesOf(onDuty, lang))
  const told = new Date(at.getTime() + HOUR_MS)
  await announceJob.run(stage.team(told, team), { at: told, date: toLocal(told, team.zone).date, arg: '' })
  for (const { id } of cast.filter(it => it !== visitor)) await acknowledge(asMember(stage, company, id, told))
}

function asMember(stage: Stage, { team, members }: Company, id: string, at: Date): MemberContext {
  const member = members.get(id)
  if (member === undefined) throw new Error(`the demo has no member ${id}`)
  const { personId, memberId, name, role, lang } = member
  return stage.member(at, team, { personId, memberId, name, role, lang })
}

function namesOf(ids: readonly string[], lang: Lang): string {
  return cast
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name[lang])
    .join(', ')
}
