import type { MemberContext } from '../../../context.ts'
import { managersOf, type TeamMember } from '../../team/members.ts'
import { noteEvidenceRead } from '../noted.ts'
import { reply } from '../reply.ts'
import type { Rule } from '../rule.ts'
import { rulesOf } from '../store.ts'
import { appealContent, appealMade, type Outcome } from './appeal-words.ts'
import { openEvidence } from './evidence.ts'
import { appealed, nobodyToJudge, ownFinding } from './refusals.ts'
import { type Finding, openAppeal } from './store.ts'

const longestPlea = 500

/** Asks the managers whether it was right. They are shown the message, since that is what they decide about. */
export async function appeal(ctx: MemberContext, number: number, words: string): Promise<void> {
  const { tx, team, actor, now } = ctx
  const finding = await ownFinding(ctx, number)
  if (finding.appeal !== null) throw appealed(number)
  const judges = (await managersOf(tx, team)).filter(({ memberId }) => memberId !== actor.memberId)
  if (judges.length === 0) throw nobodyToJudge(number)
  const plea = words === '' ? null : words.slice(0, longestPlea)
  if (!(await openAppeal(tx, finding.id, plea, now))) throw appealed(number)
  await askJudges(ctx, judges, { ...finding, appeal: 'open', plea }, { name: actor.name, outcome: null })
  reply(ctx, 'rules.appeal', appealMade(number, ctx.lang))
}

interface Shown {
  /** Who appeals. */
  readonly name: string
  readonly outcome: Outcome | null
}

/** Each in private. Once it is decided, the same messages tell how and by whom. */
export async function askJudges(
  ctx: MemberContext,
  judges: readonly TeamMember[],
  finding: Finding,
  { name, outcome }: Shown,
): Promise<void> {
  const rule = await ruleOf(ctx, finding)
  const evidence = openEvidence(ctx.sealing, finding)
  for (const { memberId, personId, lang } of judges) {
    const key = `rules.appeal:${finding.id}:${memberId}`
    ctx.say({
      ...{ to: { person: personId }, lane: 'nudge', purpose: 'rules.appeal' },
      content: appealContent({ finding, rule, name, text: evidence?.text ?? null, outcome }, lang),
      key: outcome === null ? key : `${key}:decided`,
      revises: { key, short: null },
      reason: {
        words: {
          zh: '有人对一条群规的提示提出申诉，请经理来看',
          en: 'Somebody appeals against a hint, which managers decide',
        },
      },
    })
    if (evidence !== null && outcome === null) await noteEvidenceRead(ctx, { by: personId, finding })
  }
}

export async function ruleOf({ tx, team }: MemberContext, { ruleId }: Finding): Promise<Rule | null> {
  return (await rulesOf(tx, team.id)).find(({ id }) => id === ruleId) ?? null
}
