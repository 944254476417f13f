import { expect } from 'vitest'
import type { RoomMessageView } from '../adapters/room/history.ts'
import { MovableClock } from '../src/base/clock.ts'
import type { Log } from '../src/base/log.ts'
import type { Sealing } from '../src/base/sealing.ts'
import { type Bellwether, compose } from '../src/compose.ts'
import type { Feature } from '../src/features/feature.ts'
import type { Store } from '../src/store/store.ts'
import { quiet, type TemporaryDatabase, temporaryStore } from './store/fixture.ts'

/** What somebody sees in a chat: the texts of messages, newest last. */
export interface Listener {
  /** Everything there since the last time anybody said or did something. */
  heard(): Promise<readonly string[]>
  all(): Promise<readonly SeenMessage[]>
}

export type SeenMessage = RoomMessageView

export interface Speaker extends Listener {
  readonly id: string
  /** Says it in the group, the first one unless named; resolves when all that follows has settled. */
  says(text: string, group?: string): Promise<void>
  /** Says it to the bot in the direct chat. */
  tells(text: string): Promise<void>
  /** Uses a button or form that they can see in the newest message that has it. */
  uses(actionId: string, input?: { value?: string; values?: Record<string, string | string[]> }): Promise<void>
}

export interface Talk extends AsyncDisposable {
  readonly house: Bellwether
  readonly store: Store
  readonly clock: MovableClock
  /** What everybody in the first group sees: no whispers. */
  readonly group: Listener
  person(id: string): Speaker
  /** Moves the team's time, running everything due on the way. */
  goTo(time: string): Promise<void>
}

export interface TalkOptions {
  /** ISO time with its offset at which the story begins. */
  readonly at: string
  /** Room users by id and name. */
  readonly people: Readonly<Record<string, string>>
  /** Groups by id and name; one called sales unless told. */
  readonly groups?: Readonly<Record<string, string>>
  readonly database?: TemporaryDatabase
  readonly features: readonly Feature[]
  readonly log?: Log
  /** By which talk is kept; without it nothing is. */
  readonly sealing?: Sealing
}

/** The whole house on a real database, with the Room as its only platform and a clock that stands still. */
export async function openTalk({
  at,
  people,
  groups = oneGroup,
  database,
  features,
  log = quiet,
  sealing,
}: TalkOptions): Promise<Talk> {
  const groupIds = Object.keys(groups)
  const [firstGroup = ''] = groupIds
  const channels = [...groupIds, ...Object.keys(people).map(id => `dm:${id}`)]
  const opened = database ?? (await temporaryStore())
  const { store } = opened
  const clock = new MovableClock({ frozenAt: new Date(at) })
  await store.prisma.roomUser.createMany({
    data: Object.entries(people).map(([id, name], position) => ({ id, name, position })),
  })
  await store.prisma.roomChannel.createMany({
    data: Object.entries(groups).map(([id, name], position) => ({ id, name, position })),
  })
  const house = compose({ store, clock, log, features, owner: 'test', ...(sealing && { sealing }) })
  await house.app.engine.prepare()
  let since = new Map<string, string>()

  async function post(path: string, body: object): Promise<void> {
    since = await cursors(house, channels)
    const request = new Request(`http://localhost/room/api/${path}`, { method: 'POST', body: JSON.stringify(body) })
    const response = await house.room.webhook(request)
    expect(response.status, await response.clone().text()).toBe(202)
    await house.app.settle()
  }

  const listen = (places: readonly string[], viewer?: string): Listener => ({
    async heard() {
      const seen = await Promise.all(places.map(channel => read(house, channel, viewer, since.get(channel))))
      return seen
        .flat()
        .filter(it => it.from === 'bot')
        .map(it => it.text)
    },
    async all() {
      return (await Promise.all(places.map(channel => read(house, channel, viewer)))).flat()
    },
  })

  return {
    house,
    store,
    clock,
    group: listen([firstGroup]),
    person(id) {
      const listener = listen([...groupIds, `dm:${id}`], id)
      return {
        id,
        ...listener,
        says: (text, group = firstGroup) => post('messages', { as: id, channel: group, text }),
        tells: text => post('messages', { as: id, channel: 'dm', text }),
        async uses(actionId, input = {}) {
          const offers = (await listener.all()).filter(it =>
            JSON.stringify(it.content ?? '').includes(`"id":"${actionId}"`),
          )
          const message = offers.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1)
          expect(message, `${id} sees no ${actionId}`).toBeDefined()
          await post('actions', { as: id, messageId: message?.id, actionId, ...input })
        },
      }
    },
    async goTo(time) {
      since = await cursors(house, channels)
      await house.app.travel(new Date(time))
    },
    async [Symbol.asyncDispose]() {
      await house.app.stop()
      await opened.close()
    },
  }
}

const oneGroup: Readonly<Record<string, string>> = { sales: '销售一部' }

interface History {
  readonly messages: readonly SeenMessage[]
  readonly cursor: string
}

async function fetchHistory(house: Bellwether, channel: string, viewer?: string, after?: string): Promise<History> {
  const query = new URLSearchParams({ channel, ...(viewer && { viewer }), ...(after && { after }) })
  const response = await house.room.history(new Request(`http://localhost/room/api/messages?${query}`))
  expect(response.status).toBe(200)
  return (await response.json()) as History
}

async function read(
  house: Bellwether,
  channel: string,
  viewer?: string,
  after?: string,
): Promise<readonly SeenMessage[]> {
  const { messages } = await fetchHistory(house, channel, viewer, after)
  return viewer === undefined ? messages.filter(it => it.to === undefined) : messages
}

async function cursors(house: Bellwether, channels: readonly string[]): Promise<Map<string, string>> {
  return new Map(await Promise.all(channels.map(async it => [it, (await fetchHistory(house, it)).cursor] as const)))
}

expect.extend({
  async toHear(listener: Listener, words: RegExp) {
    const heard = await listener.heard()
    return {
      pass: heard.some(text => words.test(text)),
      message: () =>
        `heard ${this.isNot ? '' : 'no '}${words} in:\n${heard.map(text => `  | ${text.replaceAll('\n', '\n  | ')}`).join('\n')}`,
    }
  },
})

declare module 'vitest' {
  interface Matchers<R, T> {
    /** Whether a message that came since the last thing said matches. */
    toHear(words: RegExp): Promise<void>
  }
}
