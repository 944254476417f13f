import type { PersonContext } from '../../context.ts'
import { ask, isStale, takeStep, todayFor } from './ask.ts'
import { answerSchema, controlSchema, readPress } from './press.ts'
import { controlled, taken } from './step.ts'
import { lockDialogue, type OpenDialogue } from './store.ts'
import type { Catalogue } from './submit.ts'
import { dialogueOver } from './words/refusals.ts'

/** An answer's button: of the question that is asked, or of an earlier one, which changes that answer. */
export async function useAnswer(ctx: PersonContext, value: string | undefined, actions: Catalogue): Promise<void> {
  const press = readPress(answerSchema, value)
  const open = await theOpen(ctx, press?.d)
  const { i = '', v = '' } = press ?? {}
  // Pressed twice: the first time moved on, and has asked already.
  if (open.at !== i && open.answers[i] === v) return
  await takeStep(ctx, open, taken(open, i, v, todayFor(ctx)), actions)
}

/** Another button: of what was passed already it only shows where the dialogue stands, so that two taps skip one input. */
export async function useControl(ctx: PersonContext, value: string | undefined, actions: Catalogue): Promise<void> {
  const press = readPress(controlSchema, value)
  const open = await theOpen(ctx, press?.d)
  if (press?.c !== 'cancel' && (press?.i ?? null) !== open.at) return ask(ctx, open)
  await takeStep(ctx, open, controlled(open, press?.c ?? 'cancel'), actions)
}

async function theOpen(ctx: PersonContext, id: string | undefined): Promise<OpenDialogue> {
  const open = await lockDialogue(ctx.tx, ctx.actor.personId)
  if (open === null || open.id !== id || isStale(open, ctx.now)) throw dialogueOver()
  return open
}
