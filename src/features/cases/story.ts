import { z } from 'zod'
import { cut } from '../../base/cut.ts'
import { UserError } from '../../base/errors.ts'
import { newId } from '../../base/ids.ts'
import { addDays } from '../../calendar/dates.ts'
import { toInstant, toLocal } from '../../calendar/zone.ts'
import { readKeyed } from '../../commands/read-keyed.ts'
import type { MemberContext, TeamContext } from '../../context.ts'
import { events } from '../events.ts'
import type { ActionInput } from '../feature.ts'
import { nudge } from '../nudges/nudge.ts'
import { dropKeyed } from '../nudges/store.ts'
import { answerInPrivate } from '../privacy/in-private.ts'
import { memberById } from '../team/members.ts'
import { standingWin, winsOf } from '../wins/store.ts'
import type { Win } from '../wins/win.ts'
import { indexCard } from './card-index.ts'
import { LONGEST, titleOf } from './case.ts'
import { caseSettings } from './case-settings.ts'
import { filled } from './filled.ts'
import { todayOf } from './scene.ts'
import { addStep, caseFrom, insertCase, lockFiling } from './store.ts'
import { howToStory, noSuchWin, storyThere } from './words/refusals.ts'
import { askStory, dealTitle, storyKept, whyStory } from './words/story.ts'

/** A story may be told for so many days after the deal. */
const TOLD_WITHIN = 30

/**
 * Asks whoever won a deal what made the difference, in private and by the manners of every nudge: once for a deal, and once a
 * day for all deals of it.
 */
export async function askForStory(ctx: TeamContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const { tx, team, now } = ctx
  const { winId, memberId } = events['deal.won'].parse(payload)
  const win = caseSettings(team).stories ? await standingWin(tx, team.id, winId) : null
  const member = win && (await memberById(tx, memberId))
  if (!win || !member || member.leftOn !== null) return
  const { date } = toLocal(now, team.zone)
  await nudge(ctx, {
    ...{ member, kind: 'cases.story' },
    content: askStory(win, member.lang),
    reason: { words: whyStory, facts: { winId } },
    expiresAt: toInstant(addDays(date, 1), '00:00', team.zone),
    key: `${storyKey(memberId)}${date}`,
  })
}

/** Nobody is asked about a deal that was taken back. */
export async function dropAsking(ctx: TeamContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const { memberId } = events['deal.withdrawn'].parse(payload)
  const member = await memberById(ctx.tx, memberId)
  if (member) await dropKeyed(ctx.tx, member.personId, { prefix: storyKey(memberId), why: 'the deal was taken back' })
}

function storyKey(memberId: string): string {
  return `cases.story:${memberId}:`
}

interface Story {
  readonly convinced: string
  readonly problem: string
  readonly lesson: string
}

/** The form under the question. */
export async function tellFilled(ctx: MemberContext, input: ActionInput): Promise<void> {
  const { data: id } = z.uuid().safeParse(input.value)
  const win = id === undefined ? null : await standingWin(ctx.tx, ctx.team.id, id)
  await tell(ctx, win, {
    convinced: filled(input, 'convinced'),
    problem: filled(input, 'problem'),
    lesson: filled(input, 'lesson'),
  })
}

const keys = { problem: ['problem', '难题', '问题'], lesson: ['lesson', '经验', '心得'] } as const

/** `/case win shown a pilot problem=too dear lesson=start small`: about the last deal that was won. */
export async function tellTyped(ctx: MemberContext, words: string): Promise<void> {
  const { head, values } = readKeyed(words, keys)
  const today = todayOf(ctx)
  const wins = await winsOf(ctx.tx, ctx.actor.memberId, { from: addDays(today, -TOLD_WITHIN), to: today })
  await tell(ctx, wins.at(-1) ?? null, {
    convinced: head,
    problem: values.problem ?? '',
    lesson: values.lesson ?? '',
  })
}

async function tell(ctx: MemberContext, win: Win | null, { convinced, problem, lesson }: Story): Promise<void> {
  const { tx, team, actor, now, lang } = ctx
  if (win?.memberId !== actor.memberId) throw new UserError('cases.no-win', noSuchWin)
  if (!/[\p{L}\p{N}]/u.test(convinced)) throw new UserError('cases.story-how', howToStory)
  await lockFiling(tx, team.id)
  const before = await caseFrom(tx, team.id, 'win', win.id)
  if (before) throw new UserError('cases.story-there', storyThere(before.number))
  const by = actor.memberId
  const card = await insertCase(tx, {
    ...{ id: newId(now), teamId: team.id, kind: 'win', state: 'solved', origin: 'win', refId: win.id },
    ...{ title: titleOf(dealTitle(win, team.lang)), text: cut(problem, LONGEST), audience: 'team' },
    ...{ filedBy: by, ownerId: by, closedBy: by, filedAt: now, closedAt: now, dueOn: null, toldAt: null },
    ...{ solution: cut(convinced, LONGEST), lesson: lesson === '' ? null : cut(lesson, LONGEST) },
  })
  await addStep(tx, card.id, { kind: 'filed', by, at: now })
  await indexCard(tx, card)
  answerInPrivate(ctx, 'cases.story', storyKept(card, lang))
}
