import { describe, expect, it } from 'vitest'
import { PlatformError } from '../../src/platform/errors.ts'
import { minutes, openScene, says, start } from './scene.ts'

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
    expect(await scene.drain()).toEqual({ next: null, isLeft: false })
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

  it('does not stop the next one either when many like it wait', async () => {
    using scene = await openScene()
    for (let n = 0; n < 30; n++) await scene.write({ content: says(`poison ${n}`) })
    const waiting = { attempts: 7, notBefore: minutes(10) }
    await scene.store.prisma.delivery.updateMany({ data: waiting })
    await scene.write({ content: says('next') })
    scene.adapter.will('taken')
    expect(await scene.drain()).toEqual({ next: null, isLeft: false })
    expect(scene.adapter.texts).toEqual(['next'])
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
