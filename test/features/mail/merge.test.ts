import { afterAll, beforeAll, expect, it } from 'vitest'
import { joinPeople } from '../../../src/features/linking/join-people.ts'
import { compose } from '../../../src/outbox/compose.ts'
import { writeDeliveries } from '../../../src/outbox/write.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { says } from '../../house.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { aMoment, givenMember, givenTeam } from '../harness.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

/** Two people who turn out to be one, each with what is kept of their address; answers who is left, and where mail goes. */
async function joined(ofOlder: string | null, ofNewer: string | null, isOlderRefused = false) {
  const { prisma } = database.store
  const team = await givenTeam(prisma)
  const older = await givenMember(prisma, team, { name: '李雷' })
  const newer = await givenMember(prisma, team, { name: 'Li Lei' })
  await prisma.person.update({ where: { id: newer.personId }, data: { createdAt: new Date(aMoment.getTime() + 1) } })
  const asked = 'other@bell.example'
  const refusedAt = isOlderRefused ? aMoment : null
  await prisma.mailAddress.create({ data: { personId: older.personId, address: ofOlder, asked, refusedAt } })
  await prisma.mailAddress.create({ data: { personId: newer.personId, address: ofNewer, asked: null } })
  const both = { lane: 'digest', purpose: 'test.notice', content: says('read this'), key: newer.personId } as const
  const sayings = [
    { ...both, to: { person: newer.personId } },
    { ...both, to: { person: newer.personId, by: 'mail' } },
  ] as const
  const rows = sayings.flatMap(saying => compose(saying, { n: 0 }, aMoment, []))
  await inTransaction(database.store, tx => writeDeliveries(tx, rows))
  const here = { here: newer.personId, there: older.personId, platform: null, keep: null, by: newer.personId }
  const refuse = () => new Error('nothing is there twice') as never
  await inTransaction(database.store, tx => joinPeople({ tx, now: aMoment }, { ...here, refuse }))
  const waiting = await prisma.delivery.findMany({ where: { personId: older.personId }, orderBy: { seq: 'asc' } })
  const kept = await prisma.mailAddress.findMany({ where: { personId: { in: [older.personId, newer.personId] } } })
  return {
    addresses: kept.map(({ personId, address }) => [personId === older.personId, address]),
    conversations: waiting.map(({ conversation }) => conversation.replace(older.personId, 'older')),
  }
}

it.each([
  ['older@bell.example', 'newer@bell.example', 'older@bell.example'],
  [null, 'newer@bell.example', 'newer@bell.example'],
  ['older@bell.example', null, 'older@bell.example'],
])('two people who are one have one address: %s and %s', async (ofOlder, ofNewer, address) => {
  expect((await joined(ofOlder, ofNewer)).addresses).toEqual([[true, address]])
})

it('an address that is refused gives way to one that is not, and stays where there is no other', async () => {
  const both = await joined('older@bell.example', 'newer@bell.example', true)
  expect(both.addresses).toEqual([[true, 'newer@bell.example']])
  expect((await joined('older@bell.example', null, true)).addresses).toEqual([[true, 'older@bell.example']])
})

it('what waits to be mailed stays apart from what waits in the chat', async () => {
  const { conversations } = await joined('older@bell.example', 'newer@bell.example')
  expect(conversations).toEqual(['person:older', 'mail:older'])
})
