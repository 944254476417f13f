import { describe, expect, it } from 'vitest'
import { createEngine } from '../../src/engine/engine.ts'
import type { Handlers } from '../../src/engine/queues.ts'
import { createOutboxJob } from '../../src/outbox/job.ts'
import { quiet } from '../store/fixture.ts'
import { openScene, says } from './scene.ts'

describe('what only another process can say', () => {
  it('is left to that one, untouched and in order', async () => {
    using scene = await openScene()
    await scene.write({ content: says('one') })
    await scene.write({ content: says('two') })
    expect(await scene.drain(scene.group, { isElsewhere: () => true })).toEqual({ next: null, isLeft: true })
    expect(await scene.states()).toEqual(['pending', 'pending'])
    scene.adapter.takeAll()
    expect(await scene.drain()).toEqual({ next: null, isLeft: false })
    expect(scene.adapter.texts).toEqual(['one', 'two'])
  })

  it('takes nothing from the pace of whoever leaves it', async () => {
    using scene = await openScene()
    await scene.write({ content: says('one') })
    for (let n = 0; n < 200; n++) await scene.drain(scene.group, { isElsewhere: () => true })
    scene.adapter.takeAll()
    await scene.drain()
    expect(scene.adapter.texts).toEqual(['one'])
  })

  it('goes over the queue of the one that can', async () => {
    using scene = await openScene()
    const engine = createEngine(scene.store, quiet)
    await engine.prepare()
    const job = createOutboxJob(scene.outbox, engine)
    const taken: string[] = []
    const none = async () => {}
    const handlers: Handlers = {
      ...{ inbox: none, reactions: none, slots: none },
      outbox: ({ conversation }) => job.run(conversation, platform => platform === 'slack'),
      'outbox-sole': ({ conversation }) => {
        taken.push(conversation)
        return job.run(conversation, () => false)
      },
    }
    await scene.write({ content: says('one') })
    scene.adapter.will('taken')
    await job.run(scene.group, platform => platform === 'slack')
    expect(scene.adapter.texts).toEqual([])
    await engine.settle(handlers)
    expect([taken, scene.adapter.texts]).toEqual([[scene.group], ['one']])
    await job.stop()
    await engine.stop()
  })
})
