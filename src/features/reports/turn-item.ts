import type { MemberContext } from '../../context.ts'
import { amendReport, theReport } from './amend-report.ts'
import { turnItem } from './items.ts'
import { itemsContent } from './words/items.ts'

/** Says of a thing to do that it is done, or that it is not after all. */
export async function turnReportItem(
  ctx: MemberContext,
  pressed: { readonly report: string; readonly item: string },
): Promise<void> {
  const report = await theReport(ctx, pressed.report)
  const after = await amendReport(ctx, report, before => ({
    ...turnItem(before, pressed.item),
    reasons: before.reasons,
  }))
  ctx.say({
    to: { reply: 'private' },
    content: itemsContent(after, ctx.lang),
    lane: 'reply',
    purpose: 'reports.items',
  })
}
