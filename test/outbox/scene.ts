import { afterAll, expect } from 'vitest'
import { MovableClock } from '../../src/base/clock.ts'
import { newId } from '../../src/base/ids.ts'
import { content, text } from '../../src/content/build.ts'
import type { Saying } from '../../src/context.ts'
import { compose } from '../../src/outbox/compose.ts'
import { drainConversation, type Outbox } from '../../src/outbox/send.ts'
import { writeDeliveries } from '../../src/outbox/write.ts'
import type { Store } from '../../src/store/store.ts'
import { quiet, type TemporaryDatabase, temporaryStore } from '../store/fixture.ts'
import { ScriptedAdapter } from './scripted-adapter.ts'

export const start = new Date('2026-11-23T01:00:00Z')

export const says = (words: string) => content('en', text(words))

export const minutes = (n: number) => new Date(start.getTime() + n * 60_000)

let database: TemporaryDatabase | undefined
afterAll(() => database?.close())

async function ownStore(): Promise<Store> {
  database ??= await temporaryStore()
  return database.store
}

/** A group on Slack with Li in it, a scripted platform and a clock that stands still until moved. One at a time. */
export async function openScene(adapter = new ScriptedAdapter(), given?: Store) {
  const store = given ?? (await ownStore())
  const { prisma } = store
  await store.exec('TRUNCATE "Team", "Person", "Channel", "Delivery", "Conversation" CASCADE')
  const [team, channel, li, member] = [newId(), newId(), newId(), newId()]
  const clock = new MovableClock({ frozenAt: start })
  await prisma.team.create({
    data: { id: team, name: 'Sales', zone: 'Asia/Shanghai', lang: 'en', calendar: {}, createdAt: start },
  })
  await prisma.channel.create({ data: { id: channel, platform: 'slack', externalId: 'C1', teamId: team } })
  await prisma.person.create({ data: { id: li, name: 'Li', lastPlatform: 'slack', createdAt: start } })
  await prisma.account.create({ data: { platform: 'slack', accountId: 'U-li', personId: li, lastSeenAt: start } })
  await prisma.member.create({
    data: { id: member, teamId: team, personId: li, name: 'Li', aliases: [], joinedOn: '2026-01-01' },
  })
  const outbox: Outbox = {
    store,
    clock,
    adapters: new Map([[adapter.platform, adapter]]),
    log: quiet,
    owner: 'test',
    random: () => 0,
  }
  let written = 0
  return {
    adapter,
    clock,
    outbox,
    store,
    channel,
    li,
    member,
    group: `channel:${channel}`,
    direct: `person:${li}`,
    async write(saying: Partial<Saying> & Pick<Saying, 'content'>) {
      written += 1
      const whole: Saying = { to: { channel }, lane: 'digest', purpose: 'test.saying', key: `k${written}`, ...saying }
      const rows = compose(whole, { personId: li, channelId: channel, n: written }, clock.now(), [channel])
      await prisma.$transaction(tx => writeDeliveries(tx, rows))
    },
    drain: (conversation = `channel:${channel}`, changes: Partial<Outbox> = {}) =>
      drainConversation({ ...outbox, ...changes }, conversation),
    async states() {
      const rows = await prisma.delivery.findMany({ orderBy: { seq: 'asc' }, select: { state: true } })
      return rows.map(row => row.state)
    },
    rows: () => prisma.delivery.findMany({ orderBy: { seq: 'asc' } }),
    /** As the database looks after the process was killed while it was sending. */
    async loseProcess(conversation = `channel:${channel}`) {
      const past = new Date('2020-01-01T00:00:00Z')
      const lost = { leasedBy: 'gone/1', leasedUntil: past }
      await prisma.conversation.upsert({
        where: { id: conversation },
        create: { id: conversation, ...lost },
        update: lost,
      })
    },
    [Symbol.dispose]() {
      expect(adapter.unexpected, 'calls that nobody announced').toEqual([])
      expect(adapter.answersLeft, 'answers that nobody asked for').toBe(0)
    },
  }
}

type Scene = Awaited<ReturnType<typeof openScene>>

/** Leaves the database as it is while the platform has the message and has not answered; call the result to go on. */
export async function dieWhileSending(scene: Scene) {
  let asked = () => {}
  let answer = () => {}
  const isAsked = new Promise<void>(resolve => {
    asked = resolve
  })
  scene.adapter.will(() => {
    asked()
    return new Promise<void>(resolve => {
      answer = resolve
    })
  })
  const sending = scene.drain()
  await isAsked
  expect(await scene.states()).toContain('sending')
  await scene.loseProcess()
  return async () => {
    answer()
    await sending
  }
}
