import { describe, expect, it } from 'vitest'
import { content, list, mention, text } from '../../src/content/build.ts'
import { dueConversations, nextDueAt } from '../../src/outbox/due.ts'
import { takeLease, voidLeases } from '../../src/outbox/lease.ts'
import { PlatformError } from '../../src/platform/errors.ts'
import { openScene, says, start } from './scene.ts'
import { ScriptedAdapter } from './scripted-adapter.ts'

const minutes = (n: number) => new Date(start.getTime() + n * 60_000)

describe('what is due', () => {
  it('goes by lane, then as it was written', async () => {
    using scene = await openScene()
    await scene.write({ content: says('digest 1'), lane: 'digest' })
    await scene.write({ content: says('nudge'), lane: 'nudge' })
    await scene.write({ content: says('digest 2'), lane: 'digest' })
    await scene.write({ content: says('urgent'), lane: 'urgent' })
    await scene.write({ content: says('reply'), lane: 'reply' })
    scene.adapter.takeAll()
    expect(await scene.drain()).toEqual({ next: null })
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

  it('shares the pace of a robot between its conversations', async () => {
    const pace = { perMinute: 6, scope: 'robot' } as const
    using scene = await openScene(new ScriptedAdapter({ group: { pace }, direct: { pace } }))
    await scene.write({ content: says('to all') })
    await scene.write({ content: says('to Li'), to: { person: scene.li } })
    scene.adapter.takeAll()
    const machine = { now: () => start }
    expect(await scene.drain(scene.group, { machine })).toEqual({ next: null })
    expect((await scene.drain(scene.direct, { machine })).next).not.toBeNull()
    expect(scene.adapter.texts).toEqual(['to all'])
  })
})

describe('a message for one person', () => {
  const answer = () => content('en', text('Your month: 80,000'), list([['secret']]))
  const reply = { to: { reply: 'private' }, lane: 'reply' } as const

  it('is whispered where that can be', async () => {
    using scene = await openScene()
    await scene.write({ ...reply, content: answer() })
    scene.adapter.will('taken')
    await scene.drain()
    expect(scene.adapter.calls).toMatchObject([{ address: { kind: 'group', channelId: 'C1', whisperTo: 'U-li' } }])
  })

  it('is said directly where the group does not whisper', async () => {
    using scene = await openScene(new ScriptedAdapter({ group: { whispers: false } }))
    await scene.write({ ...reply, content: answer() })
    scene.adapter.will('taken')
    await scene.drain()
    expect(scene.adapter.calls).toMatchObject([{ address: { kind: 'direct', accountId: 'U-li' } }])
  })

  it('is said directly when the whisper is refused', async () => {
    using scene = await openScene()
    await scene.write({ ...reply, content: answer() })
    scene.adapter.will('unreachable', 'taken')
    await scene.drain()
    expect(scene.adapter.calls.at(-1)).toMatchObject({ address: { kind: 'direct', accountId: 'U-li' } })
    expect(await scene.states()).toEqual(['sent'])
  })

  it('is at last said openly, in short, with a mention and without its details', async () => {
    using scene = await openScene(new ScriptedAdapter({ group: { whispers: false }, direct: { starts: 'never' } }))
    await scene.write({ ...reply, content: answer() })
    scene.adapter.will('taken')
    await scene.drain()
    expect(scene.adapter.texts).toEqual(['@Li Your month: 80,000'])
    expect(scene.adapter.mentioned).toEqual(['U-li'])
  })

  it('fails with a reason when there is no way', async () => {
    using scene = await openScene(new ScriptedAdapter({ direct: { starts: 'never' } }))
    await scene.write({ content: says('nudge'), to: { person: scene.li }, lane: 'nudge' })
    await scene.drain(scene.direct)
    expect(await scene.rows()).toMatchObject([{ state: 'failed', lastError: expect.stringContaining('unreachable') }])
  })
})

describe('versions of one message', () => {
  const revises = { key: 'digest:1', short: says('late: Li') }

  it('revise it in place', async () => {
    using scene = await openScene()
    await scene.write({ content: says('first'), revises })
    scene.adapter.will('taken')
    await scene.drain()
    await scene.write({ content: says('second'), revises })
    scene.adapter.will('taken')
    await scene.drain()
    await scene.write({ content: says('third'), revises })
    scene.adapter.will('taken')
    await scene.drain()
    expect(scene.adapter.calls.slice(1)).toEqual([
      { call: 'revise', message: 'm1', text: 'second' },
      { call: 'revise', message: 'm1', text: 'third' },
    ])
  })

  it('go out as one when several wait', async () => {
    using scene = await openScene()
    for (const words of ['first', 'second', 'third']) await scene.write({ content: says(words), revises })
    scene.adapter.will('taken')
    await scene.drain()
    expect(scene.adapter.texts).toEqual(['third'])
    expect(await scene.states()).toEqual(['merged', 'merged', 'sent'])
  })

  it('are added in short, or not at all, where nothing can be revised', async () => {
    using scene = await openScene(new ScriptedAdapter({ group: { revises: false } }))
    await scene.write({ content: says('first'), revises })
    scene.adapter.will('taken')
    await scene.drain()
    await scene.write({ content: says('second'), revises })
    scene.adapter.will('taken')
    await scene.drain()
    await scene.write({ content: says('third'), revises: { ...revises, short: null } })
    await scene.drain()
    expect(scene.adapter.texts).toEqual(['first', 'late: Li'])
    expect(await scene.states()).toEqual(['sent', 'sent', 'merged'])
  })

  it('are added in short when the message is gone', async () => {
    using scene = await openScene()
    await scene.write({ content: says('first'), revises })
    scene.adapter.will('taken')
    await scene.drain()
    await scene.write({ content: says('second'), revises })
    scene.adapter.will('unreachable', 'taken')
    await scene.drain()
    expect(scene.adapter.texts.at(-1)).toBe('late: Li')
  })

  it('grow by parts that follow and shrink by parts that are recalled', async () => {
    using scene = await openScene()
    await scene.write({ content: says('a'.repeat(150)), revises })
    scene.adapter.will('taken')
    await scene.drain()
    await scene.write({ content: content('en', text('b'.repeat(150)), text('c'.repeat(150))), revises })
    scene.adapter.will('taken', 'taken')
    await scene.drain()
    expect(scene.adapter.calls.slice(1)).toMatchObject([{ call: 'revise', message: 'm1' }, { call: 'send' }])
    await scene.write({ content: says('small'), revises })
    scene.adapter.will('taken', 'taken')
    await scene.drain()
    expect(scene.adapter.calls.slice(3)).toEqual([
      { call: 'revise', message: 'm1', text: 'small' },
      { call: 'recall', message: 'm3' },
    ])
  })
})

describe('a platform that does not take a message', () => {
  it('is asked again after the time that it named, and the order is kept', async () => {
    using scene = await openScene()
    await scene.write({ content: says('first') })
    await scene.write({ content: says('second') })
    scene.adapter.will(new PlatformError('rate-limited', 'slow down', { retryAfterMs: 30_000 }))
    expect((await scene.drain()).next?.getTime()).toBe(start.getTime() + 30_000)
    scene.clock.moveTo(new Date(start.getTime() + 29_000))
    await scene.drain()
    expect(scene.adapter.calls).toHaveLength(1)
    scene.clock.moveTo(new Date(start.getTime() + 30_000))
    scene.adapter.will('taken', 'taken')
    expect(await scene.drain()).toEqual({ next: null })
    expect(scene.adapter.texts).toEqual(['first', 'first', 'second'])
  })

  it('does not stop the next message for ever', async () => {
    using scene = await openScene()
    await scene.write({ content: says('poison') })
    await scene.write({ content: says('next') })
    for (const minute of [1, 2, 3]) {
      scene.adapter.will('unavailable')
      await scene.drain()
      scene.clock.moveTo(minutes(minute))
    }
    scene.adapter.will('unavailable', 'taken')
    await scene.drain()
    expect(scene.adapter.texts.at(-1)).toBe('next')
  })

  it.each(['rejected', 'forbidden', 'uncertain'] as const)('%s: fails that message and goes on', async kind => {
    using scene = await openScene()
    await scene.write({ content: says('first') })
    await scene.write({ content: says('second') })
    scene.adapter.will(kind, 'taken')
    await scene.drain()
    expect(await scene.rows()).toMatchObject([
      { state: 'failed', lastError: expect.stringMatching(new RegExp(`^${kind}`)) },
      { state: 'sent' },
    ])
  })

  it('is asked again although uncertain when twice does no harm', async () => {
    using scene = await openScene()
    await scene.write({ content: says('help'), repeatable: true })
    scene.adapter.will('uncertain', 'taken')
    await scene.drain()
    scene.clock.moveTo(minutes(1))
    await scene.drain()
    expect(await scene.states()).toEqual(['sent'])
  })

  it('whose adapter breaks its promise hurts one message only', async () => {
    using scene = await openScene()
    await scene.write({ content: says('first') })
    await scene.write({ content: says('second') })
    scene.adapter.will(new TypeError('undefined is not a function'), 'taken')
    await scene.drain()
    expect(await scene.states()).toEqual(['failed', 'sent'])
  })
})

describe('after a crash', () => {
  const long = content('en', text('a'.repeat(150)), text('b'.repeat(150)), text('c'.repeat(150)))

  it('between parts goes on with the next part', async () => {
    using scene = await openScene()
    await scene.write({ content: long })
    scene.adapter.will('taken', 'unavailable')
    await scene.drain()
    await scene.loseProcess()
    scene.clock.moveTo(minutes(5))
    scene.adapter.will('taken', 'taken')
    await scene.drain()
    expect(scene.adapter.texts.map(words => words[0])).toEqual(['a', 'b', 'b', 'c'])
    const id = (await scene.rows()).at(0)?.id
    const keys = scene.adapter.calls.flatMap(call => (call.call === 'send' ? [call.key] : []))
    expect(keys).toEqual([`${id}:0`, `${id}:1`, `${id}:1`, `${id}:2`])
  })

  /** Leaves the database as it is while the platform has the message and has not answered. */
  async function dieWhileSending(scene: Awaited<ReturnType<typeof openScene>>) {
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
    const [held] = await scene.states()
    expect(held).toBe('sending')
    await scene.loseProcess()
    return async () => {
      answer()
      await sending
    }
  }

  it('what nobody knows to have arrived is not said twice', async () => {
    using scene = await openScene()
    await scene.write({ content: says('bonus day') })
    const comeBack = await dieWhileSending(scene)
    await scene.drain()
    expect(await scene.rows()).toMatchObject([{ state: 'failed', lastError: expect.stringMatching(/^uncertain/) }])
    await comeBack()
    expect(scene.adapter.texts).toEqual(['bonus day'])
  })

  it.each([
    { harmless: 'it may be heard twice', group: {}, repeatable: true },
    { harmless: 'the platform drops what it has', group: { idempotent: true }, repeatable: false },
  ])('it is sent again, under the same key, because $harmless', async ({ group, repeatable }) => {
    using scene = await openScene(new ScriptedAdapter({ group }))
    await scene.write({ content: says('hello'), repeatable })
    const comeBack = await dieWhileSending(scene)
    scene.adapter.will('taken')
    await scene.drain()
    await comeBack()
    const keys = scene.adapter.calls.flatMap(call => (call.call === 'send' ? [call.key] : []))
    expect(new Set(keys).size).toBe(1)
    expect(keys).toHaveLength(2)
  })

  it('an embedded database frees at once what the former process held', async () => {
    using scene = await openScene()
    await scene.write({ content: says('hello') })
    const { prisma } = scene.store
    expect(await takeLease(prisma, scene.group, 'gone/1')).not.toBeNull()
    expect(await scene.drain()).toEqual({ next: null })
    expect(scene.adapter.calls).toEqual([])
    await voidLeases(prisma)
    scene.adapter.will('taken')
    await scene.drain()
    expect(scene.adapter.texts).toEqual(['hello'])
  })
})

describe('several senders', () => {
  it('never send in one conversation at once, and leave nothing behind', async () => {
    using scene = await openScene()
    scene.adapter.takeAll()
    const words = Array.from({ length: 12 }, (_, n) => `message ${n}`)
    const owners = ['a', 'b', 'c']
    await Promise.all(
      words.map(async (said, n) => {
        await scene.write({ content: says(said), key: said })
        await scene.drain(scene.group, { owner: owners[n % owners.length] ?? 'a' })
      }),
    )
    expect(scene.adapter.texts.toSorted()).toEqual(words.toSorted())
    expect(new Set(await scene.states())).toEqual(new Set(['sent']))
    expect(scene.adapter.mostAtOnce).toBe(1)
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
