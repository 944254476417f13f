import type { PersonContext } from '../../context.ts'
import type { Utterance } from '../feature.ts'
import { isStale, takeStep, todayFor } from './ask.ts'
import { stepOf } from './step.ts'
import { dropDialogue, lockDialogue } from './store.ts'
import type { Catalogue } from './submit.ts'
import { stale } from './words/refusals.ts'

/** Takes what was said for an answer where the actor has a dialogue open. Nobody else is affected. */
export async function hearAnswer(ctx: PersonContext, said: Utterance, actions: Catalogue): Promise<boolean> {
  const open = await lockDialogue(ctx.tx, ctx.actor.personId)
  if (open === null) return false
  if (!isStale(open, ctx.now)) return takeStep(ctx, open, stepOf(open, said, todayFor(ctx)), actions)
  if (said.command !== 'no') return false
  await dropDialogue(ctx.tx, ctx.actor.personId)
  const content = stale(open.form, open.lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'dialogue.stale' })
  return true
}
