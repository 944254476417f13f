import { newId } from '../../base/ids.ts'
import { nameOf } from '../../content/step-by-step.ts'
import type { PersonContext } from '../../context.ts'
import { ask, isStale } from './ask.ts'
import { lastOffer, type Offer } from './offers.ts'
import { goOn } from './state.ts'
import { forgetDialogues, lockDialogue, type OpenDialogue } from './store.ts'
import { noForm } from './words/refusals.ts'

/** So long what was left is kept, to tell its owner that it is stale. */
const KEPT_MS = 7 * 24 * 60 * 60_000

/** By the button: of the form of that name. What is filled in half-way already goes on. */
export async function beginNamed(ctx: PersonContext, name: string): Promise<void> {
  const open = await fresh(ctx)
  if (open !== null && nameOf(open.form) === name) return ask(ctx, open, { opens: 'resume' })
  const offer = await lastOffer(ctx, name)
  if (offer === null) throw noForm()
  await begin(ctx, offer, open)
}

/** By the word: goes on with what was begun, unless another form was offered after it. */
export async function beginLast(ctx: PersonContext): Promise<void> {
  const open = await fresh(ctx)
  const offer = await lastOffer(ctx, null)
  const isNewer =
    offer !== null && (open === null || (offer.at > open.startedAt && nameOf(offer.form) !== nameOf(open.form)))
  if (isNewer) return begin(ctx, offer, open)
  if (open === null) throw noForm()
  await ask(ctx, open, { opens: 'resume' })
}

async function fresh(ctx: PersonContext): Promise<OpenDialogue | null> {
  const open = await lockDialogue(ctx.tx, ctx.actor.personId)
  return open === null || isStale(open, ctx.now) ? null : open
}

async function begin(ctx: PersonContext, { form, lang }: Offer, replaced: OpenDialogue | null): Promise<void> {
  const { now, team, place } = ctx
  await forgetDialogues(ctx.tx, new Date(now.getTime() - KEPT_MS))
  const dialogue: OpenDialogue = {
    id: newId(now),
    lang,
    form,
    answers: {},
    at: null,
    teamId: team?.id ?? null,
    channelId: place.kind === 'group' ? place.channelId : null,
    startedAt: now,
    touchedAt: now,
  }
  await ask(ctx, goOn(dialogue), { opens: 'begin', replaces: replaced?.form.title ?? null })
}
