import { once } from 'node:events'
import { createClient } from './client.ts'
import type { Effort } from './effort.ts'
import { type MeasuredHouse, startProgram } from './house.ts'
import { inFlight, median, perSecond } from './numbers.ts'
import { openSlackSide } from './slack-side.ts'
import { type Row, rate, times } from './table.ts'

/** Of what a bare Bolt app answers in the same run, messages in to answers out; ours are written down meanwhile. */
const goal = 0.5

const width = 32

/** One call after another is made of whoever is measured, `width` of them at once. */
interface Caller {
  call(): Promise<void>
  close(): void
}

type Target = () => Caller

/** Events a second that get their 202 with 32 in flight, each written down before; the rest of the work goes on meanwhile. */
export async function measureAccept(
  houses: readonly { name: string; house: MeasuredHouse }[],
  effort: Effort,
): Promise<Row[]> {
  const slack = await openSlackSide()
  const floors = startProgram('floors.ts', [String(slack.port)])
  try {
    const [ports] = (await once(floors, 'message')) as [{ http: number; hono: number; bolt: number; ears: number }]
    const toBolt = (port: number, until: 'acknowledged' | 'answered') => () => {
      const { say, close } = slack.speakTo(port, width, until)
      return { call: say, close }
    }
    const targets = [
      posts(ports.http, '/'),
      posts(ports.hono, '/'),
      toBolt(ports.ears, 'acknowledged'),
      toBolt(ports.bolt, 'answered'),
    ]
    const ours = houses.map(({ house }) => posts(house.port, '/room/api/messages'))
    const [http = [], hono = [], acknowledged = [], answered = [], ...accepted] = await takeTurns(
      [...targets, ...ours],
      effort,
    )
    const beside = (what: string, rates: readonly number[]): Row => ({
      what: `${what}, 32 in flight`,
      value: rate(median(rates)),
      ratio: times(ratioOf(rates, http), 'bare node:http'),
    })
    return [
      { what: 'bare node:http, 32 in flight', value: rate(median(http)) },
      beside('bare Hono route', hono),
      beside('bare Bolt, only acknowledging', acknowledged),
      beside('bare Bolt, answering', answered),
      ...houses.map(({ name }, n) => rowOf(name, accepted[n] ?? [], { http, acknowledged, answered })),
    ]
  } finally {
    floors.disconnect()
    slack.close()
  }
}

function posts(port: number, path: string): Target {
  const body = { as: 'rep1', channel: 'group1', text: '今天客户多，晚点到' }
  return () => {
    const client = createClient(port, width)
    return { call: () => client.post(path, body), close: client.close }
  }
}

function rowOf(
  name: string,
  accepted: readonly number[],
  { http, acknowledged, answered }: Record<'http' | 'acknowledged' | 'answered', readonly number[]>,
): Row {
  const part = ratioOf(accepted, answered)
  return {
    what: `accept over HTTP, 32 in flight, ${name}`,
    value: rate(median(accepted)),
    ratio: `${times(part, 'Bolt answering')}, ${times(ratioOf(accepted, acknowledged), 'Bolt only acknowledging')}, ${times(ratioOf(accepted, http), 'node:http')}`,
    goal: { words: `at least ${goal} × bare Bolt, answering`, met: part >= goal },
  }
}

/** The median of the ratios within each turn, so that a slow moment of the machine slows both sides. */
function ratioOf(ours: readonly number[], theirs: readonly number[]): number {
  return median(ours.map((value, turn) => value / (theirs[turn] ?? Number.NaN)))
}

/** Events a second of each target: one after the other, several times, after a turn that warms up. */
async function takeTurns(targets: readonly Target[], { repeats, calls }: Effort): Promise<number[][]> {
  const results: number[][] = targets.map(() => [])
  for (let turn = 0; turn <= repeats; turn++) {
    for (const [n, open] of targets.entries()) {
      const caller = open()
      const timed = await inFlight(calls, width, () => caller.call())
      caller.close()
      if (turn > 0) results[n]?.push(perSecond(timed))
    }
  }
  return results
}
