import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoffMs, type Ended, supervise } from '../../../adapters/shared/supervise.ts'
import { createLog } from '../../../src/base/log.ts'

const lost: Ended = { kind: 'lost', why: 'closed' }
const planned: Ended = { kind: 'planned' }
const refused: Ended = { kind: 'refused', why: 'invalid_auth' }

describe('how long to wait after failures in a row', () => {
  it('doubles from a fifth of a second to half a minute', () => {
    const ceilings = [1, 2, 3, 8, 9, 100].map(failures => backoffMs(failures, () => 1))
    expect(ceilings).toEqual([200, 400, 800, 25_600, 30_000, 30_000])
  })

  it('lies by chance in the upper half', () => {
    const failures = fc.integer({ min: 1, max: 2_000 })
    const chance = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(failures, chance, (count, random) => {
        const ceiling = backoffMs(count, () => 1)
        const wait = backoffMs(count, () => random)
        return wait >= ceiling / 2 && wait <= ceiling
      }),
    )
  })
})

/** Plays the given lives of a connection, then stops; tells how long was waited after each. */
async function play(lives: readonly { readonly ms: number; readonly ended: Ended | Error }[]) {
  const stop = new AbortController()
  const waits: number[] = []
  const lines: string[] = []
  const left = [...lives]
  let time = 0
  const outcome = await supervise(
    {
      log: createLog('debug', { write: line => lines.push(line) }),
      random: () => 1,
      now: () => time,
      async sleep(ms) {
        waits.push(ms)
        time += ms
      },
      async connect() {
        const life = left.shift()
        if (life === undefined) {
          stop.abort()
          return lost
        }
        time += life.ms
        if (life.ended instanceof Error) throw life.ended
        return life.ended
      },
    },
    stop.signal,
  )
  return { outcome, waits, lines, left }
}

const minute = 60_000

describe('a supervised connection', () => {
  it('is made anew at once after a planned end', async () => {
    const { outcome, waits } = await play([
      { ms: minute, ended: planned },
      { ms: minute, ended: planned },
    ])
    expect(waits).toEqual([])
    expect(outcome).toBe('stopped')
  })

  it('backs off while it fails, and begins afresh after one that lived a while', async () => {
    const { waits } = await play([
      { ms: 5, ended: lost },
      { ms: 5, ended: lost },
      { ms: 5, ended: lost },
      { ms: minute, ended: lost },
      { ms: 5, ended: lost },
    ])
    expect(waits).toEqual([200, 400, 800, 200, 400])
  })

  it('does not hammer a server that plans its end again and again', async () => {
    const { waits } = await play([
      { ms: 5, ended: planned },
      { ms: 5, ended: planned },
      { ms: 5, ended: planned },
    ])
    expect(waits).toEqual([200, 400, 800])
  })

  it('waits as long as it is told, when that is longer', async () => {
    const { waits } = await play([
      { ms: 5, ended: { ...lost, retryAfterMs: 7_000 } },
      { ms: 5, ended: { ...lost, retryAfterMs: 1 } },
    ])
    expect(waits).toEqual([7_000, 400])
  })

  it('is given up when it is refused for good', async () => {
    const { outcome, waits, left } = await play([
      { ms: 5, ended: refused },
      { ms: 5, ended: planned },
    ])
    expect(outcome).toEqual(refused)
    expect(waits).toEqual([])
    expect(left).toHaveLength(1)
  })

  it('outlives a fault in connecting', async () => {
    const { outcome, waits, lines } = await play([
      { ms: 5, ended: new Error('a fault of ours') },
      { ms: minute, ended: planned },
    ])
    expect(outcome).toBe('stopped')
    expect(waits).toEqual([200])
    expect(lines.join('')).toContain('connecting failed')
  })

  it('stops in the middle of a wait', async () => {
    const stop = new AbortController()
    const log = createLog('silent')
    let connections = 0
    const running = supervise(
      {
        log,
        random: () => 1,
        async connect() {
          connections += 1
          setTimeout(() => stop.abort(), 10)
          return { ...lost, retryAfterMs: minute }
        },
      },
      stop.signal,
    )
    expect(await running).toBe('stopped')
    expect(connections).toBe(1)
  })
})
