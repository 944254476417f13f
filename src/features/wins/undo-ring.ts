import { z } from 'zod'
import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { memberById } from '../team/members.ts'
import { whyWithdrawn, withdrawnBell } from './bell-words.ts'
import { bellKey } from './ring.ts'
import { lastRungBy, markWithdrawn, standingWin } from './store.ts'
import type { Win } from './win.ts'
import { winSettings } from './win-settings.ts'
import { nothingToUndo, tooLateToUndo, withdrawnContent } from './words.ts'

/** Takes back the last bell that the actor rang, or the last for that customer. */
export async function undoLast(ctx: MemberContext, customer: string | null): Promise<void> {
  const { tx, team, actor } = ctx
  const win = await lastRungBy(tx, { teamId: team.id, rungBy: actor.personId, customer })
  await undo(ctx, win)
}

/** The button's way to the same. */
export async function undoById(ctx: MemberContext, value: string | undefined): Promise<void> {
  const { data: id } = z.uuid().safeParse(value)
  await undo(ctx, id === undefined ? null : await standingWin(ctx.tx, ctx.team.id, id))
}

/** Only by whoever rang, and only while hardly anybody has congratulated yet. */
async function undo(ctx: MemberContext, win: Win | null): Promise<void> {
  const { tx, team, actor, now, lang } = ctx
  if (win === null || win.rungBy !== actor.personId) throw new UserError('wins.nothing-to-undo', nothingToUndo)
  const until = new Date(win.rungAt.getTime() + winSettings(team).undoMinutes * 60_000)
  if (now > until) throw new UserError('wins.too-late', tooLateToUndo(win, until, team.zone))
  if (!(await markWithdrawn(tx, win.id, now))) throw new UserError('wins.nothing-to-undo', nothingToUndo)
  const name = (await memberById(tx, win.memberId))?.name ?? ''
  const content = withdrawnBell(win, name, team.lang)
  ctx.say({
    to: { team: team.id },
    content,
    lane: 'urgent',
    purpose: 'wins.withdrawn',
    key: `${bellKey(win)}:withdrawn`,
    revises: { key: bellKey(win), short: content },
    reason: { words: whyWithdrawn(actor.name) },
  })
  ctx.emit({ name: 'deal.withdrawn', teamId: team.id, payload: { winId: win.id, memberId: win.memberId } })
  ctx.say({
    to: { reply: 'private' },
    content: withdrawnContent(win, lang),
    lane: 'reply',
    purpose: 'wins.withdrawn',
  })
}
