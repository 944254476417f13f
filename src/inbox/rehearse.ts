import { UserError } from '../base/errors.ts'
import type { Content } from '../content/content.ts'
import type { Actor, PersonContext, Saying } from '../context.ts'
import { contextFor, type Effects, noEffects } from '../corridor/perform.ts'
import type { InboundEvent } from '../platform/events.ts'
import type { Rehearsal } from '../platform/house.ts'
import { inRolledBackTransaction } from '../store/transaction.ts'
import { answer } from './answer.ts'
import { told } from './answers.ts'
import type { HandleDeps } from './handle.ts'
import { sceneOf } from './scene.ts'
import { isTraceless } from './traceless.ts'

/**
 * What an event would lead to for its author: the real verb really runs, in a transaction that is rolled back. Of what is to
 * leave no trace nothing is told: even what is rolled back leaves dead rows.
 */
export async function rehearse(deps: HandleDeps, event: InboundEvent): Promise<Rehearsal> {
  if (isTraceless(deps, event)) return { said: [], refused: false }
  return behindTheScene(deps, event, async (ctx, effects) => {
    try {
      await answer(deps, ctx, event)
    } catch (error) {
      if (error instanceof UserError) return { said: [told(ctx.lang, error)], refused: true }
      throw error
    }
    return { said: wordsFor(ctx.actor, effects.sayings), refused: false }
  })
}

/** Runs `work` as if the author of the event had asked for it; whatever it writes is rolled back. */
export function behindTheScene<T>(
  deps: HandleDeps,
  event: InboundEvent,
  work: (ctx: PersonContext, effects: Effects) => Promise<T>,
): Promise<T> {
  return inRolledBackTransaction(deps.store, async tx => {
    const scene = await sceneOf(deps, tx, event, { now: deps.clock.now(), occasion: 'rehearsal' })
    const effects = noEffects()
    const { actor, place } = scene
    return work({ ...contextFor(tx, deps, scene, effects), actor, place }, effects)
  })
}

function wordsFor(actor: Actor, sayings: readonly Saying[]): readonly Content[] {
  return sayings
    .filter(({ to }) => 'reply' in to || ('person' in to && to.person === actor.personId))
    .map(saying => saying.content)
}
