import { DAY_MS } from '../../../calendar/dates.ts'
import { content, text } from '../../../content/build.ts'
import type { TeamContext } from '../../../context.ts'
import type { SlotRun } from '../../feature.ts'
import type { ConditionKind } from '../condition.ts'
import { hearingSettings } from '../hearing/hearing-settings.ts'
import type { Rule } from '../rule.ts'
import { rulesOf } from '../store.ts'
import { titleOf } from '../titles.ts'

/** Rules of which a group can be proud without anybody being meant. */
const proud: ReadonlySet<ConditionKind> = new Set([
  'anything',
  'mention-all',
  'flooding',
  'repeats',
  'links',
  'off-topic',
])
const fewestDays = 5

/** Where a team wishes it, the group hears at the end of the week of the rule that was kept for longest. Never the opposite. */
export async function praiseWeek(ctx: TeamContext, { at, date }: SlotRun): Promise<void> {
  const { tx, team } = ctx
  if (!hearingSettings(team).praise) return
  const kept: { readonly rule: Rule; readonly days: number }[] = []
  for (const rule of await rulesOf(tx, team.id)) {
    if (rule.state !== 'on' || !proud.has(rule.definition.when.kind)) continue
    const days = Math.floor((at.getTime() - (await lastFound(ctx, rule, at)).getTime()) / DAY_MS)
    if (days >= fewestDays) kept.push({ rule, days })
  }
  const [best] = kept.toSorted((one, other) => other.days - one.days)
  if (best === undefined) return
  const { lang } = team
  const title = titleOf(best.rule.definition, lang)
  ctx.say({
    ...{ to: { team: team.id }, lane: 'digest', purpose: 'rules.praise', forAnybody: true },
    content: content(
      lang,
      text(
        {
          zh: `已经 ${best.days} 天没有碰到“${title}”这条群规了，谢谢每一位 👏`,
          en: `${best.days} days without once running into “${title}”. Thank you all 👏`,
        }[lang],
      ),
    ),
    key: `rules.praise:${team.id}:${date}`,
    reason: { words: { zh: '团队开了“群规表扬”', en: 'The team wishes to hear when rules are kept' } },
  })
}

/** What a manager took back after an appeal was no breach. */
const stands = { OR: [{ appeal: null }, { appeal: { not: 'accepted' } }] }

/** No earlier than four weeks ago, and not before the rule held. */
async function lastFound({ tx, team }: TeamContext, { id, changedAt }: Rule, at: Date): Promise<Date> {
  const earliest = new Date(Math.max(changedAt.getTime(), at.getTime() - 28 * DAY_MS))
  const where = { teamId: team.id, ruleId: id, mode: 'on', at: { gte: earliest, lt: at }, ...stands }
  const last = await tx.finding.findFirst({ where, orderBy: { at: 'desc' }, select: { at: true } })
  return last?.at ?? earliest
}
