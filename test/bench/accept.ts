import { once } from 'node:events'
import { createClient } from './client.ts'
import type { Effort } from './effort.ts'
import { type MeasuredHouse, startProgram } from './house.ts'
import { inFlight, median, perSecond } from './numbers.ts'
import { openSlackSide } from './slack-side.ts'
import { type Row, rate, times } from './table.ts'

/** Half of what Bolt did of a bare node:http floor when the goal was set: 1,566 and 4,806 a second. */
const goal = 0.163

const width = 32

/** One call after another is made of whoever is measured, `width` of them at once. */
interface Caller {
  call(): Promise<void>
  close(): void
}

type Target = () => Caller

/**
 * Events a second that get their 202 with 32 in flight, each written down before: what people say among each other, and
 * reports, with which the most work goes on meanwhile.
 */
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
    const reported: number[][] = []
    for (const { house } of houses) reported.push(await reportsOf(house, effort))
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
      ...houses.map(({ name }, n) => ({
        what: `accept reports over HTTP, 32 in flight, ${name}`,
        value: rate(median(reported[n] ?? [])),
        ratio: times(median(reported[n] ?? []) / median(answered), 'Bolt answering'),
      })),
    ]
  } finally {
    floors.disconnect()
    slack.close()
  }
}

/** Reports, whose handling goes on meanwhile and is waited for between the runs. */
async function reportsOf(house: MeasuredHouse, { repeats, reports }: Effort): Promise<number[]> {
  const rates: number[] = []
  for (let turn = 0; turn <= repeats; turn++) {
    const caller = posts(house.port, '/room/api/messages', '日报 拜访2 电话25')()
    const timed = await inFlight(reports, width, () => caller.call())
    caller.close()
    await house.measure({ do: 'idle' })
    if (turn > 0) rates.push(perSecond(timed))
  }
  return rates
}

function posts(port: number, path: string, text = '今天客户多，晚点到'): Target {
  const body = { as: 'rep1', channel: 'group1', text }
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
  const part = ratioOf(accepted, http)
  return {
    what: `accept over HTTP, 32 in flight, ${name}`,
    value: rate(median(accepted)),
    ratio: `${times(part, 'bare node:http')}, ${times(ratioOf(accepted, answered), 'Bolt answering')}, ${times(ratioOf(accepted, acknowledged), 'Bolt only acknowledging')}`,
    goal: { words: `at least ${goal} × bare node:http`, met: part >= goal },
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
