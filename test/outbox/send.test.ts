import { describe, expect, it } from 'vitest'
import { content, mention, text } from '../../src/content/build.ts'
import { dueConversations, nextDueAt } from '../../src/outbox/due.ts'
import { minutes, openScene, says, start } from './scene.ts'
import { ScriptedAdapter } from './scripted-adapter.ts'

describe('what is due', () => {
  it('goes by lane, then as it was written', async () => {
    using scene = await openScene()
    await scene.write({ content: says('digest 1'), lane: 'digest' })
    await scene.write({ content: says('nudge'), lane: 'nudge' })
    await scene.write({ content: says('digest 2'), lane: 'digest' })
    await scene.write({ content: says('urgent'), lane: 'urgent' })
    await scene.write({ content: says('reply'), lane: 'reply' })
    scene.adapter.takeAll()
    expect(await scene.drain()).toEqual({ next: null, isLeft: false })
    expect(scene.adapter.texts).toEqual(['reply', 'urgent', 'nudge', 'digest 1', 'digest 2'])
    expect(await scene.states()).toEqual(Array(5).fill('sent'))
  })

  it('is said once however often it was written under one key', async () => {
    using scene = await openScene()
    await scene.write({ content: says('once'), key: 'same' })
    await scene.write({ content: says('twice'), key: 'same' })
    scene.adapter.will('taken')
    await scene.drain()
    await scene.drain()
    expect(scene.adapter.texts).toEqual(['once'])
  })

  it('waits for its time and is dropped after it', async () => {
    using scene = await openScene()
    await scene.write({ content: says('later'), notBefore: minutes(10), expiresAt: minutes(20) })
    await scene.write({ content: says('stale'), notBefore: minutes(10), expiresAt: minutes(15) })
    await scene.drain()
    expect(scene.adapter.calls).toEqual([])
    scene.clock.moveTo(minutes(16))
    scene.adapter.will('taken')
    await scene.drain()
    expect(scene.adapter.texts).toEqual(['later'])
    expect(await scene.states()).toEqual(['sent', 'expired'])
  })

  it('mentions members by their account on the platform', async () => {
    using scene = await openScene()
    await scene.write({ content: content('en', text('well done ', mention({ id: scene.member, name: 'Li' }))) })
    scene.adapter.will('taken')
    await scene.drain()
    expect(scene.adapter.mentioned).toEqual(['U-li'])
  })

  it('keeps the pace and says when to come back', async () => {
    using scene = await openScene(new ScriptedAdapter({ group: { pace: { perMinute: 6, scope: 'channel' } } }))
    for (const n of [1, 2]) await scene.write({ content: says(`${n}`) })
    scene.adapter.takeAll()
    const machine = { now: () => start }
    const { next } = await scene.drain(scene.group, { machine })
    expect(scene.adapter.texts).toEqual(['1'])
    expect(next?.getTime()).toBe(start.getTime() + 12_000)
    await scene.drain(scene.group, { machine: { now: () => new Date(start.getTime() + 12_000) } })
    expect(scene.adapter.texts).toEqual(['1', '2'])
  })

  it('answers in direct chats at their own pace, however many spoke in a group that does not whisper', async () => {
    const pace = { perMinute: 6, scope: 'channel' } as const
    const surfaces = { group: { pace, whispers: false }, direct: { pace } }
    using scene = await openScene(new ScriptedAdapter(surfaces))
    const answer = { to: { reply: 'private' }, lane: 'reply' } as const
    for (const n of [1, 2]) await scene.write({ ...answer, content: says(`to Li ${n}`), key: `answer ${n}` })
    await scene.write({ content: says('to all') })
    scene.adapter.takeAll()
    const machine = { now: () => start }
    const { next } = await scene.drain(scene.group, { machine })
    expect(scene.adapter.texts).toEqual(['to Li 1'])
    expect(next?.getTime()).toBe(start.getTime() + 12_000)
    await scene.drain(scene.group, { machine: { now: () => new Date(start.getTime() + 12_000) } })
    expect(scene.adapter.texts).toEqual(['to Li 1', 'to Li 2', 'to all'])
  })

  it('answers on one platform without waiting for the pace of another', async () => {
    const [one, other] = (['slack', 'wecom'] as const).map(platform => {
      const pace = { perMinute: 6, scope: 'channel' } as const
      return new ScriptedAdapter({ platform, group: { pace }, direct: { pace } }).takeAll()
    })
    if (!one || !other) throw new Error('two platforms')
    using scene = await openScene(one)
    const { prisma } = scene.store
    await prisma.account.create({
      data: { platform: 'wecom', accountId: 'li', personId: scene.li, lastSeenAt: start },
    })
    const changes = { machine: { now: () => start }, adapters: new Map([one, other].map(it => [it.platform, it])) }
    const waits: boolean[] = []
    for (const lastPlatform of ['slack', 'wecom', 'slack'] as const) {
      await prisma.person.update({ where: { id: scene.li }, data: { lastPlatform } })
      await scene.write({ content: says(`on ${lastPlatform}`), to: { person: scene.li } })
      waits.push((await scene.drain(scene.direct, changes)).next !== null)
    }
    expect(waits).toEqual([false, false, true])
    expect(one.texts).toEqual(['on slack'])
    expect(other.texts).toEqual(['on wecom'])
  })

  it('shares the pace of a robot between its conversations', async () => {
    const pace = { perMinute: 6, scope: 'robot' } as const
    using scene = await openScene(new ScriptedAdapter({ group: { pace }, direct: { pace } }))
    await scene.write({ content: says('to all') })
    await scene.write({ content: says('to Li'), to: { person: scene.li } })
    scene.adapter.takeAll()
    const machine = { now: () => start }
    expect(await scene.drain(scene.group, { machine })).toEqual({ next: null, isLeft: false })
    expect((await scene.drain(scene.direct, { machine })).next).not.toBeNull()
    expect(scene.adapter.texts).toEqual(['to all'])
  })
})

describe('what is left to do', () => {
  it('is found by conversation, and the next moment by time', async () => {
    using scene = await openScene()
    const { prisma } = scene.store
    expect(await dueConversations(prisma, start)).toEqual([])
    await scene.write({ content: says('now') })
    await scene.write({ content: says('later'), to: { person: scene.li }, notBefore: minutes(30) })
    expect(await dueConversations(prisma, start)).toEqual([scene.group])
    expect(await dueConversations(prisma, minutes(30))).toEqual([scene.group, scene.direct].toSorted())
    expect(await nextDueAt(prisma, start)).toEqual(minutes(30))
    expect(await nextDueAt(prisma, minutes(30))).toBeNull()
  })

  it('is found when it was left half done', async () => {
    using scene = await openScene()
    await scene.write({ content: says('half') })
    await scene.store.prisma.delivery.updateMany({ data: { state: 'sending' } })
    await scene.loseProcess()
    expect(await dueConversations(scene.store.prisma, start)).toEqual([scene.group])
  })
})
