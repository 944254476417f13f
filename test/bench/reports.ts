import { createClient } from './client.ts'
import type { Effort } from './effort.ts'
import type { MeasuredHouse } from './house.ts'
import { inFlight, percentile } from './numbers.ts'
import { reps } from './stage.ts'
import { ms, type Row, times } from './table.ts'

const width = reps.length

/**
 * Fifty reps hand in reports at once, each the next one when the last is answered; and beside it fifty writers of one bare
 * row each, in the same database.
 */
export async function measureReports(name: string, house: MeasuredHouse, effort: Effort): Promise<Row[]> {
  const inserts = await house.measure({ do: 'inserts', count: width * 40, width })
  const taken: number[] = []
  const answered: number[] = []
  const client = createClient(house.port, width)
  const handIn = async (rep: (typeof reps)[number], n: number) => {
    const from = performance.now()
    const answer = house.answered(rep.id)
    await client.post('/room/api/messages', {
      as: rep.id,
      channel: rep.channel,
      text: `/report 拜访${n + 1} 电话${n + 20} 签单1/8万 卡点:合同盖章`,
    })
    taken.push(performance.now() - from)
    await answer
    answered.push(performance.now() - from)
  }
  await inFlight(width, width, async n => {
    const rep = reps[n]
    for (let time = 0; rep && time < effort.reportsEach; time++) await handIn(rep, time)
  })
  client.close()
  const bare = percentile(inserts.each, 0.99)
  const ratio = percentile(taken, 0.99) / bare
  return [
    { what: `bare insert, 50 at once, p50 / p99, ${name}`, value: pair(inserts.each) },
    {
      what: `report to its 202, 50 reps at once, p50 / p99, ${name}`,
      value: pair(taken),
      ratio: times(ratio, 'p99 of a bare insert'),
      goal: { words: 'p99 within 10 × a bare insert’s', met: ratio <= 10 },
    },
    {
      what: `report to its visible answer, p50 / p99, ${name}`,
      value: pair(answered),
      ratio: times(percentile(answered, 0.99) / bare, 'p99 of a bare insert'),
    },
  ]
}

const pair = (values: readonly number[]): string => `${ms(percentile(values, 0.5))} / ${ms(percentile(values, 0.99))}`
