import { newId } from '../../../src/base/ids.ts'
import { features } from '../../../src/features/index.ts'
import type { AccountFacts, EventBody, InboundEvent } from '../../../src/platform/events.ts'
import type { Store } from '../../../src/store/store.ts'
import { openHouse } from '../../house.ts'

/** What somebody was told, and where: `#channel`, `#channel>account` for a whisper, `@account` for a direct message. */
export interface Told {
  readonly where: string
  readonly text: string
}

type Group = Extract<InboundEvent['place'], { kind: 'group' }>

export const person = (accountId: string, facts: Partial<AccountFacts> = {}): AccountFacts => ({
  accountId,
  name: accountId,
  standing: 'member',
  active: true,
  ...facts,
})

/** The whole product with a Slack that hands in what it tells of people; a Monday, 09:00 in Shanghai. */
export async function openWorkspace(store: Store) {
  const house = await openHouse({ store, features })
  const { app, slack } = house
  const group = (channel: string, more: Partial<Group> = {}): Group => ({ kind: 'group', channelId: channel, ...more })

  async function happens(place: InboundEvent['place'], author: AccountFacts, body: EventBody): Promise<Told[]> {
    const before = slack.calls.length
    await app.intake({ platform: 'slack', eventId: newId(), place, author, body })
    await app.settle()
    return toldIn(slack.calls.slice(before).filter(call => call.call === 'send'))
  }

  return {
    house,
    store,
    roster: (channel: string, people: readonly AccountFacts[], more: Partial<Group> = {}) =>
      happens(group(channel, more), { accountId: 'UBOT' }, { kind: 'roster', people: [...people] }),
    joins: (channel: string, who: AccountFacts) => happens(group(channel), who, { kind: 'joined' }),
    leaves: (channel: string, who: AccountFacts) => happens(group(channel), who, { kind: 'left' }),
    profile: (who: AccountFacts) => happens({ kind: 'direct' }, who, { kind: 'profile' }),
    says: (channel: string, who: AccountFacts, text: string) =>
      happens(group(channel), who, { kind: 'message', text, addressed: true }),
    presses: (who: AccountFacts, actionId: string, value: string) =>
      happens({ kind: 'direct' }, who, { kind: 'action', actionId, value }),
    /** Who is in the team of a channel now: the names, sorted, each with its role unless that is rep. */
    async members(channel: string) {
      const { teamId } = await store.prisma.channel.findFirstOrThrow({ where: { externalId: channel } })
      const rows = await store.prisma.member.findMany({ where: { teamId: teamId ?? newId(), leftOn: null } })
      return rows.map(({ name, role }) => (role === 'rep' ? name : `${name} (${role})`)).sort()
    },
    async present(channel: string) {
      const rows = await store.prisma.channelAccount.findMany({ where: { channel: { externalId: channel } } })
      return rows.map(row => row.accountId).sort()
    },
    [Symbol.asyncDispose]: () => app.stop(),
  }
}

export type Workspace = Awaited<ReturnType<typeof openWorkspace>>

type Send = Extract<Workspace['house']['slack']['calls'][number], { call: 'send' }>

/** The parts of one message are one thing to hear; their keys begin with the delivery's id. */
function toldIn(sends: readonly Send[]): Told[] {
  const messages = Map.groupBy(sends, ({ key }) => key.split(':')[0])
  return [...messages.values()].flatMap(parts => {
    const [first] = parts
    return first ? [{ where: whereOf(first.address), text: parts.map(part => part.text).join('\n') }] : []
  })
}

function whereOf(address: Send['address']): string {
  if (address.kind === 'direct') return `@${address.accountId}`
  return `#${address.channelId}${address.whisperTo === undefined ? '' : `>${address.whisperTo}`}`
}
