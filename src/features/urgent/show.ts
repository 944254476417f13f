import { UserError } from '../../base/errors.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { type Matter, type StepKind, verdicts } from './matter.ts'
import { namesOf } from './people-store.ts'
import { findMatter, openMatters, stepsOf, type Which } from './store.ts'
import { openList } from './words/list.ts'
import { noSuchMatter } from './words/refusals.ts'
import { timelineContent } from './words/timeline.ts'

/** The oldest so many are listed, and the latest so many lines shown. */
const MOST = 20
const LINES = 60

/** Answers `/urgent 7`, to the asker alone. */
export async function showMatter(ctx: MemberContext, which: Which): Promise<void> {
  const { tx, team, actor, now, lang } = ctx
  const matter = await findMatter(tx, team.id, which)
  if (matter === null) throw new UserError('urgent-unknown', noSuchMatter(which))
  const steps = (await stepsOf(tx, matter.id, LINES)).filter(({ kind }) => maySee(ctx, matter, kind))
  const nameOf = await namesOf(
    tx,
    steps.flatMap(({ memberId, byId }) => [memberId, byId]).filter(id => id !== null),
  )
  const mayKnowWhy = (memberId: string | null) => memberId === actor.memberId || atLeast(actor.role, 'manager')
  ctx.say({
    to: { reply: 'private' },
    content: timelineContent({ matter, steps, nameOf, mayKnowWhy, now, zone: team.zone }, lang),
    lane: 'reply',
    purpose: 'urgent.timeline',
  })
}

/** What was found of a matter is between managers and whoever raised it. */
function maySee({ actor }: MemberContext, { raisedBy }: Matter, kind: StepKind): boolean {
  return !verdicts.some(verdict => verdict === kind) || raisedBy === actor.memberId || atLeast(actor.role, 'manager')
}

/** Answers `/urgent`: what is open. */
export async function listOpen(ctx: MemberContext): Promise<void> {
  const { tx, team, lang } = ctx
  const all = await openMatters(tx, team.id, MOST)
  const nameOf = await namesOf(
    tx,
    all.flatMap(({ ownerId }) => ownerId ?? []),
  )
  const shown = all.map(matter => ({ matter, owner: nameOf(matter.ownerId) }))
  ctx.say({ to: { reply: 'private' }, content: openList(shown, lang), lane: 'reply', purpose: 'urgent.list' })
}
