import { UserError } from '../../base/errors.ts'
import type { Lang } from '../../base/words.ts'
import { toLocal } from '../../calendar/zone.ts'
import { content, heading, list, quiet } from '../../content/build.ts'
import type { Content } from '../../content/content.ts'
import type { MemberContext } from '../../context.ts'
import { memberNames } from '../team/members.ts'
import { requireRole } from '../team/permission.ts'
import { partsChanged } from './fields.ts'
import { ruleCalled } from './find-rule.ts'
import { howToAsk } from './refusals.ts'
import { reply } from './reply.ts'
import type { RuleDefinition } from './rule.ts'
import { type DatedVersion, versionsOf } from './rulebook-store.ts'
import { stateNames } from './state-words.ts'
import { titleOf } from './titles.ts'

const SHOWN = 20

/** Who changed what of a rule, and when: the latest changes, the last one first. */
export async function showHistory(ctx: MemberContext, name: string): Promise<void> {
  requireRole(ctx, 'manager')
  if (name === '') throw new UserError('rules.unclear', howToAsk)
  const { definition, rule } = await ruleCalled(ctx, name)
  // One more, to compare the last one shown with.
  const versions = rule === null ? [] : await versionsOf(ctx.tx, rule, SHOWN + 1)
  const names = await memberNames(
    ctx.tx,
    versions.map(({ memberId }) => memberId),
  )
  const lines = versions.slice(0, SHOWN).map((version, at) => lineOf(ctx, version, versions[at + 1] ?? null, names))
  reply(ctx, 'rules.history', historyShown(definition, lines, versions.length > SHOWN, ctx.lang))
}

function lineOf(
  { team, lang }: MemberContext,
  { version, memberId, at, state, definition }: DatedVersion,
  before: DatedVersion | null,
  names: ReadonlyMap<string, string>,
): string {
  const { date, time } = toLocal(at, team.zone)
  const who = names.get(memberId) ?? { zh: '某人', en: 'somebody' }[lang]
  const what = before === null ? [stateNames[state][lang]] : whatChanged(before, { state, definition }, lang)
  const said = what.length === 0 ? { zh: '其他', en: 'other parts' }[lang] : what.join({ zh: '；', en: '; ' }[lang])
  return `${version} · ${date} ${time} · ${who} · ${said}`
}

function whatChanged(
  before: DatedVersion,
  after: Pick<DatedVersion, 'state' | 'definition'>,
  lang: Lang,
): readonly string[] {
  const { exempt } = after.definition
  const gone = (some: readonly string[], others: readonly string[]) => some.filter(one => !others.includes(one)).length
  const old = before.definition.exempt
  const more = gone(exempt.members, old.members) + gone(exempt.roles, old.roles)
  const fewer = gone(old.members, exempt.members) + gone(old.roles, exempt.roles)
  return [
    ...(before.state === after.state ? [] : [`${stateNames[before.state][lang]} → ${stateNames[after.state][lang]}`]),
    ...partsChanged(before.definition, after.definition, lang),
    ...(more > 0 ? [{ zh: `豁免 +${more}`, en: `exempt +${more}` }[lang]] : []),
    ...(fewer > 0 ? [{ zh: `豁免 −${fewer}`, en: `exempt −${fewer}` }[lang]] : []),
  ]
}

function historyShown(definition: RuleDefinition, lines: readonly string[], isMore: boolean, lang: Lang): Content {
  const title = titleOf(definition, lang)
  return content(
    lang,
    heading({ zh: `“${title}”的修改记录`, en: `Changes of "${title}"` }[lang]),
    list(lines.map(line => [line])),
    lines.length === 0 ? quiet({ zh: '还没有启用过。', en: 'It was never taken.' }[lang]) : null,
    isMore ? quiet({ zh: `只列最近 ${SHOWN} 次。`, en: `The last ${SHOWN} alone.` }[lang]) : null,
  )
}
