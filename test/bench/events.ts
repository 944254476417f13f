import type { Effort } from './effort.ts'
import type { MeasuredHouse } from './house.ts'
import { median, perSecond } from './numbers.ts'
import { type Row, rate } from './table.ts'

const width = 64

/** Events a second through inbox, handling and outbox: until each is handled and what it says is sent. */
export async function measureEvents(name: string, house: MeasuredHouse, effort: Effort): Promise<Row[]> {
  const talk = Array.from({ length: effort.messages }, (_, n) => `今天路上堵车 ${n}`)
  const reports = Array.from({ length: effort.reports }, (_, n) => `/report 拜访${n % 9} 电话${n % 40} 签单1/8万`)
  const run = async (texts: readonly string[]) => {
    const runs: number[] = []
    for (let n = 0; n < effort.repeats; n++) runs.push(perSecond(await house.measure({ do: 'events', texts, width })))
    return rate(median(runs))
  }
  return [
    { what: `plain group messages through the house, ${name}`, value: await run(talk) },
    { what: `/report through the house, answered, ${name}`, value: await run(reports) },
  ]
}
