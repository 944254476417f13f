import { afterAll, beforeAll } from 'vitest'
import { MovableClock } from '../../../src/base/clock.ts'
import { newId } from '../../../src/base/ids.ts'
import { toInstant } from '../../../src/calendar/zone.ts'
import { compose } from '../../../src/compose.ts'
import type { Actor } from '../../../src/context.ts'
import type { Feature } from '../../../src/features/feature.ts'
import { notices } from '../../../src/features/notices/feature.ts'
import { nudges } from '../../../src/features/nudges/feature.ts'
import { createPrivacy } from '../../../src/features/privacy/feature.ts'
import { team as teamFeature } from '../../../src/features/team/feature.ts'
import type { Surface } from '../../../src/platform/adapter.ts'
import type { EventBody } from '../../../src/platform/events.ts'
import type { Store } from '../../../src/store/store.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { type Call, ScriptedAdapter } from '../../outbox/scripted-adapter.ts'
import { quiet, type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { givenMember, givenTeam } from '../harness.ts'

/** What was heard, and where: `#sales`, `#sales>张三` for a whisper, `@张三` in a direct chat; `~` before it for a revision. */
export interface Heard {
  readonly where: string
  readonly text: string
}

const zone = 'Asia/Shanghai'

/** That wall time in Shanghai: `2026-11-23 09:00`. */
export function at(text: string): Date {
  const [date = '', time = ''] = text.split(' ')
  return toInstant(date, time, zone)
}

const canvas = {
  blocks: new Set(['heading', 'text', 'quiet', 'fields', 'list', 'table', 'actions'] as const),
  mentions: 'inline',
  images: false,
  limit: { unit: 'characters', size: 4000 },
} as const

const usual: readonly Feature[] = [notices, nudges, teamFeature, createPrivacy(() => usual)]

interface Options {
  readonly at?: string
  readonly settings?: Record<string, unknown>
  readonly features?: readonly Feature[]
  readonly group?: Partial<Surface>
  readonly lang?: 'zh' | 'en'
  /** There is a group in which the team talks. */
  readonly hasGroup?: boolean
}

/** A team in a Slack group with the product's own machinery, and a clock that only the test moves. */
export async function openTeam(
  store: Store,
  people: readonly Parameters<typeof givenMember>[2][],
  {
    at: opening = '2026-11-23 09:00',
    settings = {},
    features = usual,
    group = {},
    lang = 'zh',
    hasGroup = true,
  }: Options = {},
) {
  const { prisma } = store
  const clock = new MovableClock({ frozenAt: at(opening) })
  const slack = new ScriptedAdapter({ group: { canvas, ...group }, direct: { canvas } }).takeAll()
  const { app } = compose({ store, clock, log: quiet, owner: newId(), features, adapters: [slack] })
  await app.engine.prepare()
  const team = await givenTeam(prisma, { settings, lang })
  const sales = `C-${team.id}`
  if (hasGroup) {
    await prisma.channel.create({ data: { id: newId(), platform: 'slack', externalId: sales, teamId: team.id } })
  }
  const members = new Map<string, Actor>()
  const accountOf = (name: string) => `U-${name}-${team.id}`

  async function joins(person: Parameters<typeof givenMember>[2]): Promise<void> {
    const actor = await givenMember(prisma, team, person)
    members.set(person.name, actor)
    const account = { platform: 'slack', accountId: accountOf(person.name), personId: actor.personId }
    await prisma.account.create({ data: { ...account, lastSeenAt: clock.now() } })
  }
  for (const person of people) await joins(person)
  await app.rescheduleAll()

  function who(name: string): Actor {
    const actor = members.get(name)
    if (!actor) throw new Error(`nobody is called ${name}`)
    return actor
  }

  const posted = new Map<string, string>()
  const nameOf = (accountId: string) => [...members.keys()].find(name => accountOf(name) === accountId) ?? accountId

  function placeOf(address: Extract<Call, { call: 'send' }>['address']): string {
    if (address.kind === 'direct') return `@${nameOf(address.accountId)}`
    return address.whisperTo === undefined ? '#sales' : `#sales>${nameOf(address.whisperTo)}`
  }

  /** The ids of messages count the calls, as the adapter gives them. */
  async function during(work: () => Promise<unknown>): Promise<Heard[]> {
    const before = slack.calls.length
    await work()
    await app.settle()
    return slack.calls.slice(before).flatMap((call, n): Heard[] => {
      if (call.call === 'send') {
        const where = placeOf(call.address)
        posted.set(`m${before + n + 1}`, where)
        return [{ where, text: call.text }]
      }
      return call.call === 'revise' ? [{ where: `~${posted.get(call.message)}`, text: call.text }] : []
    })
  }

  function does(name: string, body: EventBody, inGroup: boolean, eventId = newId()) {
    const place = inGroup ? ({ kind: 'group', channelId: sales } as const) : ({ kind: 'direct' } as const)
    const author = { accountId: accountOf(name), name }
    return during(() => app.intake({ platform: 'slack', eventId, place, author, body }))
  }

  async function hands(name: string, filename: string, given: Uint8Array | 'too-large' | 'not-given') {
    const eventId = newId()
    const file =
      typeof given === 'string'
        ? ({ kept: false, why: given } as const)
        : ({ kept: true, ref: await app.houseFor('slack').keepFile({ eventId, filename, bytes: given }) } as const)
    return does(name, { kind: 'file', name: filename, file }, false, eventId)
  }

  function hearOf(name: string, payload: Readonly<Record<string, unknown>>): Promise<Heard[]> {
    const event = { memberId: who(name).memberId, ...payload }
    const jobs = features.flatMap(({ name, reactions = [] }) =>
      reactions.some(({ on }) => on === 'member.joined')
        ? [{ feature: name, name: 'member.joined', teamId: team.id, payload: event }]
        : [],
    )
    return during(() => inTransaction(store, tx => app.engine.enqueue(tx, 'reactions', jobs)))
  }

  return {
    ...{ store, app, clock, team, who, slack },
    /** In a direct chat; `posts` in the group. */
    says: (name: string, text: string) => does(name, { kind: 'message', text, addressed: true }, false),
    posts: (name: string, text: string) => does(name, { kind: 'message', text, addressed: false }, true),
    presses: (name: string, actionId: string, value: string) => does(name, { kind: 'action', actionId, value }, true),
    /** Gives us a file in a direct chat; or the platform does not. */
    hands,
    fills: (name: string, actionId: string, values: Record<string, string>) =>
      does(name, { kind: 'action', actionId, values }, false),
    until: (moment: string) => during(() => app.travel(at(moment))),
    /** Somebody joins, and the features hear of it. */
    async joins(person: Parameters<typeof givenMember>[2], payload: Readonly<Record<string, unknown>> = {}) {
      await joins(person)
      return hearOf(person.name, payload)
    },
    /** They join once more, without being new. */
    again: (name: string) => hearOf(name, {}),
    async leaves(name: string) {
      await prisma.member.update({
        where: { id: who(name).memberId },
        data: { leftOn: '2026-11-23', leftBecause: 'left' },
      })
    },
    [Symbol.asyncDispose]: () => app.stop(),
  }
}

/** The same on a database of its own, for whoever travels in time: nobody else's time goes by with theirs. */
export async function openAlone(...[people, options]: [Parameters<typeof openTeam>[1], Options?]) {
  const database = await temporaryStore()
  const staged = await openTeam(database.store, people, options)
  return {
    ...staged,
    async [Symbol.asyncDispose]() {
      await staged.app.stop()
      await database.close()
    },
  }
}

/** One database for all tests of a file: each makes a team of its own. */
export function sharedStore() {
  let database: TemporaryDatabase
  beforeAll(async () => {
    database = await temporaryStore()
  })
  afterAll(() => database.close())
  return {
    get store() {
      return database.store
    },
  }
}

/** What was heard at one place, in one text. */
export function heardAt(heard: readonly Heard[], where: string): string {
  return heard
    .filter(one => one.where === where)
    .map(({ text }) => text)
    .join('\n---\n')
}
