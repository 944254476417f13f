import type { MemberContext } from '../../../context.ts'
import { noteRecall } from '../noted.ts'
import { reply } from '../reply.ts'
import { recallingContent } from './recall-words.ts'
import { cannotRecall, ownFinding, recalled } from './refusals.ts'
import { takeBack } from './take-back.ts'

/** Takes a message back at its author's wish. */
export async function recall(ctx: MemberContext, number: number): Promise<void> {
  const { tx, team, lang } = ctx
  const { eventId, channelId } = await ownFinding(ctx, number)
  const channel = await tx.channel.findUnique({ where: { id: channelId }, select: { platform: true, teamId: true } })
  if (eventId === null || channel?.teamId !== team.id || !ctx.recallsOthers(channel.platform))
    throw cannotRecall(number)
  const taken = await takeBack(ctx, { platform: channel.platform, channelId, eventId }, { askedBy: 'author' })
  if (taken === 'already') throw recalled(number)
  const isCopied = taken.copy !== null
  noteRecall(ctx, { number, copied: isCopied, by: 'author' })
  reply(ctx, 'rules.recalling', recallingContent(number, isCopied, lang))
}
