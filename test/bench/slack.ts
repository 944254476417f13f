import { once } from 'node:events'
import { openSlackSimulator, type SlackSimulator } from '../simulators/slack/index.ts'
import type { Kind } from './databases.ts'
import type { Effort } from './effort.ts'
import { type MeasuredHouse, openHouse, startProgram } from './house.ts'
import { inFlight, median, perSecond, type Timed } from './numbers.ts'
import { reps } from './stage.ts'
import { type Row, rate, times } from './table.ts'

/** What a bare echo answers, messages in to answers out; of ours each is written down, handled and forgotten. */
const goal = 0.5
const width = 32
const perMinute = 60

/** Group messages a second through Slack's side of the wire, Bolt and the house, beside a bare Bolt app in the same run. */
export async function measureSlack(kinds: readonly Kind[], effort: Effort): Promise<Row[]> {
  const echo = await measureEcho(effort)
  const rows: Row[] = [{ what: 'bare Bolt echo over Socket Mode', value: rate(median(echo)) }]
  for (const kind of kinds) rows.push(...(await measureOurs(kind, echo, effort)))
  return rows
}

async function measureEcho(effort: Effort): Promise<number[]> {
  const slack = await workspace('off')
  const { botToken, appToken, apiUrl } = slack
  const program = startProgram('slack-echo.ts', [JSON.stringify({ botToken, appToken, apiUrl })])
  try {
    await once(program, 'message')
    const answered = () => slack.messages(groupOf(0)).filter(({ fromBot }) => fromBot).length
    return await runs(effort, async () => {
      const before = answered()
      return talk(slack, effort.messages, async () => {
        while (answered() < before + effort.messages) await tick()
      })
    })
  } finally {
    program.disconnect()
    await slack.close()
  }
}

async function measureOurs(kind: Kind, echo: readonly number[], effort: Effort): Promise<Row[]> {
  const slack = await workspace('off')
  const house = await houseOn(slack, kind)
  try {
    const ours = await runs(effort, () => talk(slack, effort.messages, () => house.measure({ do: 'idle' })))
    const part = median(ours) / median(echo)
    const through: Row = {
      what: `plain group messages through Slack and the house, ${kind.name}`,
      value: rate(median(ours)),
      ratio: times(part, 'bare Bolt echo'),
      goal: { words: `at least ${goal} × bare Bolt echo`, met: part >= goal },
    }
    return [through, await measurePace(kind, effort)]
  } finally {
    await house[Symbol.asyncDispose]()
    await slack.close()
  }
}

/** Messages that wait in one channel, against a Slack that allows one a second and says so when it is one more. */
async function measurePace(kind: Kind, { paced }: Effort): Promise<Row> {
  const slack = await workspace('strict')
  const house = await houseOn(slack, kind)
  try {
    const { total } = await house.measure({ do: 'post', channelId: groupOf(0), count: paced })
    const posted = slack.messages(groupOf(0)).filter(({ fromBot }) => fromBot).length
    const each = ((posted - 1) / total) * 60_000
    return {
      what: `delivery in one channel, ${kind.name}`,
      value: `${each.toFixed(1)} a minute`,
      ratio: `${posted} of ${paced} posted, ${slack.count429} × 429`,
      goal: {
        words: `${perMinute} a minute, no 429`,
        met: posted === paced && slack.count429 === 0 && each >= perMinute * 0.9,
      },
    }
  } finally {
    await house[Symbol.asyncDispose]()
    await slack.close()
  }
}

async function houseOn(slack: SlackSimulator, kind: Kind): Promise<MeasuredHouse> {
  const { botToken, appToken, apiUrl } = slack
  const house = await openHouse({ ...(await kind.fresh()), slack: { botToken, appToken, apiUrl } })
  while (slack.connectionCount === 0) await tick()
  await house.measure({ do: 'idle' })
  return house
}

/** The reps of the bench in the groups of their teams. */
async function workspace(pace: 'strict' | 'off'): Promise<SlackSimulator> {
  const slack = await openSlackSimulator({ pace, echoes: false })
  for (const { id } of reps) await slack.addUser({ id: userOf(id), name: id })
  for (let n = 0; n < 5; n++) {
    const members = reps.filter(({ channel }) => channel === `group${n}`).map(({ id }) => userOf(id))
    await slack.addChannel({ id: groupOf(n), name: `group${n}`, members: [...members, slack.bot.userId] })
  }
  return slack
}

const userOf = (rep: string) => `U0${rep.toUpperCase()}`
const groupOf = (n: number) => `C0GROUP${n}`

/** Everybody of the first group talks, `width` messages at a time, until `settled`. */
async function talk(slack: SlackSimulator, count: number, settled: () => Promise<unknown>): Promise<Timed> {
  const speakers = reps.filter(({ channel }) => channel === 'group0').map(({ id }) => userOf(id))
  const from = performance.now()
  const { each } = await inFlight(count, width, n =>
    slack.says(speakers[n % speakers.length] ?? '', groupOf(0), `今天路上堵车 ${n}`),
  )
  await settled()
  return { each, total: performance.now() - from }
}

async function runs({ repeats }: Effort, run: () => Promise<Timed>): Promise<number[]> {
  await run()
  const rates: number[] = []
  for (let n = 0; n < repeats; n++) rates.push(perSecond(await run()))
  return rates
}

const tick = () => new Promise(resolve => setTimeout(resolve, 10))
