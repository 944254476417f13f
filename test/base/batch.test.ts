import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createBatcher } from '../../src/base/batch.ts'

/** Doubles numbers, keeps the batches, and fails for 13. */
function doubling(max: number) {
  const batches: number[][] = []
  let open = 0
  const call = createBatcher<number, number>(
    async items => {
      open += 1
      expect(open).toBe(1)
      batches.push([...items])
      await setImmediate()
      open -= 1
      if (items.includes(13)) throw new Error('unlucky')
      return items.map(item => item * 2)
    },
    { max },
  )
  return { batches, call }
}

describe('a batcher', () => {
  it('commits together those of one moment and those that come meanwhile, one commit at a time', async () => {
    const { batches, call } = doubling(10)
    const first = [1, 2].map(call)
    await setImmediate()
    await Promise.resolve()
    const meanwhile = [3, 4, 5].map(call)
    expect(await Promise.all([...first, ...meanwhile])).toEqual([2, 4, 6, 8, 10])
    expect(batches).toEqual([
      [1, 2],
      [3, 4, 5],
    ])
    expect(await call(6)).toBe(12)
  })

  it('keeps a batch within its size', async () => {
    const { batches, call } = doubling(2)
    await Promise.all([1, 2, 3, 4, 5].map(call))
    expect(batches.map(batch => batch.length)).toEqual([2, 2, 1])
  })

  it('fails those of one batch together and goes on with the next', async () => {
    const { call } = doubling(2)
    const results = await Promise.allSettled([1, 13, 2, 3].map(call))
    expect(results.map(result => result.status)).toEqual(['rejected', 'rejected', 'fulfilled', 'fulfilled'])
  })

  it('fails when the commit answers for fewer than it was given', async () => {
    const call = createBatcher<number, number>(async () => [], { max: 5 })
    await expect(call(1)).rejects.toThrow('one result for each')
  })
})
