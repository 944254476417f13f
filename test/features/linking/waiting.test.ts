import { describe, expect, test } from 'vitest'
import { newId } from '../../../src/base/ids.ts'
import { content, text } from '../../../src/content/build.ts'
import { joinPeople } from '../../../src/features/linking/join-people.ts'
import type { Store } from '../../../src/store/store.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { eachDatabase } from '../../store/fixture.ts'
import { aMoment, givenMember, givenTeam } from '../harness.ts'
import { codeIn, shareTwoPlatforms, type TwoPlatforms } from './stage.ts'

let world: TwoPlatforms
let store: Store
let n = 0
shareTwoPlatforms(opened => {
  ;({ world, store } = opened)
})

const later = (minutes: number) => new Date(world.clock.now().getTime() + minutes * 60_000)

/** 李 on Slack, who has been here longer, and on WeCom, where a message waits for five minutes to be said. */
async function scene(words: string) {
  const id = ++n
  const older = world.account('slack', `L${id}`, `李${id}`)
  const newer = world.account('wecom', `li${id}`, `李雷${id}`)
  await older.tells('/help')
  await world.goTo(later(1).toISOString())
  await newer.tells('/help')
  const personId = await newer.personId()
  const conversation = `person:${personId}`
  const said = { lane: 2, purpose: 'test.said', content: JSON.parse(JSON.stringify(content('zh', text(words)))) }
  const times = { notBefore: later(5), createdAt: world.clock.now() }
  await store.prisma.delivery.create({
    data: { id: newId(), conversation, personId, dedupeKey: newId(), ...said, ...times },
  })
  const link = async () => newer.tells(`/link ${codeIn(await older.tells('/link'))}`)
  return { id, older, newer, personId, conversation, link }
}

describe('what waits to be said to somebody who becomes another', () => {
  test('is said once, in its order among what is said to the one they are', async () => {
    const { id, older, conversation, link } = await scene('下午三点开会')
    await link()
    const { prisma } = store
    expect(await prisma.delivery.count({ where: { conversation } })).toBe(0)
    expect(await prisma.delivery.findFirst({ where: { purpose: 'test.said' } })).toMatchObject({
      conversation: `person:${await older.personId()}`,
    })
    const told = await world.goTo(later(6).toISOString())
    expect(told.filter(it => it.text.includes('下午三点'))).toEqual([
      { where: `wecom@li${id}`, text: expect.stringContaining('下午三点开会') },
    ])
  })

  test('stays with whoever is sending it just then, and reaches them all the same', async () => {
    const { id, conversation, link } = await scene('四点再开')
    const { prisma } = store
    const lease = { leasedBy: 'another process', leasedUntil: new Date(Date.now() + 3_600_000) }
    await prisma.conversation.upsert({
      where: { id: conversation },
      create: { id: conversation, ...lease },
      update: lease,
    })
    await link()
    expect(await prisma.delivery.count({ where: { conversation, state: 'pending' } })).toBe(1)
    await prisma.conversation.update({ where: { id: conversation }, data: { leasedBy: null, leasedUntil: null } })
    const told = await world.goTo(later(6).toISOString())
    expect(told.filter(it => it.text.includes('四点再开')).map(it => it.where)).toEqual([`wecom@li${id}`])
  })
})

describe.each(eachDatabase)('on $name', ({ open }) => {
  test('two who join each other at the same moment are one afterwards, once', async context => {
    await using opened = await open(context)
    const { store } = opened
    const team = await givenTeam(store.prisma)
    const [one, other] = [
      await givenMember(store.prisma, team, { name: '李雷' }),
      await givenMember(store.prisma, team, { name: 'Li Lei' }),
    ]
    const join = (here: string, there: string) =>
      inTransaction(store, tx =>
        joinPeople(
          { tx, now: aMoment },
          { here, there, platform: null, keep: null, by: here, refuse: () => new Error() as never },
        ),
      )
    const joined = await Promise.all([join(one.personId, other.personId), join(other.personId, one.personId)])
    expect(joined.filter(person => person !== null)).toHaveLength(1)
    expect(await store.prisma.person.count()).toBe(1)
    expect(await store.prisma.member.count()).toBe(1)
  })
})
