import { z } from 'zod'
import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { whyWithdrawn, withdrawnCard } from './card-words.ts'
import { cardKey } from './give.ts'
import { kudosSettings } from './kudos-settings.ts'
import { nothingToUndo, tooLateToUndo } from './refusal-words.ts'
import { lastBatchOf, withdrawBatch } from './store.ts'
import { withdrawnContent } from './words.ts'

/**
 * Takes back what the actor said last, or what the button was about; it does not count against any budget then.
 *
 * @param value - of the button: a batch
 */
export async function undoKudos(ctx: MemberContext, value?: string): Promise<void> {
  const { tx, team, actor, now, lang } = ctx
  const { data: batchId } = z.uuid().safeParse(value)
  const last = await lastBatchOf(tx, { teamId: team.id, giverId: actor.memberId, ...(batchId && { batchId }) })
  if (last === null) throw new UserError('kudos.nothing-to-undo', nothingToUndo)
  const until = new Date(last.givenAt.getTime() + kudosSettings(team).undoMinutes * 60_000)
  if (now > until) throw new UserError('kudos.too-late', tooLateToUndo(until, team.zone))
  const count = await withdrawBatch(tx, { ...last, giverId: actor.memberId }, now)
  if (count === 0) throw new UserError('kudos.nothing-to-undo', nothingToUndo)
  const content = withdrawnCard(actor.name, team.lang)
  ctx.say({
    to: { team: team.id },
    content,
    lane: 'urgent',
    purpose: 'kudos.withdrawn',
    key: `${cardKey(last.batchId)}:withdrawn`,
    revises: { key: cardKey(last.batchId), short: content },
    reason: { words: whyWithdrawn(actor.name) },
  })
  ctx.say({ to: { reply: 'private' }, content: withdrawnContent(lang), lane: 'reply', purpose: 'kudos.withdrawn' })
}
