import type { MemberContext } from '../../../context.ts'
import { forgetHeardOf } from '../hearing/heard-store.ts'
import { maskEvidence } from './mask-evidence.ts'
import { type AskedBy, recallReasons, standIn } from './recall-words.ts'
import { markRecalled } from './store.ts'

/** What the actor said in a group of the team. */
interface Message {
  readonly platform: string
  readonly channelId: string
  readonly eventId: string
}

/**
 * Takes a message back and puts the masked copy in its place: the one that is given, or that was kept. What the team keeps of
 * the message goes, too, or is masked. Answers the copy, null where there is none, or `already` when it was taken back before.
 */
export async function takeBack(
  ctx: MemberContext,
  message: Message,
  { askedBy, copy: given }: { readonly askedBy: AskedBy; readonly copy?: string | undefined },
): Promise<{ readonly copy: string | null } | 'already'> {
  const { tx, team, actor, now } = ctx
  const { channelId, eventId } = message
  if (!(await markRecalled(tx, { channelId, eventId, memberId: actor.memberId }, now))) return 'already'
  const copy = await maskEvidence(ctx, message, given)
  await forgetHeardOf(tx, message)
  ctx.say({
    ...{ to: { channel: channelId }, lane: 'reply', purpose: 'rules.recall', recalls: eventId },
    ...{ content: standIn(actor.name, copy, askedBy, team.lang), reason: recallReasons[askedBy] },
    key: `rules.recall:${channelId}:${eventId}`,
    // It was there for all of them before.
    forAnybody: true,
    // Nothing is said twice where nothing is said.
    repeatable: copy === null,
  })
  return { copy }
}
