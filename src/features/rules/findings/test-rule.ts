import { UserError } from '../../../base/errors.ts'
import type { MemberContext } from '../../../context.ts'
import { answerInPrivate } from '../../privacy/in-private.ts'
import { requireRole } from '../../team/permission.ts'
import { ruleCalled } from '../find-rule.ts'
import { hearingSettings } from '../hearing/hearing-settings.ts'
import { noteTestRead } from '../noted.ts'
import type { Rule } from '../rule.ts'
import { backtest } from './backtest.ts'
import { nothingKept, trialContent } from './test-words.ts'

const usualDays = 7

/** Tries a rule, taken or not, on what is kept of the last days. What managers are shown of it is on record. */
export async function testRule(ctx: MemberContext, typed: string): Promise<void> {
  requireRole(ctx, 'manager')
  const { name, days } = readTest(typed)
  if (name === '') throw new UserError('rules.test-which', whichRule)
  const { definition, rule } = await ruleCalled(ctx, name)
  const { keepDays } = hearingSettings(ctx.team)
  const span = Math.min(days ?? usualDays, keepDays)
  const tried: Rule = rule ?? { id: '', teamId: ctx.team.id, version: 0, state: 'off', definition, changedAt: ctx.now }
  const trial = keepDays === 0 ? null : await backtest(ctx, tried, span)
  if (trial === null) throw new UserError('rules.nothing-kept', nothingKept)
  for (const memberId of new Set(trial.newest.map(({ talk }) => talk.memberId)))
    if (memberId !== ctx.actor.memberId) await noteTestRead(ctx, { memberId, key: definition.key })
  answerInPrivate(ctx, 'rules.test', trialContent(trial, { definition, days: span, zone: ctx.team.zone }, ctx.lang))
}

const whichRule = {
  zh: '试算哪一条？比如：/群规 回测 刷屏 7天',
  en: 'Which rule? For example: /rules test flooding 7 days',
}

/** `flooding`, `flooding 7`, `刷屏 7天`, `flooding days 7`. */
function readTest(typed: string): { readonly name: string; readonly days: number | null } {
  const [, name = typed, days] = /^(.*?)\s+(?:days?\s*)?(\d{1,3})\s*(?:days?|天)?$/is.exec(typed) ?? []
  return { name: name.trim(), days: days === undefined ? null : Math.max(1, Number(days)) }
}
