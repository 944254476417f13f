import { toLocal } from '../../calendar/zone.ts'
import type { PersonContext } from '../../context.ts'
import type { Step } from './step.ts'
import { dropDialogue, keepDialogue, type OpenDialogue } from './store.ts'
import type { Catalogue } from './submit.ts'
import { submit } from './submit.ts'
import { type Before, question } from './words/question.ts'
import { cancelled } from './words/refusals.ts'

/** Keeps where the dialogue stands and asks for what is next. */
export async function ask(ctx: PersonContext, dialogue: OpenDialogue, before: Before = {}): Promise<void> {
  await keepDialogue(ctx.tx, ctx.actor.personId, { ...dialogue, touchedAt: ctx.now })
  const content = question(dialogue, before)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'dialogue.asked' })
}

/** Does what follows; answers whether anything did. */
export async function takeStep(
  ctx: PersonContext,
  open: OpenDialogue,
  step: Step<OpenDialogue>,
  actions: Catalogue,
): Promise<boolean> {
  switch (step.do) {
    case 'nothing':
      return false
    case 'ask':
      await ask(ctx, step.dialogue, step.fault ? { fault: step.fault } : {})
      return true
    case 'cancel':
      await dropDialogue(ctx.tx, ctx.actor.personId)
      ctx.say({
        to: { reply: 'private' },
        content: cancelled(open.form, open.lang),
        lane: 'reply',
        purpose: 'dialogue.cancelled',
      })
      return true
    case 'submit': {
      const again = await submit(ctx, open, actions)
      if (again !== null) await ask(ctx, again)
      return true
    }
  }
}

/** The day by which dates are read. */
export function todayFor({ now, team }: PersonContext): string {
  return toLocal(now, team?.zone ?? 'Asia/Shanghai').date
}

const LIFE_MS = 24 * 60 * 60_000

export function isStale({ touchedAt }: OpenDialogue, now: Date): boolean {
  return now.getTime() - touchedAt.getTime() > LIFE_MS
}
