import type { MovableClock } from './base/clock.ts'
import type { Log } from './base/log.ts'
import type { Sealing } from './base/sealing.ts'
import type { Context, Team } from './context.ts'
import { perform } from './corridor/perform.ts'
import { listenersOf, type ReactDeps, react } from './corridor/react.ts'
import { createEngine, type Engine } from './engine/engine.ts'
import type { Handlers, Jobs } from './engine/queues.ts'
import type { Action, Command, Feature, Job } from './features/feature.ts'
import { createHouses } from './houses.ts'
import { createAccept } from './inbox/accept.ts'
import { createReader } from './inbox/answer.ts'
import type { Doorkeeper, People } from './inbox/doors.ts'
import { type Ear, sound } from './inbox/ear.ts'
import { type HandleDeps, handle } from './inbox/handle.ts'
import { createRightOfWay } from './inbox/right-of-way.ts'
import type { Unsay } from './inbox/traceless.ts'
import { createListening } from './listening.ts'
import { dueConversations, nextDueAt } from './outbox/due.ts'
import { createOutboxJob } from './outbox/job.ts'
import { voidLeases } from './outbox/lease.ts'
import type { RefusedMail } from './outbox/mail-addresses.ts'
import { mirrorAll } from './outbox/mirror.ts'
import type { Outbox } from './outbox/send.ts'
import type { Adapter, MirroredReport, Surface } from './platform/adapter.ts'
import type { Intake, PlatformId } from './platform/events.ts'
import type { House } from './platform/house.ts'
import type { Leases } from './platform/leases.ts'
import { nextDue } from './schedule/due.ts'
import { type Foresight, foresee } from './schedule/preview.ts'
import { reschedule } from './schedule/reschedule.ts'
import { runSlots, type SlotDeps } from './schedule/run-slots.ts'
import { type ClockDoor, openClockDoor, tick } from './schedule/tick.ts'
import { followTime, travelTo } from './schedule/travel.ts'
import type { Store } from './store/store.ts'
import { inTransaction, type Tx } from './store/transaction.ts'

/** Everything that the house is built from; tests bring their own clock and adapters. */
export interface Parts {
  readonly store: Store
  readonly clock: MovableClock
  readonly log: Log
  readonly features: readonly Feature[]
  readonly adapters: ReadonlyMap<PlatformId, Adapter>
  readonly leases: Leases
  readonly people: People
  readonly doorkeeper: Doorkeeper
  readonly ear: Ear
  readonly unsay: Unsay
  readonly sealing?: Sealing | undefined
  readonly teams: {
    byId(tx: Tx, id: string): Promise<Team | null>
    all(tx: Tx): Promise<readonly Team[]>
  }
  /** Lets whose address it is know. */
  mailRefused(ctx: Context, refused: RefusedMail): Promise<void>
  /** What is filed in the reports of platforms that have such, after the event `on`. */
  readonly mirrored: {
    readonly on: string
    read(tx: Tx, team: Team, payload: Reaction['payload'], platform: PlatformId): Promise<MirroredReport | null>
  }
  /** Names this process among those on the same database. */
  readonly owner: string
}

type Reaction = Jobs['reactions']

export interface App {
  readonly engine: Engine
  readonly intake: Intake
  /** What the house does for the adapter of a platform. */
  houseFor(platform: PlatformId): House
  /** Prepares the queue, listens to the platforms and works off what comes. */
  start(): Promise<void>
  /** Lets running work end and gives everything back but the store. */
  stop(): Promise<void>
  /** Runs until nothing is left to do at the present time. */
  settle(): Promise<void>
  /** Moves the team's time forward and runs everything due on the way. */
  travel(to: Date): Promise<void>
  /** The next job that speaks; when none does, the next of those that usually say nothing. */
  next(): Promise<{ at: Date; job: Job } | null>
  foresee(until: Date): Promise<Foresight>
  /** Derives the schedules of every team anew, as after a start with other features. */
  rescheduleAll(): Promise<void>
}

export function createApp(parts: Parts): App {
  const { store, clock, log, features, adapters, owner } = parts
  const engine = createEngine(store, log)
  const jobs = features.flatMap(feature => feature.jobs ?? [])
  const jobsByName = new Map<string, Job>(jobs.map(job => [job.name, job]))
  const quietJobs = jobs.filter(job => job.quiet).map(job => job.name)
  const commands: readonly Command[] = features.flatMap(feature => feature.commands ?? [])
  const actions = new Map<string, Action>(features.flatMap(feature => feature.actions ?? []).map(it => [it.id, it]))
  const groups = new Map<string, Surface>([...adapters].map(([platform, { surfaces }]) => [platform, surfaces.group]))
  const { first, giveWay } = createRightOfWay()
  const deps: HandleDeps & SlotDeps & ReactDeps & { readonly features: readonly Feature[] } = {
    store,
    engine,
    clock,
    log,
    features,
    actions,
    jobs: jobsByName,
    people: parts.people,
    doorkeeper: parts.doorkeeper,
    mails: adapters.has('mail'),
    hearers: features.flatMap(({ hears }) => hears ?? []),
    overhearers: features.flatMap(({ overhears }) => overhears ?? []),
    receivers: features.flatMap(({ receives }) => receives ?? []),
    listeners: withMirror(listenersOf(features), parts),
    giveWay,
    read: createReader(commands),
    unsay: parts.unsay,
    teamById: parts.teams.byId,
    sealing: parts.sealing,
    reach: platform => groups.get(platform)?.hears ?? null,
    recallsOthers: platform => groups.get(platform)?.recallsOthers ?? false,
    whispers: platform => groups.get(platform)?.whispers ?? true,
    async reschedule(tx, teamId, now, job) {
      const team = await parts.teams.byId(tx, teamId)
      if (team !== null) await reschedule(tx, jobs, team, now, job)
    },
  }
  const accept = createAccept({ store, engine, clock, read: deps.read, ear: sound(parts.ear, log) })
  const intake: Intake = event => first(() => accept(event))
  const houseFor = createHouses(deps, intake)
  const listening = createListening({ adapters, leases: parts.leases, engine, log, houseFor })
  const outbox: Outbox = {
    ...{ store, clock, adapters, log, owner, random: Math.random },
    mailRefused: (tx, refused) => {
      const scene = { now: clock.now(), team: null, actor: null, place: null, lang: 'en' } as const
      const occasion = `mail-refused:${refused.personId}`
      return perform(deps, tx, { ...scene, occasion }, ctx => parts.mailRefused(ctx, refused))
    },
  }
  const isElsewhere = (platform: PlatformId) => adapters.get(platform)?.sole === true && !listening.isSole()
  const sending = createOutboxJob(outbox, engine)
  const handlers: Handlers = {
    inbox: inTime(job => handle(deps, job.ids)),
    slots: inTime(job => runSlots(deps, job)),
    reactions: inTime(job =>
      job.feature === mirror ? mirrorOf(job) : inTransaction(store, tx => react(deps, tx, job, clock.now())),
    ),
    outbox: inTime(job => sending.run(job.conversation, isElsewhere)),
    'outbox-sole': inTime(job => sending.run(job.conversation, () => false)),
  }

  /** A job may have been put into the queue by a process that had moved the time before. */
  function inTime<J>(work: (job: J) => Promise<void>): (job: J) => Promise<void> {
    return async job => {
      await giveWay()
      await followTime({ store, clock })
      await work(job)
    }
  }

  /** Outside of any transaction: a platform may take its time. */
  function mirrorOf({ teamId, payload }: Reaction): Promise<void> {
    return mirrorAll({ store, adapters, log }, async (tx, platform) => {
      const team = await parts.teams.byId(tx, teamId)
      return team && parts.mirrored.read(tx, team, payload, platform)
    })
  }

  const ticking = { store, engine, clock, log, dueConversations }
  const settle = () => engine.settle(handlers)
  const catchUp = async () => {
    await tick(ticking)
    await settle()
  }
  const closing = new AbortController()
  let door: ClockDoor | null = null
  let listened: Promise<unknown> = Promise.resolve()
  let travels: Promise<unknown> = Promise.resolve()

  return {
    engine,
    intake,
    houseFor,
    settle,
    async start() {
      await engine.prepare()
      // The embedded database is ours alone: whoever held a conversation was killed.
      if (store.kind === 'pglite') await voidLeases(store.prisma)
      await this.rescheduleAll()
      await engine.start(handlers)
      await tick(ticking)
      door = openClockDoor(ticking)
      listened = listening.listen(handlers, closing.signal)
    },
    async stop() {
      await door?.stop()
      // Some platforms are spoken to over the connection by which they are heard.
      await sending.stop()
      closing.abort()
      await listened
      await engine.stop()
    },
    travel(to) {
      const travel = travels.then(() => travelTo({ store, clock, catchUp, nextSending: nextDueAt }, to))
      // Whoever asked for it hears why it failed; the next one only waits until it is over.
      travels = travel.catch(() => undefined)
      return travel
    },
    async next() {
      await followTime({ store, clock })
      const now = clock.now()
      const due = (await nextDue(store.prisma, now, quietJobs)) ?? (await nextDue(store.prisma, now))
      const job = due && jobsByName.get(due.job)
      return due && job ? { at: due.at, job } : null
    },
    async foresee(until) {
      await followTime({ store, clock })
      return foresee(deps, until)
    },
    async rescheduleAll() {
      await inTransaction(store, async tx => {
        for (const team of await parts.teams.all(tx)) await reschedule(tx, jobs, team, clock.now())
      })
    },
  }
}

/** Reacts like a feature, by this name. */
const mirror = 'mirror'

/** Nobody is told of what no platform takes. */
function withMirror(
  listeners: ReactDeps['listeners'],
  { adapters, mirrored: { on } }: Pick<Parts, 'adapters' | 'mirrored'>,
): ReactDeps['listeners'] {
  if (![...adapters.values()].some(adapter => adapter.mirror)) return listeners
  return new Map([...listeners, [on, [...(listeners.get(on) ?? []), mirror]]])
}
