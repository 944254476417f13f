import type { PeriodKind } from '../../calendar/periods.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { Content } from '../../content/content.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { attentionPoints } from './attention.ts'
import { pictureOf } from './picture.ts'
import { readManagerFacts } from './read-manager-facts.ts'
import { readSummaryFacts } from './read-summary.ts'
import { type Request, readRequest } from './request.ts'
import { sendWorkbook } from './send-workbook.ts'
import { summarise } from './summary.ts'
import { managersContent } from './words/attention.ts'
import { summaryContent } from './words/summary.ts'

/** Answers `/weekly`, `/monthly` and `/summary`: to managers with what needs their attention, always in private. */
export async function obeySummary(ctx: MemberContext, rest: string, usual: PeriodKind): Promise<void> {
  const request = readRequest(rest, usual, toLocal(ctx.now, ctx.team.zone).date)
  if (request.asFile) return sendWorkbook(ctx, request.period)
  ctx.say({
    to: { reply: 'private' },
    content: await contentFor(ctx, request.period),
    lane: 'reply',
    purpose: 'summaries.summary',
  })
}

async function contentFor(ctx: MemberContext, period: Request['period']): Promise<Content> {
  const { tx, team, now, actor, lang } = ctx
  const isManager = atLeast(actor.role, 'manager')
  const audience = isManager ? 'manager' : 'team'
  const facts = await readSummaryFacts(tx, team, { period, until: now, sums: 'kept', audience })
  const summary = summarise(facts)
  const beside = { zone: team.zone, picture: await pictureOf(ctx, summary, lang) }
  if (!isManager) return summaryContent(summary, beside, lang)
  const attention = attentionPoints(facts, await readManagerFacts(tx, team, facts))
  return managersContent(summary, attention, { ...beside, metrics: facts.metrics }, lang)
}
