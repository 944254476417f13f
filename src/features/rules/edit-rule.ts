import { UserError } from '../../base/errors.ts'
import { readKeyed } from '../../commands/read-keyed.ts'
import type { FormValues } from '../../content/content.ts'
import type { MemberContext } from '../../context.ts'
import { requireRole } from '../team/permission.ts'
import { changeRules } from './change-rules.ts'
import { ruleChanged, ruleForm, unchanged } from './edit-words.ts'
import { editRule, fieldSpellings, fieldsOf } from './fields.ts'
import { type Known, ruleCalled } from './find-rule.ts'
import { howToAsk, together } from './refusals.ts'
import { reply } from './reply.ts'
import { readerOf } from './show-rules.ts'

/** Shows a rule as a form, or with `hours=22:00-07:00` changes it at once. */
export async function obeyEdit(ctx: MemberContext, text: string): Promise<void> {
  requireRole(ctx, 'manager')
  const { head, values } = readKeyed(text, fieldSpellings)
  if (head === '') throw new UserError('rules.unclear', howToAsk)
  const known = await ruleCalled(ctx, head)
  const texts = Object.fromEntries(
    Object.entries(values).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])),
  )
  if (Object.keys(texts).length > 0) return edit(ctx, known, known.rule?.version ?? null, texts)
  reply(ctx, 'rules.edit', ruleForm(known.definition, known.rule, ctx.lang))
}

/** `value` names the rule and the version that the form showed. */
export async function submitEdit(ctx: MemberContext, value: string, values: FormValues): Promise<void> {
  requireRole(ctx, 'manager')
  const [key = '', version = ''] = value.split(' ')
  const known = await ruleCalled(ctx, key)
  const texts = Object.fromEntries(Object.entries(values).map(([id, one]) => [id, [one].flat().join('、')]))
  await edit(ctx, known, version === '' ? null : Number(version), texts)
}

async function edit(
  ctx: MemberContext,
  { definition, rule }: Known,
  follows: number | null,
  texts: Readonly<Record<string, string>>,
): Promise<void> {
  const named = new Set(fieldsOf(definition, ctx.lang).map(({ field }) => field.id))
  const alien = Object.keys(texts).find(id => !named.has(id))
  if (alien !== undefined) throw new UserError('rules.no-such-part', noSuchPart(alien))
  const edited = editRule(definition, texts, ctx.lang)
  if (!edited.ok) throw new UserError('rules.refused', together(edited.faults))
  const [change] = await changeRules(ctx, [{ definition: edited.rule, state: rule?.state ?? 'off', follows }])
  const reader = await readerOf(ctx)
  reply(
    ctx,
    'rules.changed',
    change === undefined ? unchanged(definition, reader) : ruleChanged(definition, change, reader),
  )
}

const noSuchPart = (id: string) => ({
  zh: `这条群规没有“${fieldSpellings[id]?.at(-1) ?? id}”这一项`,
  en: `this rule has no such part: ${id}`,
})
