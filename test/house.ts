import { MovableClock } from '../src/base/clock.ts'
import { newId } from '../src/base/ids.ts'
import type { Log } from '../src/base/log.ts'
import type { Sealing } from '../src/base/sealing.ts'
import { compose } from '../src/compose.ts'
import { content, text } from '../src/content/build.ts'
import type { Actor, Role, Team } from '../src/context.ts'
import type { Feature } from '../src/features/feature.ts'
import type { Ear } from '../src/inbox/ear.ts'
import { dueConversations } from '../src/outbox/due.ts'
import type { InboundEvent } from '../src/platform/events.ts'
import { type TickDeps, tick } from '../src/schedule/tick.ts'
import type { Store } from '../src/store/store.ts'
import { givenMember, givenTeam } from './features/harness.ts'
import { ScriptedAdapter, surface } from './outbox/scripted-adapter.ts'
import { quiet } from './store/fixture.ts'

/** A Monday, 09:00 in Shanghai. */
const monday = new Date('2026-11-23T01:00:00Z')

export const says = (words: string) => content('en', text(words))

/** As much as a message on Slack holds, so that whoever counts messages counts what was said and not its parts. */
const canvas = { ...surface.canvas, limit: { unit: 'characters', size: 2_500 } } as const

interface HouseOptions {
  readonly store: Store
  readonly features: readonly Feature[]
  readonly log?: Log
  /** Names this process among those on the same database. */
  readonly owner?: string
  readonly at?: Date
  readonly ear?: Ear
  readonly sealing?: Sealing
}

/**
 * The machinery of one process with the features of the test, a scripted Slack that takes everything, and a clock that
 * stands still. Several may stand on one database, as several processes would.
 */
export async function openHouse({
  store,
  features,
  log = quiet,
  owner = 'test/1',
  at = monday,
  ear,
  sealing,
}: HouseOptions) {
  const clock = new MovableClock({ frozenAt: at })
  const slack = new ScriptedAdapter({ group: { canvas }, direct: { canvas } }).takeAll()
  const { app } = compose({
    store,
    clock,
    log,
    owner,
    features,
    adapters: [slack],
    ...(ear && { ear }),
    ...(sealing && { sealing }),
  })
  await app.engine.prepare()
  const ticking: TickDeps = { store, engine: app.engine, clock, log, dueConversations }
  return {
    store,
    app,
    clock,
    slack,
    tick: () => tick(ticking),
    [Symbol.asyncDispose]: () => app.stop(),
  }
}

export type House = Awaited<ReturnType<typeof openHouse>>

export interface Cast {
  readonly team: Team
  readonly channelId: string
  readonly li: Actor
}

/** A team of its own with a Slack group and a member called Li, whose account is `U-<suffix>` in the group `C-<suffix>`. */
export async function givenCast({ prisma }: Store, suffix = 'li', role: Role = 'rep'): Promise<Cast> {
  const team = await givenTeam(prisma, { name: `Team ${suffix}`, lang: 'en' })
  const li = await givenMember(prisma, team, { name: 'Li', role })
  const channelId = newId()
  await prisma.channel.create({
    data: { id: channelId, platform: 'slack', externalId: `C-${suffix}`, teamId: team.id },
  })
  await prisma.account.create({
    data: { platform: 'slack', accountId: `U-${suffix}`, personId: li.personId, lastSeenAt: monday },
  })
  return { team, channelId, li }
}

/** A message of Li in the group, as an adapter hands it in. */
export function message(words: string, { suffix = 'li', eventId = newId() } = {}): InboundEvent {
  return {
    platform: 'slack',
    eventId,
    place: { kind: 'group', channelId: `C-${suffix}` },
    author: { accountId: `U-${suffix}`, name: 'Li' },
    body: { kind: 'message', text: words, addressed: false },
  }
}
