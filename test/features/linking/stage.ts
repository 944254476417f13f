import { afterAll, beforeAll } from 'vitest'
import { MovableClock } from '../../../src/base/clock.ts'
import { newId } from '../../../src/base/ids.ts'
import { compose } from '../../../src/compose.ts'
import { features } from '../../../src/features/index.ts'
import type { AccountFacts, EventBody, InboundEvent, PlatformId } from '../../../src/platform/events.ts'
import type { Store } from '../../../src/store/store.ts'
import { type Call, ScriptedAdapter } from '../../outbox/scripted-adapter.ts'
import { quiet, temporaryStore } from '../../store/fixture.ts'

/** What somebody was told, and where: `slack#sales`, `slack#sales>UA` for a whisper, `wecom@UA` for a direct message. */
export interface Told {
  readonly where: string
  readonly text: string
}

const canvas = {
  blocks: new Set(['heading', 'text', 'quiet', 'fields', 'list', 'table', 'actions'] as const),
  mentions: 'inline',
  images: false,
  limit: { unit: 'characters', size: 4000 },
} as const

/** The whole product between a Slack and a WeCom, neither of which refuses anything; only Slack can whisper. */
export async function openTwoPlatforms(store: Store, at = '2026-11-20T09:00:00+08:00') {
  const clock = new MovableClock({ frozenAt: new Date(at) })
  const slack = new ScriptedAdapter({ group: { canvas }, direct: { canvas } }).takeAll()
  const wecom = new ScriptedAdapter({
    platform: 'wecom',
    group: { canvas, whispers: false, revises: false },
    direct: { canvas, revises: false },
  }).takeAll()
  const adapters = { slack, wecom }
  const { app } = compose({ store, clock, log: quiet, owner: 'test', features, adapters: [slack, wecom] })
  await app.engine.prepare()

  async function during(work: () => Promise<unknown>): Promise<Told[]> {
    const before = { slack: slack.calls.length, wecom: wecom.calls.length }
    await work()
    await app.settle()
    return (['slack', 'wecom'] as const).flatMap(platform =>
      toldIn(platform, adapters[platform].calls.slice(before[platform])),
    )
  }

  const happens = (platform: PlatformId, place: InboundEvent['place'], author: AccountFacts, body: EventBody) =>
    during(async () => app.intake({ platform, eventId: newId(), place, author, body }))

  const group = (channelId: string) => ({ kind: 'group', channelId, name: channelId }) as const

  /** Somebody's account on a platform, and what they do with it. */
  function account(platform: 'slack' | 'wecom', accountId: string, name: string, facts: Partial<AccountFacts> = {}) {
    const author: AccountFacts = { accountId, name, standing: 'member', active: true, lang: 'zh', ...facts }
    const message = (text: string): EventBody => ({ kind: 'message', text, addressed: true })
    return {
      author,
      says: (channel: string, text: string) => happens(platform, group(channel), author, message(text)),
      tells: (text: string) => happens(platform, { kind: 'direct' }, author, message(text)),
      presses: (actionId: string, value: string) =>
        happens(platform, { kind: 'direct' }, author, { kind: 'action', actionId, value }),
      personId: async () => {
        const where = { platform_accountId: { platform, accountId } }
        return (await store.prisma.account.findUniqueOrThrow({ where })).personId
      },
    }
  }

  return {
    store,
    clock,
    app,
    slack,
    wecom,
    account,
    roster: (platform: PlatformId, channel: string, people: readonly { author: AccountFacts }[]) =>
      happens(
        platform,
        group(channel),
        { accountId: 'BOT' },
        {
          kind: 'roster',
          people: people.map(({ author }) => author),
        },
      ),
    goTo: (time: string) => during(async () => app.travel(new Date(time))),
    [Symbol.asyncDispose]: () => app.stop(),
  }
}

export type TwoPlatforms = Awaited<ReturnType<typeof openTwoPlatforms>>

type Send = Extract<Call, { call: 'send' }>

function toldIn(platform: string, calls: readonly Call[]): Told[] {
  const sends = calls.filter((call): call is Send => call.call === 'send')
  const messages = Map.groupBy(sends, ({ key }) => key.split(':')[0])
  return [...messages.values()].map(parts => ({
    where: `${platform}${whereOf(parts[0]?.address)}`,
    text: parts.map(({ text }) => text).join('\n'),
  }))
}

function whereOf(address: Send['address'] | undefined): string {
  if (address === undefined) return ''
  if (address.kind === 'direct') return `@${address.accountId}`
  return `#${address.channelId}${address.whisperTo === undefined ? '' : `>${address.whisperTo}`}`
}

/** The code in what somebody was told. */
export function codeIn(told: readonly Told[], command = '关联'): string {
  const code = new RegExp(`/${command} ([2-9A-HJKMNP-Z]{6})`).exec(told.map(({ text }) => text).join('\n'))?.[1]
  if (code === undefined) throw new Error(`no code in ${JSON.stringify(told)}`)
  return code
}

export const textsOf = (told: readonly Told[]) => told.map(({ text }) => text).join('\n')

/** Opens both platforms on one database before all tests of the file, each of which makes a team of its own, and closes them. */
export function shareTwoPlatforms(use: (opened: { world: TwoPlatforms; store: Store }) => void, at?: string): void {
  const opened = new AsyncDisposableStack()
  beforeAll(async () => {
    const database = await temporaryStore()
    opened.defer(() => database.close())
    const world = await openTwoPlatforms(database.store, at)
    opened.defer(() => world.app.stop())
    use({ world, store: database.store })
  })
  afterAll(() => opened.disposeAsync())
}
