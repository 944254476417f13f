import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createRightOfWay } from '../../src/inbox/right-of-way.ts'

/** Whether it is settled by the time that everything that can go on at once has gone on. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  return Promise.race([promise.then(() => true), sleep(5).then(() => false)])
}

describe('the right of way', () => {
  it('lets everybody go while nobody is first', async () => {
    const { giveWay } = createRightOfWay()
    expect(await isSettled(giveWay())).toBe(true)
  })

  it('holds others up until the last of the first is through, failed or not', async () => {
    const { first, giveWay } = createRightOfWay()
    const [one, two] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()]
    const results = Promise.allSettled([first(() => one.promise), first(() => two.promise)])
    const others = giveWay()
    one.resolve('one')
    expect(await isSettled(others)).toBe(false)
    two.reject(new Error('no database'))
    expect(await isSettled(others)).toBe(true)
    expect((await results).map(it => it.status)).toEqual(['fulfilled', 'rejected'])
    expect(await isSettled(giveWay())).toBe(true)
  })

  it('does not wait for ever', async () => {
    const { first, giveWay } = createRightOfWay()
    void first(() => new Promise(() => {}))
    await giveWay()
  })
})
