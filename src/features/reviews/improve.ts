import { UserError } from '../../base/errors.ts'
import { newId } from '../../base/ids.ts'
import { toLocal } from '../../calendar/zone.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { shownMetricsOf } from '../metrics/catalogue.ts'
import { theMember } from '../team/member-errors.ts'
import { findMember, membersOf, type TeamMember } from '../team/members.ts'
import { theSelf } from '../team/the-self.ts'
import { effectOf } from './effect.ts'
import { isId, memberIn, memberOf } from './scene.ts'
import { readTask, type Task } from './task.ts'
import { endTask, insertTask, taskById, tasksOf } from './task-store.ts'
import { answer, noteSeen } from './tell.ts'
import { dayPast, noSuchTask, planContent, taskEnded, taskHow, taskSet, toldTask, whyTask } from './words/plan.ts'

/** `/review plan`: one's own; with a name, a manager's look; with a task, one more. */
export async function obeyPlan(ctx: MemberContext, text: string): Promise<void> {
  const self = await theSelf(ctx)
  if (text.trim() === '') return await showPlan(ctx, self)
  if (!atLeast(ctx.actor.role, 'manager')) return await setTask(ctx, self, text)
  const { member, rest } = await memberIn(ctx, text)
  if (rest.trim() === '') return await showPlan(ctx, member)
  await setTask(ctx, member, rest)
}

async function showPlan(ctx: MemberContext, member: TeamMember): Promise<void> {
  const today = todayOf(ctx)
  const rows = []
  for (const task of await tasksOf(ctx.tx, member.memberId)) {
    const owner = task.ownerId === member.memberId ? null : (await memberOf(ctx, task.ownerId)).name
    rows.push({ task, owner, effect: await effectOf(ctx, member, task, today) })
  }
  answer(ctx, 'plan', planContent({ name: member.name, rows, today }, ctx.lang))
  await noteSeen(ctx, { about: member.memberId, what: 'plan', words: sawPlan })
}

const sawPlan = { zh: '看了改进计划', en: 'saw the improvement plan' }

async function setTask(ctx: MemberContext, member: TeamMember, text: string): Promise<void> {
  const { tx, team, actor, now, lang } = ctx
  const today = todayOf(ctx)
  const said = readTask(text, await shownMetricsOf(tx, team.id), today)
  if (said.words === '' || said.dueOn === null) throw new UserError('reviews.task-how', taskHow)
  if (said.dueOn < today) throw new UserError('reviews.task-past', dayPast(said.dueOn))
  const owner = said.owner === null ? member : theMember(findMember(await membersOf(tx, team), said.owner), said.owner)
  const task: Task = {
    ...{ id: newId(now), teamId: team.id, memberId: member.memberId, ownerId: owner.memberId, setBy: actor.memberId },
    ...{ words: said.words, dueOn: said.dueOn, metricKey: said.metric?.key ?? null, startedOn: today },
    ...{ doneOn: null, droppedOn: null },
  }
  await insertTask(tx, task, now)
  const facts = { task, name: member.name, owner: owner.name, metric: said.metric }
  answer(ctx, 'task-set', taskSet(facts, lang))
  for (const other of othersOf([member, owner], actor.memberId)) {
    ctx.say({
      to: { person: other.personId },
      content: toldTask({ ...facts, by: actor.name }, other.lang),
      lane: 'reply',
      purpose: 'reviews.task-told',
      key: `reviews.task-told:${task.id}:${other.memberId}`,
      reason: { words: whyTask(actor.name) },
    })
  }
}

/** `/review done 2`, `/review drop 张三 2`: by the number in the plan. */
export async function endTyped(ctx: MemberContext, how: 'done' | 'drop', text: string): Promise<void> {
  const [, before = '', digits, after = ''] = /^(.*?)(\d{1,3})(.*)$/.exec(text.normalize('NFKC').trim()) ?? []
  const name = `${before} ${after}`.trim()
  const member = name === '' ? await theSelf(ctx) : (await memberIn(ctx, name)).member
  const task = (await tasksOf(ctx.tx, member.memberId))[Number(digits) - 1]
  await endThis(ctx, how, task)
}

export async function endPressed(ctx: MemberContext, id: string): Promise<void> {
  await endThis(ctx, 'done', (isId(id) ? await taskById(ctx.tx, id) : null) ?? undefined)
}

/** Whoever has to do with it may: the member, the owner, and whoever set it. To others it is not there. */
async function endThis(ctx: MemberContext, how: 'done' | 'drop', task: Task | undefined): Promise<void> {
  const { tx, actor, lang } = ctx
  const isTheirs = task && [task.memberId, task.ownerId, task.setBy].includes(actor.memberId)
  const isOpen = task?.doneOn === null && task.droppedOn === null
  if (!task || !isTheirs || !isOpen) throw new UserError('reviews.no-task', noSuchTask)
  const today = todayOf(ctx)
  await endTask(tx, task.id, how === 'done' ? { doneOn: today } : { droppedOn: today })
  const member = await memberOf(ctx, task.memberId)
  const effect = how === 'done' ? await effectOf(ctx, member, { ...task, doneOn: today }, today) : null
  answer(ctx, 'task-ended', taskEnded({ how, words: task.words, effect }, lang))
}

function othersOf(people: readonly TeamMember[], actorId: string): readonly TeamMember[] {
  return [...new Map(people.map(one => [one.memberId, one])).values()].filter(({ memberId }) => memberId !== actorId)
}

function todayOf({ now, team }: MemberContext): string {
  return toLocal(now, team.zone).date
}
