import { describe, expect, it } from 'vitest'
import { newId } from '../../src/base/ids.ts'
import type { InboundEvent } from '../../src/platform/events.ts'
import { givenCast, message, openHouse } from '../house.ts'
import { temporaryStore } from '../store/fixture.ts'
import { probe } from './probe.ts'

const roster = (...accountIds: readonly string[]): InboundEvent => ({
  platform: 'slack',
  eventId: newId(),
  place: { kind: 'group', channelId: 'C-li' },
  author: { accountId: 'UBOT', name: 'bellwether' },
  body: { kind: 'roster', people: accountIds.map(accountId => ({ accountId })) },
})

describe('what a platform tells of people', () => {
  it('makes nobody of the bot in whose name it is told', async () => {
    await using database = await temporaryStore()
    const { store } = database
    await givenCast(store)
    await using house = await openHouse({ store, features: [probe] })
    await house.app.intake(roster('U-li', 'U-new'))
    await house.app.settle()
    const accounts = await store.prisma.account.findMany({ orderBy: { accountId: 'asc' } })
    expect(accounts.map(it => it.accountId)).toEqual(['U-li', 'U-new'])
    expect(house.slack.texts).toEqual([])
  })

  it('that cannot be kept is set aside with a reference, without a word to anybody, and what follows goes on', async () => {
    await using database = await temporaryStore()
    const { store } = database
    await givenCast(store)
    await using house = await openHouse({ store, features: [probe] })
    await store.exec(`ALTER TABLE "ChannelAccount" ADD CONSTRAINT nobody CHECK ("accountId" <> 'U-new')`)
    await house.app.intake(roster('U-li', 'U-new'))
    await house.app.intake(message('/echo after'))
    await house.app.settle()
    const rows = await store.prisma.inboundEvent.findMany({ orderBy: { id: 'asc' } })
    expect(rows.map(({ state, reference }) => [state, reference !== null])).toEqual([
      ['failed', true],
      ['handled', false],
    ])
    expect(house.slack.texts).toEqual(['after'])
    expect(await store.prisma.account.count()).toBe(1)
  })
})
