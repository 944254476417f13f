import { expect, it } from 'vitest'
import { givenCast, message, openHouse } from '../house.ts'
import { temporaryStore } from '../store/fixture.ts'
import { probe } from './probe.ts'

it('hears commands without slash or mention in the groups set to it, and in no other', async () => {
  await using database = await temporaryStore()
  const { store } = database
  const { channelId } = await givenCast(store, 'li')
  await givenCast(store, 'wang')
  await using house = await openHouse({ store, features: [probe] })
  const everywhere = async (words: string) => {
    for (const suffix of ['li', 'wang']) await house.app.intake(message(words, { suffix }))
    await house.app.settle()
  }
  await everywhere('echo nobody asked')
  await store.prisma.channel.update({ where: { id: channelId }, data: { plain: true } })
  await everywhere('echo once')
  await everywhere('hello everybody')
  await everywhere('/echo always')
  await store.prisma.channel.update({ where: { id: channelId }, data: { plain: false } })
  await everywhere('echo no more')
  expect(house.slack.texts).toEqual(['once', 'always', 'always'])
  const waiting = { state: { not: 'handled' } }
  expect(await store.prisma.inboundEvent.count({ where: waiting })).toBe(0)
})
