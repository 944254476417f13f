import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { yamlRefused } from '../forms/words.ts'
import { membersOf } from '../team/members.ts'
import { requireRole } from '../team/permission.ts'
import { type Change, changeRules, examine } from './change-rules.ts'
import { draftOf, dropDrafts, keepDraft } from './draft-store.ts'
import { ruleCalled } from './find-rule.ts'
import { imported, importPreview, nothingToImport, rulesExported } from './import-words.ts'
import type { Named } from './names-in-yaml.ts'
import { reply } from './reply.ts'
import { readRulesYaml, type Sheet, writeRulesYaml } from './rule-yaml.ts'
import { groupsOf } from './rulebook-store.ts'
import { readerOf } from './show-rules.ts'
import { rulesOf } from './store.ts'

/** One rule as text, or without a name all that the team has. */
export async function exportRules(ctx: MemberContext, name: string): Promise<void> {
  requireRole(ctx, 'manager')
  const { tx, team, lang } = ctx
  const named = await namedIn(ctx)
  if (name !== '') {
    const { definition, rule } = await ruleCalled(ctx, name)
    return reply(
      ctx,
      'rules.exported',
      rulesExported(writeRulesYaml([{ definition, state: rule?.state ?? 'off' }], named), lang),
    )
  }
  const rules = await rulesOf(tx, team.id)
  if (rules.length === 0) throw new UserError('rules.none', nothingToExport)
  reply(ctx, 'rules.exported', rulesExported(writeRulesYaml(rules, named), lang))
}

/** Reads pasted rules and shows what would change; they are taken when the same member says so. */
export async function previewImport(ctx: MemberContext, text: string): Promise<void> {
  requireRole(ctx, 'manager')
  const { tx, team, actor, now, lang } = ctx
  if (text.trim() === '') throw new UserError('rules.unclear', howToImport)
  const read = readRulesYaml(text, await namedIn(ctx))
  if (!read.ok) return reply(ctx, 'rules.import-refused', yamlRefused(read.faults, lang))
  const wanted = await wantedOf(ctx, read.sheets)
  const changes = await examine(ctx, wanted)
  if (changes.length === 0) return reply(ctx, 'rules.import', nothingToImport(lang))
  const id = await keepDraft(tx, { teamId: team.id, memberId: actor.memberId, rules: wanted, madeAt: now })
  reply(ctx, 'rules.import', importPreview(changes, await readerOf(ctx), id))
}

/** Takes what was shown; `id` is that of the preview, where a button tells. */
export async function takeImport(ctx: MemberContext, id?: string): Promise<void> {
  requireRole(ctx, 'manager')
  const draft = await draftOf(ctx.tx, ctx.actor.memberId, ctx.now)
  if (draft === null || (id !== undefined && id !== draft.id)) throw new UserError('rules.no-draft', noDraft)
  const changes: readonly Change[] = await changeRules(ctx, draft.rules)
  await dropDrafts(ctx.tx, ctx.actor.memberId)
  reply(ctx, 'rules.imported', imported(changes, await readerOf(ctx)))
}

/** A new rule without a state is tried out first. */
async function wantedOf({ tx, team }: MemberContext, sheets: readonly Sheet[]) {
  const rules = await rulesOf(tx, team.id)
  return sheets.map(({ definition, state }) => {
    const known = rules.find(rule => rule.definition.key === definition.key)
    return { definition, state: state ?? known?.state ?? ('shadow' as const), follows: known?.version ?? null }
  })
}

async function namedIn({ tx, team }: MemberContext): Promise<Named> {
  const members = await membersOf(tx, team)
  return {
    channels: await groupsOf(tx, team.id),
    members: members.map(({ memberId, name }) => ({ id: memberId, name })),
  }
}

const nothingToExport = {
  zh: '团队还没有群规。导出一条现成的：/群规 导出 quiet-hours',
  en: 'The team has no rules yet. To export a ready one: /rules export quiet-hours',
}

const howToImport = {
  zh: '请写：/群规 导入，换行，再粘贴 YAML。样子可以先看：/群规 导出 quiet-hours',
  en: 'Type /rules import, a new line, then the YAML. To see what it looks like: /rules export quiet-hours',
}

const noDraft = {
  zh: '没有等着导入的群规（预览只留一天，而且只留最近一份）。请再粘贴一次：/群规 导入',
  en: 'There is nothing to import: a preview is kept for a day, and only the last one. Paste it again after /rules import',
}
