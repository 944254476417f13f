import { createHistory } from '../adapters/room/history.ts'
import { createRoomAdapter } from '../adapters/room/index.ts'
import { type App, createApp } from './app.ts'
import type { MovableClock } from './base/clock.ts'
import type { Log } from './base/log.ts'
import type { Sealing } from './base/sealing.ts'
import { isMember } from './context.ts'
import type { Feature } from './features/feature.ts'
import { answerRefused, answerUnknown, answerUnreadable } from './features/help/at-the-door.ts'
import { hearRefusal } from './features/mail/hear-refusal.ts'
import { mirrored } from './features/mirror/mirrored.ts'
import { createEar } from './features/rules/hearing/ear.ts'
import { channelFor } from './features/team/channels.ts'
import { greetChannel, meetArrival, welcomeGuest } from './features/team/greetings.ts'
import { hearNews } from './features/team/hear-news.ts'
import { identify } from './features/team/identify.ts'
import { withOutsiders } from './features/team/outsiders.ts'
import { resolveActor } from './features/team/resolve-actor.ts'
import { allTeams, teamById } from './features/team/teams.ts'
import type { Ear } from './inbox/ear.ts'
import { measureWhenLoaded, openStudio } from './pictures/studio.ts'
import type { Adapter } from './platform/adapter.ts'
import type { House } from './platform/house.ts'
import { filesOf } from './store/files.ts'
import { createLeases } from './store/leases.ts'
import { type PicturesOf, picturesOf, sizesOf } from './store/pictures.ts'
import { createRoomMessages, takeBackSaid } from './store/room-messages.ts'
import type { Store } from './store/store.ts'
import type { Webhook } from './web/platforms.ts'
import type { RoomHouse } from './web/room/room.ts'

export interface Ingredients {
  readonly store: Store
  readonly clock: MovableClock
  readonly log: Log
  readonly owner: string
  readonly features: readonly Feature[]
  /** One for all who show pictures, so that each is drawn once. */
  readonly pictures?: PicturesOf
  /** Besides the Room. */
  readonly adapters?: readonly Adapter[]
  /** Listens to ordinary talk, in place of the one that keeps the rules. */
  readonly ear?: Ear
  /** By which what is said is kept; without it nothing is. */
  readonly sealing?: Sealing
  /** Real people hear us, so nobody may move the clock. */
  readonly isTimeReal?: boolean
}

export interface Bellwether {
  readonly app: App
  readonly room: RoomHouse
  /** The doors of the other platforms. */
  readonly webhooks: readonly Webhook[]
}

/** Puts the ready parts together: the same for the server, the command line and the tests. */
export function compose(ingredients: Ingredients): Bellwether {
  const { store, clock, log, owner, features, adapters = [], isTimeReal = false, sealing } = ingredients
  const pictures = ingredients.pictures ?? picturesOf(store, { draw: openStudio(), log })
  const commands = features.flatMap(feature => feature.commands ?? [])
  const messages = createRoomMessages(store)
  const roomAdapter = createRoomAdapter({ messages, clock })
  const app = createApp({
    store,
    clock,
    log,
    owner,
    features,
    leases: createLeases(store, log),
    adapters: new Map([roomAdapter, ...adapters].map(adapter => [adapter.platform, adapter])),
    teams: { byId: teamById, all: allTeams },
    mirrored,
    mailRefused: hearRefusal,
    unsay: async (tx, { platform, eventId }) => (platform === 'room' ? takeBackSaid(tx, eventId) : undefined),
    sealing,
    ear: ingredients.ear ?? createEar({ store, log, sealing: sealing ?? null }),
    people: { identify, channelFor, hearNews, withOutsiders, resolveActor: (tx, who) => resolveActor(tx, who) },
    doorkeeper: {
      greet: greetChannel,
      arrive: meetArrival,
      join: welcomeGuest,
      refused: answerRefused,
      unreadable: answerUnreadable,
      unknown: (ctx, word, nearest) =>
        isMember(ctx) || ctx.place.kind === 'group' ? answerUnknown(ctx, commands, word, nearest) : greetChannel(ctx),
    },
  })
  return {
    app,
    room: roomHouse({ store, clock, log, pictures, app, messages, adapter: roomAdapter, isTimeReal }),
    webhooks: adapters.flatMap(adapter => webhooksOf(adapter, app)),
  }
}

function webhooksOf(adapter: Adapter, app: App): readonly Webhook[] {
  const webhook = adapter.webhook?.bind(adapter)
  if (webhook === undefined) return []
  const house = app.houseFor(adapter.platform)
  const at = adapter.webhookAt ?? { path: `/${adapter.platform}/events` }
  return [{ ...at, answer: request => webhook(request, house) }]
}

interface RoomParts extends Pick<Ingredients, 'store' | 'clock' | 'log'> {
  readonly isTimeReal: boolean
  readonly pictures: PicturesOf
  readonly app: App
  readonly messages: ReturnType<typeof createRoomMessages>
  readonly adapter: { webhook?(request: Request, house: House): Promise<Response> }
}

function roomHouse({ store, clock, log, pictures, app, messages, adapter, isTimeReal }: RoomParts): RoomHouse {
  return {
    store,
    clock,
    log,
    pictures,
    isTimeReal,
    files: filesOf(store, pictures),
    webhook: async request =>
      (await adapter.webhook?.(request, app.houseFor('room'))) ?? new Response(null, { status: 404 }),
    history: createHistory(messages, sizesOf(store, { measure: measureWhenLoaded, log })),
    subscribe: listener => messages.subscribe(({ channel, to }) => listener({ channel, to })),
    travel: app.travel,
    next: async () => {
      const next = await app.next()
      return next && { at: next.at, what: next.job.what }
    },
    foresee: app.foresee,
  }
}
