import type { Team } from '../context.ts'
import type { Jobs } from '../engine/queues.ts'
import type { Feature } from '../features/feature.ts'
import type { Tx } from '../store/transaction.ts'
import { type PerformDeps, perform } from './perform.ts'

export interface ReactDeps extends PerformDeps {
  readonly features: readonly Feature[]
  teamById(tx: Tx, id: string): Promise<Team | null>
}

/** Which features react to what. */
export function listenersOf(features: readonly Feature[]): ReadonlyMap<string, readonly string[]> {
  const listeners = new Map<string, Set<string>>()
  for (const feature of features) {
    for (const { on } of feature.reactions ?? []) listeners.set(on, (listeners.get(on) ?? new Set()).add(feature.name))
  }
  return new Map([...listeners].map(([on, names]) => [on, [...names]]))
}

/** Tells one feature that something happened. A team that is gone by now has nothing to react to. */
export async function react(deps: ReactDeps, tx: Tx, job: Jobs['reactions'], now: Date): Promise<void> {
  const feature = deps.features.find(it => it.name === job.feature)
  const reactions = (feature?.reactions ?? []).filter(it => it.on === job.name)
  const team = await deps.teamById(tx, job.teamId)
  if (team === null) return
  const occasion = `${job.feature}:${job.name}:${JSON.stringify(job.payload)}`
  const scene = { now, team, actor: null, place: null, lang: team.lang, occasion }
  await perform(deps, tx, scene, async ctx => {
    for (const reaction of reactions) await reaction.run({ ...ctx, team }, job.payload)
  })
}
