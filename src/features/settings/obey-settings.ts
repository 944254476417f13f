import { UserError } from '../../base/errors.ts'
import { toLocal } from '../../calendar/zone.ts'
import { content } from '../../content/build.ts'
import type { Content } from '../../content/content.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import type { Around, SettingDeclaration } from '../setting.ts'
import { changeSettings } from '../team/change-settings.ts'
import { obeySettings as obeyTeamSettings } from '../team/obey-settings.ts'
import { requireRole } from '../team/permission.ts'
import { readSettingsRequest } from '../team/settings-request.ts'
import { teamBlocks } from '../team/words/settings.ts'
import { readRequest } from './request.ts'
import { changedContent, changedWords, groupBlocks, oneContent, type Stand, unfit } from './words.ts'

/** Answers `/settings …`: everybody may read them, managers change them. Throws UserError for a value that cannot be. */
export async function obeySettings(
  ctx: MemberContext,
  settings: readonly SettingDeclaration[],
  text: string,
): Promise<void> {
  const request = readRequest(text, settings)
  switch (request.kind) {
    case 'all':
      return showAll(ctx, settings)
    case 'one':
      return answer(ctx, oneContent(await standOf(request.setting, ctx), mayChange(ctx), ctx.lang))
    case 'change':
      return change(ctx, request.setting, request.value)
    case 'team':
      return obeyTeamSettings(ctx, readSettingsRequest(text))
  }
}

async function showAll(ctx: MemberContext, settings: readonly SettingDeclaration[]): Promise<void> {
  const { now, team, actor, lang } = ctx
  const stands: Stand[] = []
  for (const setting of settings) stands.push(await standOf(setting, ctx))
  const own = teamBlocks(lang, team, { today: toLocal(now, team.zone).date, role: actor.role })
  answer(ctx, content(lang, ...own, ...groupBlocks(stands, mayChange(ctx), lang)))
}

/** Writes nothing unless the value is understood and fits; jobs of the team follow what is written. */
async function change(ctx: MemberContext, setting: SettingDeclaration, value: string): Promise<void> {
  requireRole(ctx, 'manager')
  const patch = await setting.read(value, ctx)
  if (patch === null) throw new UserError('settings.unfit', unfit(setting))
  const team = await changeSettings(ctx, setting.feature, patch)
  const entry = { what: 'settings.changed', words: changedWords(setting), about: null, by: ctx.actor.personId }
  ctx.note({ ...entry, detail: { setting: setting.key } })
  answer(ctx, changedContent(await standOf(setting, { ...ctx, team }), ctx.lang))
}

async function standOf(setting: SettingDeclaration, around: Around): Promise<Stand> {
  return { setting, now: await setting.shown(around), choices: await setting.choices(around) }
}

function mayChange({ actor }: MemberContext): boolean {
  return atLeast(actor.role, 'manager')
}

function answer(ctx: MemberContext, said: Content): void {
  ctx.say({ to: { reply: 'private' }, content: said, lane: 'reply', purpose: 'settings.shown' })
}
