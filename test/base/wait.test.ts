import { describe, expect, it } from 'vitest'
import { pause, within } from '../../src/base/wait.ts'

const never = new Promise<never>(() => undefined)

describe('a pause', () => {
  it('ends with its time', async () => {
    const began = performance.now()
    await pause(30, new AbortController().signal)
    expect(performance.now() - began).toBeGreaterThanOrEqual(28)
  })

  it('ends when it is called off, before or in the middle', async () => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 5)
    await pause(60_000, stop.signal)
    await pause(60_000, stop.signal)
    expect(stop.signal.aborted).toBe(true)
  })
})

describe('work within a time', () => {
  it('comes to its result', async () => {
    expect(await within(Promise.resolve(7), 1_000, 'late')).toBe(7)
  })

  it('is late when it takes longer', async () => {
    expect(await within(never, 5, 'late')).toBe('late')
  })

  it('fails as the work fails', async () => {
    await expect(within(Promise.reject(new Error('no')), 1_000, 'late')).rejects.toThrow('no')
  })
})
