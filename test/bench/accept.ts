import { once } from 'node:events'
import { createClient } from './client.ts'
import type { Effort } from './effort.ts'
import { type MeasuredHouse, startProgram } from './house.ts'
import { inFlight, median, perSecond } from './numbers.ts'
import { type Row, rate, times } from './table.ts'

/** Half of what Bolt took in on its bare receiver, as a part of the bare server measured beside it. */
const goal = 0.5 * (1566 / 4806)

const width = 32

interface Target {
  readonly port: number
  readonly path: string
}

/** Events a second that get their 202 with 32 in flight, each written down before; the rest of the work goes on meanwhile. */
export async function measureAccept(
  houses: readonly { name: string; house: MeasuredHouse }[],
  effort: Effort,
): Promise<Row[]> {
  const floors = startProgram('floors.ts')
  try {
    const [ports] = (await once(floors, 'message')) as [{ http: number; hono: number }]
    const [http = [], hono = [], ...accepted] = await takeTurns(
      [
        { port: ports.http, path: '/' },
        { port: ports.hono, path: '/' },
        ...houses.map(({ house }) => ({ port: house.port, path: '/room/api/messages' })),
      ],
      effort,
    )
    return [
      { what: 'bare node:http, 32 in flight', value: rate(median(http)) },
      {
        what: 'bare Hono route, 32 in flight',
        value: rate(median(hono)),
        ratio: times(ratioOf(hono, http), 'bare node:http'),
      },
      ...houses.map(({ name }, n) => rowOf(name, accepted[n] ?? [], { http, hono })),
    ]
  } finally {
    floors.disconnect()
  }
}

function rowOf(
  name: string,
  accepted: readonly number[],
  { http, hono }: Record<'http' | 'hono', readonly number[]>,
): Row {
  const part = ratioOf(accepted, http)
  return {
    what: `accept over HTTP, 32 in flight, ${name}`,
    value: rate(median(accepted)),
    ratio: `${times(part, 'bare node:http')}, ${times(ratioOf(accepted, hono), 'bare Hono')}`,
    goal: { words: `at least ${goal.toFixed(3)} × bare node:http`, met: part >= goal },
  }
}

/** The median of the ratios within each turn, so that a slow moment of the machine slows both sides. */
function ratioOf(ours: readonly number[], theirs: readonly number[]): number {
  return median(ours.map((value, turn) => value / (theirs[turn] ?? Number.NaN)))
}

/** Events a second of each target: one after the other, several times, after a turn that warms up. */
async function takeTurns(targets: readonly Target[], { repeats, calls }: Effort): Promise<number[][]> {
  const body = { as: 'rep1', channel: 'group1', text: '今天客户多，晚点到' }
  const results: number[][] = targets.map(() => [])
  for (let turn = 0; turn <= repeats; turn++) {
    for (const [n, { port, path }] of targets.entries()) {
      const client = createClient(port, width)
      const timed = await inFlight(calls, width, () => client.post(path, body))
      client.close()
      if (turn > 0) results[n]?.push(perSecond(timed))
    }
  }
  return results
}
