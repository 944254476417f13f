import { cut } from '../../base/cut.ts'
import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import type { ActionInput } from '../feature.ts'
import { fold } from '../metrics/metric.ts'
import { calledMembers } from '../team/called.ts'
import { theMember } from '../team/member-errors.ts'
import { nameIn } from '../team/name-in.ts'
import { type Case, LONGEST } from './case.ts'
import { fileCase } from './file-case.ts'
import { filled } from './filled.ts'
import { similarSolved } from './find-cards.ts'
import { type NewCase, readDay, readNew } from './read-new.ts'
import { requireToCome, todayOf, viewerOf } from './scene.ts'
import { shownCase, shownCases } from './shown.ts'
import { openFiledBy } from './store.ts'
import { cardBlocks } from './words/card.ts'
import { caseForm, filedContent, filedOpenly } from './words/filed.ts'
import { howToFile, noSuchDay, sameOpen, tooLong } from './words/refusals.ts'

/** More are open of nobody. */
const MOST_OPEN = 200
const MOST_SIMILAR = 3

/** Answers `/case order delayed for Huawei @Li Wei due Friday`. */
export async function fileTyped(ctx: MemberContext, typed: string): Promise<void> {
  const members = await calledMembers(ctx.tx, ctx.team)
  await file(ctx, readNew(typed, { members, today: todayOf(ctx) }))
}

/** The form's way to the same. */
export async function fileFilled(ctx: MemberContext, input: ActionInput): Promise<void> {
  const named = filled(input, 'owner')
  const owner = named === '' ? null : nameIn(named, await calledMembers(ctx.tx, ctx.team))
  const due = filled(input, 'due')
  const dueOn = due === '' ? null : readDay(due, todayOf(ctx))
  await file(ctx, { text: filled(input, 'text'), owner, dueOn, noDay: due !== '' && dueOn === null ? due : null })
}

/** The message on which somebody used the shortcut becomes a case of theirs. */
export async function fileQuoted(ctx: MemberContext, { quote }: ActionInput): Promise<void> {
  const said = (quote?.text ?? '').trim()
  const author = quote?.author
  const whose = author === undefined || author === ctx.actor.name ? '' : ` (${author})`
  const text = said === '' ? '' : `${cut(said, LONGEST - [...whose].length)}${whose}`
  await file(ctx, { text, owner: null, dueOn: null, noDay: null })
}

export function showForm(ctx: MemberContext): void {
  const content = caseForm(ctx.lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'cases.form' })
}

async function file(ctx: MemberContext, { text, owner, dueOn, noDay }: NewCase): Promise<void> {
  const { tx, actor } = ctx
  if (!/[\p{L}\p{N}]/u.test(text)) throw new UserError('cases.how', howToFile)
  if ([...text].length > LONGEST) throw new UserError('cases.too-long', tooLong(LONGEST))
  if (noDay !== null) throw new UserError('cases.no-day', noSuchDay(noDay))
  requireToCome(dueOn, todayOf(ctx))
  const before = (await openFiledBy(tx, actor.memberId, MOST_OPEN)).find(one => fold(one.text) === fold(text))
  if (before) throw new UserError('cases.same-open', sameOpen(before.number))
  const { case: it } = await fileCase(ctx, {
    ...{ text, from: 'message', audience: ctx.place.kind === 'group' ? 'team' : 'leads' },
    ...(owner !== null && { ownerId: theMember(owner.found, owner.name).memberId }),
    ...(dueOn !== null && { dueOn }),
  })
  await answer(ctx, it)
}

/** The filer alone hears how others like it were solved; a group in which it was said hears that it is taken care of. */
async function answer(ctx: MemberContext, it: Case): Promise<void> {
  const { tx, actor, team, lang } = ctx
  const shown = await shownCase(tx, it, todayOf(ctx))
  const similar = await shownCases(
    tx,
    await similarSolved(tx, { it, viewer: viewerOf(ctx), most: MOST_SIMILAR }),
    todayOf(ctx),
  )
  const inGroup = ctx.place.kind === 'group'
  ctx.say({
    to: inGroup ? { person: actor.personId } : { reply: 'private' },
    content: filedContent(cardBlocks(shown, lang), similar, lang),
    lane: 'reply',
    purpose: 'cases.filed',
  })
  if (!inGroup) return
  const content = filedOpenly(shown, team.lang)
  ctx.say({ to: { reply: 'open' }, content, lane: 'reply', purpose: 'cases.filed-openly' })
}
