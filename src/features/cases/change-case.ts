import { cut } from '../../base/cut.ts'
import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { answerInPrivate } from '../privacy/in-private.ts'
import { calledMembers } from '../team/called.ts'
import { theMember } from '../team/member-errors.ts'
import { memberById } from '../team/members.ts'
import { nameIn } from '../team/name-in.ts'
import { dropFromIndex, indexCard } from './card-index.ts'
import { type Case, LONGEST } from './case.ts'
import { usualDay } from './file-case.ts'
import { dayAtStart } from './read-new.ts'
import { type Called, caseToChange, requireToCome, todayOf } from './scene.ts'
import { shownCase } from './shown.ts'
import { addStep, type CaseChange, lockCase, type Step, updateCase } from './store.ts'
import { tellFiler } from './tell-filer.ts'
import { tellOwner } from './tell-owner.ts'
import { type Changed, changedContent, solvedOpenly } from './words/changed.ts'
import { alreadyClosed, howToSolve, noSuchDay, notClosed, whom, whyDropped } from './words/refusals.ts'

/** How it was solved goes with it: that is what others find. */
export async function solveCase(ctx: MemberContext, called: Called, words: string): Promise<void> {
  const it = await openCase(ctx, called)
  const solution = cut(words.trim(), LONGEST)
  if (!/[\p{L}\p{N}]/u.test(solution)) throw new UserError('cases.how-solved', howToSolve(it.number))
  const solved = await close(ctx, it, { state: 'solved', solution }, solution)
  await indexCard(ctx.tx, solved)
  ctx.emit({
    name: 'case.solved',
    teamId: ctx.team.id,
    payload: { caseId: it.id, number: it.number, solvedBy: ctx.actor.memberId },
  })
  await tellFiler(ctx, solved)
  if (ctx.place.kind !== 'group' || it.audience !== 'team') return answer(ctx, solved, 'solved')
  const content = solvedOpenly(await shownCase(ctx.tx, solved, todayOf(ctx)), ctx.team.lang)
  ctx.say({ to: { reply: 'open' }, content, lane: 'reply', purpose: 'cases.solved-openly' })
}

export async function dropCase(ctx: MemberContext, called: Called, words: string): Promise<void> {
  const it = await openCase(ctx, called)
  const why = cut(words.trim(), LONGEST)
  if (why === '') throw new UserError('cases.why-dropped', whyDropped(it.number))
  const dropped = await close(ctx, it, { state: 'dropped' }, why)
  await tellFiler(ctx, dropped, why)
  await answer(ctx, dropped, 'dropped')
}

/** Its owner hears so, and has as many days as for a new one where its day is over. */
export async function reopenCase(ctx: MemberContext, called: Called, words: string): Promise<void> {
  const it = await locked(ctx, called)
  if (it.state === 'open' || it.kind === 'win') throw new UserError('cases.not-closed', notClosed(it.number))
  const owner = await memberById(ctx.tx, it.ownerId)
  if (!owner) throw new Error('the owner of a case is or was in its team')
  const isOver = it.dueOn === null || it.dueOn < todayOf(ctx)
  const dueOn = isOver ? await usualDay(ctx, owner) : it.dueOn
  const open = { state: 'open', solution: null, closedBy: null, closedAt: null, toldAt: null, dueOn } as const
  const reopened = await change(ctx, it, open, { kind: 'reopened', dueOn, words: orNull(words) })
  await dropFromIndex(ctx.tx, it.id)
  if (it.ownerId !== ctx.actor.memberId && owner.leftOn === null) await tellOwner(ctx, reopened, owner)
  await answer(ctx, reopened, 'reopened')
}

/** `张三，他熟悉仓库`: to whom, and why if they like. */
export async function handOver(ctx: MemberContext, called: Called, said: string): Promise<void> {
  const it = await openCase(ctx, called)
  if (said.trim() === '') throw new UserError('cases.whom', whom(it.number))
  const { found, name, rest } = nameIn(said, await calledMembers(ctx.tx, ctx.team))
  const owner = theMember(found, name)
  const ownerId = owner.memberId
  if (ownerId === it.ownerId) return await answer(ctx, it, 'handed')
  const handed = await change(ctx, it, { ownerId, toldAt: null }, { kind: 'owner', ownerId, words: orNull(rest) })
  if (ownerId !== ctx.actor.memberId) await tellOwner(ctx, handed, owner)
  await answer(ctx, handed, 'handed')
}

/** `下周三，等客户回复`: until when, and why if they like. */
export async function moveDue(ctx: MemberContext, called: Called, said: string): Promise<void> {
  const it = await openCase(ctx, called)
  const read = dayAtStart(said, todayOf(ctx))
  if (read === null) throw new UserError('cases.no-day', noSuchDay(said.slice(0, 20)))
  const { day: dueOn, rest } = read
  requireToCome(dueOn, todayOf(ctx))
  const moved = await change(ctx, it, { dueOn, toldAt: null }, { kind: 'due', dueOn, words: orNull(rest) })
  await answer(ctx, moved, 'due')
}

function orNull(words: string): string | null {
  const plain = words.replace(/^[\s,，;；:：]+/, '').trim()
  return plain === '' ? null : cut(plain, LONGEST)
}

/** Of two who change it at once, one after the other; rights and state are looked at again by whoever waited. */
async function locked(ctx: MemberContext, called: Called): Promise<Case> {
  await lockCase(ctx.tx, (await caseToChange(ctx, called)).id)
  return caseToChange(ctx, called)
}

async function openCase(ctx: MemberContext, called: Called): Promise<Case> {
  const it = await locked(ctx, called)
  if (it.state === 'open') return it
  throw new UserError('cases.closed', alreadyClosed(await shownCase(ctx.tx, it, todayOf(ctx))))
}

function close(ctx: MemberContext, it: Case, how: CaseChange & Pick<Case, 'state'>, words: string): Promise<Case> {
  const kind = how.state === 'solved' ? 'solved' : 'dropped'
  return change(ctx, it, { ...how, closedBy: ctx.actor.memberId, closedAt: ctx.now }, { kind, words })
}

async function change(
  { tx, actor, now }: MemberContext,
  it: Case,
  how: CaseChange,
  step: Pick<Step, 'kind'> & Partial<Step>,
): Promise<Case> {
  await addStep(tx, it.id, { ...step, by: actor.memberId, at: now })
  return updateCase(tx, it.id, how)
}

async function answer(ctx: MemberContext, it: Case, what: Changed): Promise<void> {
  const shown = await shownCase(ctx.tx, it, todayOf(ctx))
  answerInPrivate(ctx, `cases.${what}`, changedContent(shown, what, ctx.lang))
}
