import { describe, expect, it } from 'vitest'
import type { Command } from '../src/features/feature.ts'
import { createOutboxJob } from '../src/outbox/job.ts'
import { givenCast, message, openHouse, says } from './house.ts'
import { openScene } from './outbox/scene.ts'
import type { ScriptedAdapter } from './outbox/scripted-adapter.ts'
import { temporaryStore } from './store/fixture.ts'

/** The platform's next answer waits until it is let go. */
function holdBack(adapter: ScriptedAdapter) {
  const asked = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<void>()
  adapter.will(() => {
    asked.resolve()
    return answer.promise
  })
  return { asked: asked.promise, letGo: answer.resolve }
}

const hello: Command = {
  name: 'hello',
  words: ['hello'],
  summary: { zh: '问好', en: 'Says hello' },
  example: { zh: '/hello', en: '/hello' },
  least: 'rep',
  async run(ctx) {
    ctx.say({ to: { reply: 'open' }, content: says('hello'), lane: 'reply', purpose: 'test.hello' })
  },
}

describe('a process that is to end', () => {
  it('lets what it is saying end, and begins nothing more', async () => {
    using scene = await openScene()
    const job = createOutboxJob(scene.outbox, { enqueue: async () => {} })
    const { asked, letGo } = holdBack(scene.adapter)
    await scene.write({ content: says('one') })
    await scene.write({ content: says('two'), to: { person: scene.li } })
    const sending = job.run(scene.group, () => false)
    await asked
    const ends: string[] = []
    const stopping = job.stop().then(() => ends.push('stopped'))
    await job.run(scene.direct, () => false)
    ends.push('answered')
    letGo()
    await Promise.all([stopping, sending])
    expect(ends).toEqual(['answered', 'stopped'])
    expect(scene.adapter.texts).toEqual(['one'])
    expect(await scene.states()).toEqual(['sent', 'pending'])
  })

  it('is heard and spoken to by its platforms until then', async () => {
    const database = await temporaryStore()
    const house = await openHouse({ store: database.store, features: [{ name: 'hello', commands: [hello] }] })
    const { asked, letGo } = holdBack(house.slack)
    const noted: string[] = []
    Object.assign(house.slack, {
      listen: (_: unknown, signal: AbortSignal) =>
        new Promise<void>(resolve => {
          signal.addEventListener('abort', () => {
            noted.push('no more heard')
            resolve()
          })
        }),
    })
    await givenCast(database.store)
    await house.app.start()
    await house.app.intake(message('/hello'))
    await asked
    const stopping = house.app.stop()
    noted.push('answered')
    letGo()
    await stopping
    expect(noted).toEqual(['answered', 'no more heard'])
    expect(house.slack.texts).toEqual(['hello'])
    await database.close()
  })
})
