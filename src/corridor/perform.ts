import { z } from 'zod'
import { append } from '../audit/append.ts'
import type { Noted } from '../audit/entry.ts'
import type { Log } from '../base/log.ts'
import type { Sealing } from '../base/sealing.ts'
import type { Lang } from '../base/words.ts'
import type { Actor, Context, Emission, Place, Reach, Saying, Team } from '../context.ts'
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
  /** What is said to the actor there is not kept once it has been said. */
  readonly traceless?: true
}

/** What a verb wants done beyond its own rows. */
export interface Effects {
  readonly sayings: Saying[]
  readonly emissions: Emission[]
  readonly notes: Noted[]
}

export function noEffects(): Effects {
  return { sayings: [], emissions: [], notes: [] }
}

/** What is the same for all who act. */
export interface Surroundings {
  readonly log: Log
  readonly sealing?: Sealing | undefined
  /** Mail can be sent; not, unless told. */
  readonly mails?: boolean
  /** Of the platforms that are connected; without it none is. */
  reach?(platform: string): Reach | null
  recallsOthers?(platform: string): boolean
  /** Whether one person alone can be told something in the groups of a platform; yes, unless told. */
  whispers?(platform: string): boolean
}

/** Builds the context of a verb. What it says, emits and notes is only kept, in order, in `effects`. */
export function contextFor(tx: Tx, around: Surroundings, scene: Scene, effects: Effects): Context {
  const { log, sealing = null, mails = false, reach, recallsOthers } = around
  return {
    now: scene.now,
    tx,
    log,
    lang: scene.lang,
    team: scene.team,
    actor: scene.actor,
    place: scene.place,
    mails,
    sealing,
    reach: platform => reach?.(platform) ?? null,
    recallsOthers: platform => recallsOthers?.(platform) ?? false,
    say: saying => void effects.sayings.push(saying),
    emit: emission => void effects.emissions.push(emission),
    note({ teamId = scene.team?.id, ...entry }) {
      if (teamId === undefined) throw new Error('what is noted belongs to a team')
      effects.notes.push({ ...entry, teamId, at: scene.now })
    },
  }
}

/** Who may read what: the part of the product that knows people, as the corridor needs it. */
export interface Discretion {
  /** Of these channels, those in which people read along who may not see the numbers of the team that talks there. */
  withOutsiders(tx: Tx, channelIds: readonly string[]): Promise<ReadonlySet<string>>
}

export interface PerformDeps extends Surroundings {
  readonly people: Discretion
  readonly engine: Engine
  /** The features that react to an event, by its name. */
  readonly listeners: ReadonlyMap<string, readonly string[]>
  /** Derives a team's schedules anew from what is stored, or those of one job. */
  reschedule(tx: Tx, teamId: string, now: Date, job?: string): Promise<void>
}

/** After these, the team's schedules no longer follow from what is stored. */
const changesSchedules: ReadonlySet<string> = new Set(['team.created', 'team.changed'])
/** After this one, those of one job. */
const changesOneJob = 'schedule.changed'

/**
 * The one way in which anything is done: runs `work` with a context, then turns what it said into Delivery rows and what
 * it emitted into jobs, all in the caller's transaction. Nothing is sent here and nothing can be half done. The log comes last:
 * whoever holds its lock waits for no other.
 */
export async function perform<T>(
  deps: PerformDeps,
  tx: Tx,
  scene: Scene,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const effects = noEffects()
  const result = await work(contextFor(tx, deps, scene, effects))
  const emissions = [...effects.emissions, ...(await deliver(deps, tx, scene, effects.sayings))]
  const reactions = emissions.flatMap(emission =>
    (deps.listeners.get(emission.name) ?? []).map(feature => ({ feature, ...emission })),
  )
  await deps.engine.enqueue(tx, 'reactions', reactions)
  await followChanges(deps, tx, scene.now, emissions)
  await append(tx, effects.notes)
  return result
}

async function followChanges(deps: PerformDeps, tx: Tx, now: Date, emissions: readonly Emission[]): Promise<void> {
  const teams = new Set(emissions.filter(({ name }) => changesSchedules.has(name)).map(({ teamId }) => teamId))
  for (const teamId of teams) await deps.reschedule(tx, teamId, now)
  const done = new Set<string>()
  for (const { name, teamId, payload } of emissions) {
    if (name !== changesOneJob || teams.has(teamId)) continue
    const job = z.string().parse(payload['job'])
    if (done.has(`${teamId} ${job}`)) continue
    done.add(`${teamId} ${job}`)
    await deps.reschedule(tx, teamId, now, job)
  }
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

function originOf({ team, actor, place, occasion, traceless }: Scene) {
  return {
    ...(team && { teamId: team.id }),
    ...(actor && { personId: actor.personId }),
    ...(place?.kind === 'group' && { channelId: place.channelId }),
    eventKey: occasion,
    ...(traceless && { traceless }),
  }
}

/** The groups of every team that something is said to. */
async function channelsOf(tx: Tx, sayings: readonly Saying[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const teams = new Set(sayings.flatMap(saying => ('team' in saying.to ? [saying.to.team] : [])))
  if (teams.size === 0) return new Map()
  const rows = await tx.channel.findMany({ where: { teamId: { in: [...teams] } }, orderBy: { id: 'asc' } })
  return new Map([...Map.groupBy(rows, row => row.teamId ?? '')].map(([team, all]) => [team, all.map(row => row.id)]))
}
