import type { Log } from '../base/log.ts'
import type { Lang } from '../base/words.ts'
import type { Actor, Context, Emission, Place, Saying, Team } from '../context.ts'
import type { Engine } from '../engine/engine.ts'
import { compose, openChannelsOf } from '../outbox/compose.ts'
import { writeDeliveries } from '../outbox/write.ts'
import type { Tx } from '../store/transaction.ts'

/** Who acts, where, and for which occasion: what a verb's context is made of. */
export interface Scene {
  readonly now: Date
  readonly team: Team | null
  readonly actor: Actor | null
  readonly place: Place | null
  readonly lang: Lang
  /** Names the occasion: the event or slot. What is said without a key of its own is keyed by it. */
  readonly occasion: string
}

/** What a verb wants done beyond its own rows. */
export interface Effects {
  readonly sayings: Saying[]
  readonly emissions: Emission[]
}

/** Builds the context of a verb. What it says and emits is only noted down, in order, in `effects`. */
export function contextFor(tx: Tx, log: Log, scene: Scene, effects: Effects): Context {
  return {
    now: scene.now,
    tx,
    log,
    lang: scene.lang,
    team: scene.team,
    actor: scene.actor,
    place: scene.place,
    say: saying => void effects.sayings.push(saying),
    emit: emission => void effects.emissions.push(emission),
  }
}

/** Who may read what: the part of the product that knows people, as the corridor needs it. */
export interface Discretion {
  /** Of these channels, those in which people read along who may not see the numbers of the team that talks there. */
  withOutsiders(tx: Tx, channelIds: readonly string[]): Promise<ReadonlySet<string>>
}

export interface PerformDeps {
  readonly people: Discretion
  readonly engine: Engine
  readonly log: Log
  /** The features that react to an event, by its name. */
  readonly listeners: ReadonlyMap<string, readonly string[]>
  /** Derives a team's schedules anew from its settings. */
  reschedule(tx: Tx, teamId: string, now: Date): Promise<void>
}

/** After these, the team's schedules no longer follow from what is stored. */
const changesSchedules: ReadonlySet<string> = new Set(['team.created', 'team.changed'])

/**
 * The one way in which anything is done: runs `work` with a context, then turns what it said into Delivery rows and what
 * it emitted into jobs, all in the caller's transaction. Nothing is sent here and nothing can be half done.
 */
export async function perform<T>(
  deps: PerformDeps,
  tx: Tx,
  scene: Scene,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const effects: Effects = { sayings: [], emissions: [] }
  const result = await work(contextFor(tx, deps.log, scene, effects))
  const emissions = [...effects.emissions, ...(await deliver(deps, tx, scene, effects.sayings))]
  const reactions = emissions.flatMap(emission =>
    (deps.listeners.get(emission.name) ?? []).map(feature => ({ feature, ...emission })),
  )
  await deps.engine.enqueue(tx, 'reactions', reactions)
  const changed = emissions.filter(emission => changesSchedules.has(emission.name))
  for (const teamId of new Set(changed.map(emission => emission.teamId))) await deps.reschedule(tx, teamId, scene.now)
  return result
}

/** Answers what the features must hear of it: where numbers were kept from people who may not see them. */
async function deliver(deps: PerformDeps, tx: Tx, scene: Scene, sayings: readonly Saying[]): Promise<Emission[]> {
  if (sayings.length === 0) return []
  const channels = await channelsOf(tx, sayings)
  const there = ({ to }: Saying) => ('team' in to ? (channels.get(to.team) ?? []) : [])
  const origin = originOf(scene)
  const open = sayings.flatMap((saying, n) => openChannelsOf(saying, { ...origin, n }, there(saying)))
  const closed = await deps.people.withOutsiders(tx, [...new Set(open)])
  const rows = sayings.flatMap((saying, n) => compose(saying, { ...origin, closed, n }, scene.now, there(saying)))
  const conversations = await writeDeliveries(tx, rows)
  await deps.engine.enqueue(
    tx,
    'outbox',
    conversations.map(conversation => ({ conversation })),
  )
  const teamId = scene.team?.id
  if (teamId === undefined) return []
  return [...closed].map(channelId => ({ name: 'numbers.withheld', teamId, payload: { channelId } }))
}

function originOf({ team, actor, place, occasion }: Scene) {
  return {
    ...(team && { teamId: team.id }),
    ...(actor && { personId: actor.personId }),
    ...(place?.kind === 'group' && { channelId: place.channelId }),
    eventKey: occasion,
  }
}

/** The groups of every team that something is said to. */
async function channelsOf(tx: Tx, sayings: readonly Saying[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const teams = new Set(sayings.flatMap(saying => ('team' in saying.to ? [saying.to.team] : [])))
  if (teams.size === 0) return new Map()
  const rows = await tx.channel.findMany({ where: { teamId: { in: [...teams] } }, orderBy: { id: 'asc' } })
  return new Map([...Map.groupBy(rows, row => row.teamId ?? '')].map(([team, all]) => [team, all.map(row => row.id)]))
}
