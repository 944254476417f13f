import { describe, expect, it } from 'vitest'
import { persist } from '../../../adapters/shared/persist.ts'
import { PlatformError } from '../../../src/platform/errors.ts'

/** Asks something that answers with these, one after the other; tells how long was waited. */
async function ask(answers: readonly (PlatformError | string)[], signal = new AbortController().signal) {
  const left = [...answers]
  const waits: number[] = []
  const once = async () => {
    const answer = left.shift()
    if (answer instanceof PlatformError) throw answer
    return answer
  }
  const asked = persist(once, { failed: (_, waitMs) => void waits.push(waitMs), random: () => 0, signal })
  return { outcome: await asked.catch((error: unknown) => error), waits, left }
}

const away = new PlatformError('unavailable', 'away')

describe('asking until there is an answer', () => {
  it('waits longer after each failure that passes by itself', async () => {
    const { outcome, waits } = await ask([away, away, 'here'])
    expect(outcome).toBe('here')
    expect(waits).toEqual([100, 200])
  })

  it('waits as long as the platform asks for', async () => {
    const busy = new PlatformError('rate-limited', 'busy', { retryAfterMs: 150 })
    expect(await ask([busy, 'here'])).toMatchObject({ outcome: 'here', waits: [150] })
  })

  it.each(['unauthorized', 'rejected', 'unreachable'] as const)('ends when the answer is %s', async kind => {
    const refusal = new PlatformError(kind, 'no')
    expect(await ask([refusal, 'here'])).toEqual({ outcome: refusal, waits: [], left: ['here'] })
  })

  it('is not begun once it is to stop, and does not wait then', async () => {
    expect(await ask(['here'], AbortSignal.abort())).toEqual({ outcome: 'stopped', waits: [], left: ['here'] })
    const stop = AbortSignal.timeout(20)
    const long = new PlatformError('rate-limited', 'busy', { retryAfterMs: 60_000 })
    expect(await ask([long, 'here'], stop)).toEqual({ outcome: 'stopped', waits: [60_000], left: ['here'] })
  })
})
