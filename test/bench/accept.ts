import { once } from 'node:events'
import { createClient } from './client.ts'
import type { Effort } from './effort.ts'
import { type MeasuredHouse, startProgram } from './house.ts'
import { inFlight, median, perSecond } from './numbers.ts'
import { type Row, rate, times } from './table.ts'

/** Half of what Bolt took in on its bare receiver, as a part of the bare server measured beside it. */
const goal = 0.5 * (1566 / 4806)

const width = 32

/** Events a second that get their 202 with 32 in flight, each written down before; the rest of the work goes on meanwhile. */
export async function measureAccept(
  houses: readonly { name: string; house: MeasuredHouse }[],
  effort: Effort,
): Promise<Row[]> {
  const floors = startProgram('floors.ts')
  try {
    const [ports] = (await once(floors, 'message')) as [{ http: number; hono: number }]
    const body = { as: 'rep1', channel: 'group1', text: '今天客户多，晚点到' }
    const run = (port: number, path: string) => eventsPerSecond(port, path, body, effort)
    const http = await run(ports.http, '/')
    const hono = await run(ports.hono, '/')
    const rows: Row[] = [
      { what: 'bare node:http, 32 in flight', value: rate(http) },
      { what: 'bare Hono route, 32 in flight', value: rate(hono), ratio: times(hono / http, 'bare node:http') },
    ]
    for (const { name, house } of houses) {
      const value = await run(house.port, '/room/api/messages')
      const part = value / http
      rows.push({
        what: `accept over HTTP, 32 in flight, ${name}`,
        value: rate(value),
        ratio: `${times(part, 'bare node:http')}, ${times(value / hono, 'bare Hono')}`,
        goal: { words: `at least ${goal.toFixed(3)} × bare node:http`, met: part >= goal },
      })
    }
    return rows
  } finally {
    floors.disconnect()
  }
}

/** The median of several runs, after one that warms up. */
async function eventsPerSecond(port: number, path: string, body: object, { repeats, calls }: Effort): Promise<number> {
  const client = createClient(port, width)
  const runs: number[] = []
  for (let n = 0; n <= repeats; n++) runs.push(perSecond(await inFlight(calls, width, () => client.post(path, body))))
  client.close()
  return median(runs.slice(1))
}
