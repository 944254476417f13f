import { MovableClock } from '../../src/base/clock.ts'
import { newId } from '../../src/base/ids.ts'
import { compose } from '../../src/compose.ts'
import type { BlockKind, Button, Content } from '../../src/content/content.ts'
import { plain } from '../../src/content/plain.ts'
import { features } from '../../src/features/index.ts'
import type { Adapter, Address, Surface } from '../../src/platform/adapter.ts'
import { PlatformError } from '../../src/platform/errors.ts'
import type { InboundEvent } from '../../src/platform/events.ts'
import type { Store } from '../../src/store/store.ts'
import { surface } from '../outbox/scripted-adapter.ts'
import { quiet } from '../store/fixture.ts'

interface Seen {
  readonly address: Address
  readonly content: Content
}

interface Options {
  readonly store: Store
  /** What the platform draws besides text. */
  readonly draws?: readonly BlockKind[]
  /** It refuses to write to anybody alone. */
  readonly keepsToGroups?: boolean
  /** False where the group has no team yet. */
  readonly team?: boolean
  readonly at?: string
}

/** A platform without forms and without whispers, with the whole house behind it; one group that has a team, and its people. */
export async function openPlainPlatform({
  store,
  draws = ['actions'],
  keepsToGroups = false,
  team = true,
  at = '2026-11-23 18:00',
}: Options) {
  const seen: Seen[] = []
  const clock = new MovableClock({ frozenAt: shanghai(at) })
  const sees: Surface = {
    ...surface,
    hears: 'mentions',
    whispers: false,
    revises: false,
    canvas: { ...surface.canvas, blocks: new Set(['text', ...draws]), limit: { unit: 'characters', size: 2000 } },
  }
  const adapter: Adapter<Content> = {
    platform: 'wecom',
    surfaces: { group: sees, direct: sees },
    render: content => content,
    async send({ address, payload }) {
      if (keepsToGroups && address.kind === 'direct') throw new PlatformError('unreachable', 'never spoke to us')
      seen.push({ address, content: payload })
      return { message: String(seen.length) }
    },
  }
  const group = `G-${newId()}`
  const open = async () => {
    const { app } = compose({ store, clock, log: quiet, owner: newId(), features, adapters: [adapter] })
    await app.engine.prepare()
    return app
  }
  let app = await open()
  let since = 0

  async function happens(event: Pick<InboundEvent, 'place' | 'body'>, name: string, eventId = newId()): Promise<void> {
    since = seen.length
    await app.intake({ platform: 'wecom', eventId, author: { accountId: `${name}@${group}`, name }, ...event })
    await app.settle()
  }
  const direct = { kind: 'direct' } as const
  const inGroup = { kind: 'group', channelId: group } as const

  const person = (name: string) => {
    const isMine = ({ address }: Seen) => address.kind === 'direct' && address.accountId === `${name}@${group}`
    const press = (label: string, place: InboundEvent['place']) => {
      const found = seen
        .filter(it => (place.kind === 'direct' ? isMine(it) : !isMine(it)))
        .flatMap(({ content }) => buttonsOf(content))
      const button = found.findLast(it => it.label === label)
      if (button === undefined) throw new Error(`${name} sees no button ${label}`)
      return { button, again: () => use(button, place) }
    }
    const use = ({ id: actionId, value }: Button, place: InboundEvent['place'] = direct) =>
      happens({ place, body: { kind: 'action', actionId, ...(value !== undefined && { value }) } }, name)
    return {
      tells: (text: string, eventId?: string) =>
        happens({ place: direct, body: { kind: 'message', text, addressed: true } }, name, eventId),
      says: (text: string, place: InboundEvent['place'] = inGroup) =>
        happens({ place, body: { kind: 'message', text, addressed: true } }, name),
      /** What the platform tells of something that they said. */
      does: (body: InboundEvent['body'], place: InboundEvent['place'] = inGroup) => happens({ place, body }, name),
      sends: (what: 'picture' | 'voice' | 'video' | 'file' | 'other', place: InboundEvent['place'] = direct) =>
        happens({ place, body: { kind: 'unreadable', what } }, name),
      async presses(label: string) {
        await press(label, direct).again()
      },
      async pressesInGroup(label: string) {
        await press(label, inGroup).again()
      },
      /** The newest button of that label, to be used now and later. */
      keepsButton: (label: string) => press(label, direct).again,
      use,
      /** What came in the direct chat since somebody last did something. */
      heard: () =>
        seen
          .slice(since)
          .filter(isMine)
          .map(({ content }) => plain(content))
          .join('\n'),
      buttons: () =>
        seen
          .slice(since)
          .filter(isMine)
          .flatMap(({ content }) => buttonsOf(content))
          .map(({ label }) => label),
    }
  }

  const wang = person('王')
  if (team) await wang.says('/建队 销售一部')
  return {
    person,
    wang,
    inGroup,
    otherGroup: { kind: 'group', channelId: `${group}-2` } as const,
    heardInGroup: () =>
      seen
        .slice(since)
        .filter(({ address }) => address.kind === 'group')
        .map(({ content }) => plain(content))
        .join('\n'),
    /** Only the clock: nothing that is due on the way is run. */
    goTo: (time: string) => clock.moveTo(shanghai(time)),
    async travel(time: string) {
      since = seen.length
      await app.travel(shanghai(time))
    },
    /** The process ends, and another takes over on the same database. */
    async restart() {
      await app.stop()
      app = await open()
    },
    /** What somebody has handed in, newest first. */
    reportsOf: async (name: string) => {
      const accountId = `${name}@${group}`
      const { personId } = await store.prisma.account.findFirstOrThrow({ where: { platform: 'wecom', accountId } })
      return store.prisma.report.findMany({ where: { member: { personId } }, orderBy: { submittedAt: 'desc' } })
    },
    /** The group, and the team that talks there. */
    channel: () => store.prisma.channel.findFirstOrThrow({ where: { externalId: group }, include: { team: true } }),
    [Symbol.asyncDispose]: () => app.stop(),
  }
}

function buttonsOf(content: Content): readonly Button[] {
  return content.blocks.flatMap(block => (block.b === 'actions' ? block.buttons : []))
}

function shanghai(at: string): Date {
  return new Date(`${at.replace(' ', 'T')}:00+08:00`)
}
