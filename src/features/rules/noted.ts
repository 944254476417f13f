import type { MemberContext, TeamContext } from '../../context.ts'
import { noteRead } from '../privacy/note-read.ts'
import type { RuleState, StepKind } from './rule.ts'

// What goes into the team's log of what was done. The facts are those of an entry; who did it and when is the context's.

/** Who made a rule what it is. The version itself is kept whole in `RuleVersion`. */
export function noteRuleChange(
  { note, actor }: MemberContext,
  change: {
    readonly key: string
    readonly version: number
    readonly before: RuleState | null
    readonly state: RuleState
  },
): void {
  const { before, ...detail } = change
  note({
    ...{ what: 'rules.changed', about: null, by: actor.personId },
    words: { zh: `群规 ${change.key} 改了`, en: `The rule ${change.key} was changed` },
    detail: { ...detail, before: before ?? 'none' },
  })
}

export function noteExemption(
  { note, actor }: MemberContext,
  change: {
    readonly key: string
    readonly memberId: string | null
    readonly role: string | null
    readonly exempt: boolean
  },
): void {
  const { key, memberId, role, exempt } = change
  note({
    ...{ what: 'rules.exempt', about: memberId, by: actor.personId },
    words: exempt
      ? { zh: `群规 ${key} 豁免`, en: `Exempt from the rule ${key}` }
      : { zh: `群规 ${key} 不再豁免`, en: `Exempt from the rule ${key} no more` },
    detail: { key, exempt, ...(role !== null && { role }) },
  })
}

/** `by` is nobody where it is done from the command line. */
export function noteWordsChange(
  { note, actor }: TeamContext,
  change: { readonly list: string; readonly added: number; readonly removed: number },
): void {
  note({
    ...{ what: 'rules.words', about: null, by: actor?.personId ?? null },
    words: { zh: '词表改了', en: 'A list of words was changed' },
    detail: change,
  })
}

/** That a manager was shown what somebody said, which a rule had found. */
export async function noteEvidenceRead(
  ctx: Pick<MemberContext, 'tx' | 'team' | 'now' | 'note'>,
  { by, finding }: { readonly by: string; readonly finding: { readonly memberId: string; readonly number: number } },
): Promise<void> {
  await noteRead(ctx, {
    ...{ by, about: finding.memberId, what: 'rules.appeal', detail: { number: finding.number } },
    words: { zh: '申诉的那条消息', en: 'The message that was appealed about' },
  })
}

/** That a manager was shown a part of what somebody said, to judge whether it was what it looked like. */
export async function noteDoubtfulRead(
  ctx: MemberContext,
  { memberId, number }: { readonly memberId: string; readonly number: number },
): Promise<void> {
  await noteRead(ctx, {
    ...{ by: ctx.actor.personId, about: memberId, what: 'rules.doubtful', detail: { number } },
    words: {
      zh: '像是碰到群规的一句话，没有显示是谁说的',
      en: 'A passage that looked like it met a rule, without a name',
    },
  })
}

/** That a manager was shown what somebody said, to try a rule on it. */
export async function noteTestRead(
  ctx: MemberContext,
  about: { readonly memberId: string; readonly key: string },
): Promise<void> {
  const { memberId, key } = about
  await noteRead(ctx, {
    ...{ by: ctx.actor.personId, about: memberId, what: 'rules.test', detail: { rule: key } },
    words: { zh: '试算群规时显示的消息', en: 'Messages shown to try a rule' },
  })
}

/** That what somebody said was taken back: at their own wish, or by the manners of a rule. */
export function noteRecall(
  { note, actor }: MemberContext,
  { by, ...detail }: { readonly number: number; readonly copied: boolean; readonly by: 'author' | 'rule' },
): void {
  note({
    ...{ what: 'rules.recalled', about: actor.memberId, by: by === 'author' ? actor.personId : null, detail },
    words:
      by === 'author'
        ? { zh: '请机器人撤回了自己的消息', en: 'Had a message of their own taken back' }
        : { zh: '按群规撤回了一条消息', en: 'A message was taken back by a rule' },
  })
}

export function noteAppealDecided(
  { note, actor }: MemberContext,
  decision: { readonly number: number; readonly appeal: 'accepted' | 'declined'; readonly memberId: string },
): void {
  const { memberId, ...detail } = decision
  note({
    ...{ what: 'rules.appeal-decided', about: memberId, by: actor.personId, detail },
    words: { zh: '对群规提示的申诉有了结果', en: 'An appeal against a rule was decided' },
  })
}

/** That a rule spoke to a member, or of them: nobody but the rule did it. */
export function noteStep(
  { note, actor }: MemberContext,
  step: { readonly key: string; readonly version: number; readonly step: StepKind; readonly rung: number },
): void {
  note({
    ...{ what: 'rules.stepped', about: actor.memberId, by: null, detail: step },
    words: { zh: `群规 ${step.key} 的提示`, en: `What the rule ${step.key} said` },
  })
}
