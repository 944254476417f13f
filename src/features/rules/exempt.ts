import { content, text } from '../../content/build.ts'
import type { MemberContext } from '../../context.ts'
import { calledMembers } from '../team/called.ts'
import { findMember } from '../team/find-member.ts'
import { theMember } from '../team/member-errors.ts'
import { requireRole } from '../team/permission.ts'
import { readRole } from '../team/role-names.ts'
import { changeRules } from './change-rules.ts'
import { ruleCalled } from './find-rule.ts'
import { noteExemption } from './noted.ts'
import { reply } from './reply.ts'
import type { RuleDefinition } from './rule.ts'
import { sentenceOf } from './sentence.ts'
import { readerOf } from './show-rules.ts'

/** Lets a rule not hold for a member or a role, or hold for them again. */
export async function exempt(ctx: MemberContext, who: string, name: string, isExempt: boolean): Promise<void> {
  requireRole(ctx, 'manager')
  const { definition, rule } = await ruleCalled(ctx, name)
  const role = readRole(who)
  const member = role === null ? theMember(findMember(await calledMembers(ctx.tx, ctx.team), who), who) : null
  const memberId = member?.memberId ?? null
  const exempted = withExemption(definition, { role, memberId }, isExempt)
  const [change] = await changeRules(ctx, [
    { definition: exempted, state: rule?.state ?? 'off', follows: rule?.version ?? null },
  ])
  if (change !== undefined) noteExemption(ctx, { key: definition.key, memberId, role, exempt: isExempt })
  const words =
    change === undefined ? { zh: '本来就是这样。', en: 'It is like that already. ' } : { zh: '已改。', en: 'Changed. ' }
  reply(ctx, 'rules.exempt', content(ctx.lang, text(words[ctx.lang], sentenceOf(exempted, await readerOf(ctx)))))
}

type Role = RuleDefinition['exempt']['roles'][number]

function withExemption(
  rule: RuleDefinition,
  { role, memberId }: { readonly role: Role | null; readonly memberId: string | null },
  isExempt: boolean,
): RuleDefinition {
  const { roles, members } = rule.exempt
  return { ...rule, exempt: { roles: changed(roles, role, isExempt), members: changed(members, memberId, isExempt) } }
}

function changed<T>(all: T[], one: T | null, isIn: boolean): T[] {
  if (one === null || all.includes(one) === isIn) return all
  return isIn ? [...all, one] : all.filter(other => other !== one)
}
