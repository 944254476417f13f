import { describe, expect, it } from 'vitest'
import { Memory } from '../../../adapters/shared/memory.ts'
import { enrich } from '../../../adapters/slack/people/enrich.ts'
import type { InboundEvent } from '../../../src/platform/events.ts'
import { openWorkspace } from './workspace.ts'

describe('the directory', () => {
  it('asks who we are once', async () => {
    const { slack, directory, timesCalled } = await openWorkspace()
    const both = await Promise.all([directory.me(), directory.me()])
    expect(both[0]).toEqual({ userId: slack.bot.userId, botId: slack.bot.botId, teamId: slack.teamId })
    await directory.me()
    expect(timesCalled('auth.test')).toBe(1)
  })

  it('asks who we are again when there was no answer', async () => {
    const { slack, directory } = await openWorkspace()
    slack.failNext('auth.test', { status: 503 })
    await expect(directory.me()).rejects.toMatchObject({ name: 'PlatformError', kind: 'unavailable' })
    await expect(directory.me()).resolves.toMatchObject({ userId: slack.bot.userId })
  })

  it('knows nobody before it learns, and asks once for those who are asked for at the same time', async () => {
    const { slack, directory, timesCalled } = await openWorkspace()
    void slack.addUser({ id: 'U1', name: '李四', locale: 'zh-CN' })
    expect(directory.person('U1')).toBeNull()
    await Promise.all([directory.learnPerson('U1'), directory.learnPerson('U1')])
    expect(directory.person('U1')).toMatchObject({
      name: '李四',
      lang: 'zh',
      zone: 'Asia/Shanghai',
      standing: 'member',
    })
    expect(directory.names.person('U1')).toBe('李四')
    expect(timesCalled('users.info')).toBe(1)
  })

  it('tells bots from people', async () => {
    const { slack, directory } = await openWorkspace()
    void slack.addUser({ id: 'U9', isBot: true })
    expect(await directory.learnPerson('U9')).toBe('bot')
    expect(await directory.learnPerson('USLACKBOT')).toBe('bot')
    expect(directory.names.person('U9')).toBeNull()
  })

  it('learns anew what it was told to forget', async () => {
    const { slack, directory } = await openWorkspace()
    void slack.addUser({ id: 'U1', name: 'Li' })
    await directory.learnPerson('U1')
    void slack.changeUser('U1', { name: 'Li Si' })
    expect(await directory.learnPerson('U1')).toMatchObject({ name: 'Li' })
    directory.forget('U1')
    expect(await directory.learnPerson('U1')).toMatchObject({ name: 'Li Si' })
  })

  it('does not ask again and again for somebody whom Slack does not describe', async () => {
    const { directory, clock, timesCalled } = await openWorkspace()
    expect(await directory.learnPerson('U404')).toBeNull()
    expect(await directory.learnPerson('U404')).toBeNull()
    expect(timesCalled('users.info')).toBe(1)
    clock.moveTo(new Date('2026-11-23T01:11:00Z'))
    await directory.learnPerson('U404')
    expect(timesCalled('users.info')).toBe(2)
  })

  it('lists all the channels in which we are, however many pages they fill', async () => {
    const { slack, directory } = await openWorkspace({ largestPage: 3 })
    for (let n = 0; n < 8; n++) void slack.addChannel({ id: `C${n}`, name: `c${n}`, members: [slack.bot.userId] })
    void slack.addChannel({ id: 'C99', name: 'without-us', members: [] })
    const found = await directory.learnOurChannels()
    expect(found?.map(({ id }) => id).toSorted()).toEqual(Array.from({ length: 8 }, (_, n) => `C${n}`))
    expect(directory.channel('C3')).toMatchObject({ name: 'c3', member: true })
  })

  it('tries again what passes by itself', async () => {
    const { slack, directory } = await openWorkspace()
    void slack.addUser({ id: 'U1', name: 'Li' })
    slack.failNext('users.info', { retryAfter: 1 })
    expect(await directory.learnPerson('U1')).toMatchObject({ name: 'Li' })
  })

  it('goes on without a scope: what was asked stays unknown, and it is logged once', async () => {
    const { directory, lines } = await openWorkspace({ scopes: ['chat:write'] })
    expect(await directory.learnPerson('U1')).toBeNull()
    expect(await directory.learnPerson('U2')).toBeNull()
    expect(await directory.learnOurChannels()).toBeNull()
    expect(lines.filter(line => line.includes('users.info')).length).toBe(1)
  })
})

describe('an event', () => {
  const event: InboundEvent = {
    platform: 'slack',
    eventId: 'm:C1:1',
    place: { kind: 'group', channelId: 'C1' },
    author: { accountId: 'U1' },
    body: { kind: 'message', text: 'hello', addressed: false },
  }

  it('is told with what is known of its author and place, and asks nobody', async () => {
    const { slack, directory, timesCalled } = await openWorkspace()
    void slack.addUser({ id: 'U1', name: 'Li', isRestricted: true })
    void slack.addChannel({ id: 'C1', name: 'sales', members: ['U1', slack.bot.userId], extShared: true })
    expect(enrich(event, directory)).toEqual(event)
    expect(timesCalled('users.info') + timesCalled('conversations.info')).toBe(0)

    await directory.learnPerson('U1')
    await directory.learnChannel('C1')
    const known = enrich(event, directory)
    expect(known.author).toMatchObject({ accountId: 'U1', name: 'Li', standing: 'guest' })
    expect(known.place).toEqual({ kind: 'group', channelId: 'C1', name: 'sales', external: true })
  })

  it('knows better than memory what it says itself', async () => {
    const { directory } = await openWorkspace()
    directory.keepPerson({ accountId: 'U1', name: 'Li', standing: 'member' })
    const stranger: InboundEvent = { ...event, author: { accountId: 'U1', standing: 'stranger' } }
    expect(enrich(stranger, directory).author).toEqual({ accountId: 'U1', name: 'Li', standing: 'stranger' })
  })
})

describe('a memory', () => {
  it('forgets what was not looked at for longest', () => {
    const memory = new Memory<number>(2)
    memory.set('a', 1)
    memory.set('b', 2)
    memory.get('a')
    memory.set('c', 3)
    expect(['a', 'b', 'c'].map(key => memory.get(key))).toEqual([1, undefined, 3])
  })
})
