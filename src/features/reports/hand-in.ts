import type { MemberContext } from '../../context.ts'
import type { Metric } from '../metrics/catalogue.ts'
import { factsAbout, type Open } from './facts.ts'
import { itemsIn, markItems } from './items.ts'
import { addSaid } from './merge.ts'
import { type Answers, noAnswers, type Report } from './report.ts'
import { shareReport } from './share-report.ts'
import { reportOf } from './store.ts'
import type { Target } from './target.ts'
import { behalfContent, whyBehalf } from './words/behalf.ts'
import { lineStart } from './words/labels.ts'
import { type Submitted, submittedContent } from './words/submitted.ts'
import { writeReport } from './write-report.ts'

/** How what was said changes what stands. */
export type Change = (before: Answers) => Answers

const nothingOpen: Open = { questions: [], refused: [], faults: {}, leftOut: [] }

/**
 * Takes in a plan or report, lets it count wherever it does, and tells what was understood: to whoever handed it in, and
 * to the member if that is somebody else.
 */
export async function handIn(
  ctx: MemberContext,
  target: Target,
  metrics: readonly Metric[],
  change: Change,
  open: Partial<Open> = {},
): Promise<void> {
  const { form, round, member, status } = target
  const by = ctx.actor.personId
  const plan = form.kind === 'report' ? await reportOf(ctx.tx, member.memberId, 'plan', round.date) : null
  // A report begins with the things that were planned for the day.
  const first = { ...noAnswers, items: plan?.items ?? [] }
  const written = await writeReport(ctx, {
    ...{ round, member, status, by },
    kind: form.kind,
    change: before => change(before ?? first),
  })
  const sharedWith = await shareReport(ctx, written.report, { personId: member.personId, by })
  const handedIn = { ...written, target, metrics, plan, open: { ...nothingOpen, ...open }, sharedWith }
  const facts = await factsAbout(ctx, handedIn)
  const content = submittedContent(facts, ctx.lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'reports.submitted' })
  if (facts.who !== null && written.change !== 'same') tellMember(ctx, target, facts)
}

/** Adds what was said to what stands; in a report, `√ 跟进华为` marks the item of that name. */
export function adding(said: Answers): Change {
  return before => markItems(addSaid(before, said))
}

/** A kept note of a plan is a thing to do, as if it had been typed. */
export function addingNote(kind: Report['kind'], note: string): Change {
  return adding({ ...noAnswers, ...(kind === 'plan' ? { items: itemsIn([note]) } : { notes: [note] }) })
}

function tellMember(ctx: MemberContext, { form, member, status }: Target, facts: Submitted): void {
  const { report, definition, metrics, pair, target } = facts
  const by = ctx.actor.name
  const date = status === 'back-filled' ? report.date : null
  const start = lineStart(form, { who: null, date }, member.lang)
  const isRevised = report.revision > 1
  ctx.say({
    to: { person: member.personId },
    content: behalfContent({ report, definition, metrics, pair, by, isRevised, target, start }, member.lang),
    lane: 'reply',
    purpose: 'reports.on-behalf',
    key: `reports.on-behalf:${report.id}:${report.revision}`,
    reason: { words: whyBehalf(by) },
  })
}
