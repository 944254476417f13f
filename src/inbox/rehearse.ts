import { UserError } from '../base/errors.ts'
import type { Content } from '../content/content.ts'
import type { Actor, PersonContext, Saying } from '../context.ts'
import { contextFor, type Effects } from '../corridor/perform.ts'
import type { InboundEvent } from '../platform/events.ts'
import type { Rehearsal } from '../platform/house.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'
import { answer } from './answer.ts'
import { told } from './answers.ts'
import type { HandleDeps } from './handle.ts'
import { sceneOf } from './scene.ts'

/** Carries the result out of a transaction that must not commit. */
class RolledBack<T> extends Error {
  readonly result: T

  constructor(result: T) {
    super('a rehearsal is always rolled back')
    this.result = result
  }
}

/** What an event would lead to for its author: the real verb really runs, in a transaction that is rolled back. */
export function rehearse(deps: HandleDeps, event: InboundEvent): Promise<Rehearsal> {
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
export async function behindTheScene<T>(
  deps: HandleDeps,
  event: InboundEvent,
  work: (ctx: PersonContext, effects: Effects) => Promise<T>,
): Promise<T> {
  try {
    await inTransaction(deps.store, async tx => {
      throw new RolledBack(await act(deps, tx, event, work))
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.result as T
    throw error
  }
  throw new Error('unreachable: the rehearsal committed')
}

async function act<T>(
  deps: HandleDeps,
  tx: Tx,
  event: InboundEvent,
  work: (ctx: PersonContext, effects: Effects) => Promise<T>,
): Promise<T> {
  const scene = await sceneOf(deps.people, tx, event, { now: deps.clock.now(), occasion: 'rehearsal' })
  const effects: Effects = { sayings: [], emissions: [] }
  const { actor, place } = scene
  return work({ ...contextFor(tx, deps.log, scene, effects), actor, place }, effects)
}

function wordsFor(actor: Actor, sayings: readonly Saying[]): readonly Content[] {
  return sayings
    .filter(({ to }) => 'reply' in to || ('person' in to && to.person === actor.personId))
    .map(saying => saying.content)
}
