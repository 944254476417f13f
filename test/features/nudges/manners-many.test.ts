import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toLocal } from '../../../src/calendar/zone.ts'
import { toReason } from '../../../src/features/nudges/store.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { at, stageDay } from './stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const PER_DAY = 2
/** A Friday, the weekend, a Monday. */
const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23']

/** What may happen at a moment between the jobs. */
const happening = fc.constantFrom(
  'plan 拜访3',
  'report 拜访2',
  'leave 今天',
  'leave 今天下午',
  'quiet 30',
  'quiet 2h',
  'quiet today',
  'quiet off',
  'quiet 18:30-09:10',
)
const moment = fc.integer({ min: 8 * 60, max: 22 * 60 + 59 }).map(minute => {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
})
const event = fc.record({
  day: fc.constantFrom(...days),
  time: moment,
  does: happening,
  who: fc.constantFrom('李伟', '张三'),
})

const jobs = [
  { time: '09:00', job: 'nudges.before-due' },
  { time: '09:15', job: 'nudges.at-due' },
  { time: '18:45', job: 'nudges.before-due' },
  { time: '19:00', job: 'nudges.at-due' },
]

type Step = { readonly at: string } & ({ readonly job: string } | { readonly who: string; readonly does: string })

describe('whatever people do in whatever order', () => {
  it('nobody is reminded on leave, on a day off, in quiet hours, too often, or after answering', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 8 }), fc.integer({ min: 0, max: 40 }), async (events, delay) => {
        const settings = { nudges: { perDay: PER_DAY, quiet: { from: '18:50', to: '08:00' } } }
        const staged = await stageDay(database.store, [{ name: '李伟' }, { name: '张三' }], settings)
        const steps: Step[] = [
          ...days.flatMap(day => jobs.map(({ time, job }) => ({ at: `${day} ${time}`, job }))),
          ...events.map(({ day, time, who, does }) => ({ at: `${day} ${time}`, who, does })),
        ].toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
        await play(staged, steps, delay)
        await judge(staged)
      }),
      { numRuns: 80 },
    )
  }, 120_000)
})

type Staged = Awaited<ReturnType<typeof stageDay>>

/** Plays the steps; the outbox lags behind each by up to `delay` minutes, and runs once a quarter of an hour besides. */
async function play(staged: Staged, steps: readonly Step[], delay: number): Promise<void> {
  let previous = at(`${days[0]} 00:00`)
  for (const step of steps) {
    for (const due of await sendingsBetween(staged, previous, at(step.at))) await staged.send(due)
    if ('job' in step) await staged.clock(step.job, step.at)
    else await staged.types(step.who, step.does, step.at).catch(ignoreRefusal)
    previous = new Date(at(step.at).getTime() + (delay % 3 === 0 ? 0 : delay * 60_000))
  }
}

/** A plan on a Saturday and the like is refused with words, which is no matter here. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'UserError') throw error
}

/** The moments in between at which the outbox finds something. */
async function sendingsBetween(staged: Staged, from: Date, to: Date): Promise<string[]> {
  const moments = (await staged.waiting()).map(
    ({ notBefore }) => new Date(Math.max(notBefore.getTime(), from.getTime())),
  )
  return [...new Set(moments.filter(moment => moment <= to).map(moment => wallTime(moment)))].sort()
}

function wallTime(moment: Date): string {
  const { date, time } = toLocal(moment, 'Asia/Shanghai')
  return `${date} ${time}`
}

async function judge(staged: Staged): Promise<void> {
  const { team, who } = staged
  for (const { personId, memberId } of [who('李伟'), who('张三')]) {
    const sent = await sentTo(team.id, personId)
    for (const nudge of sent) {
      const { date, time, weekday } = toLocal(nudge.at, team.zone)
      expect(weekday, 'a workday').toBeLessThanOrEqual(5)
      expect(time >= '08:00' && time < '18:50', `outside quiet hours: ${time}`).toBe(true)
      expect(await isAway(memberId, nudge.at, date, time), `away at ${date} ${time}`).toBe(false)
      expect(await hasAnswered(memberId, nudge.roundId, nudge.at), 'has answered').toBe(false)
      const quiet = { personId, from: { lt: nudge.at }, until: { gt: nudge.at } }
      expect(await database.store.prisma.quiet.count({ where: quiet }), 'asked for quiet').toBe(0)
    }
    const unasked = sent.filter(({ purpose }) => purpose !== 'nudges.again')
    const perDay = Map.groupBy(unasked, nudge => toLocal(nudge.at, team.zone).date)
    for (const [date, all] of perDay) expect(all.length, `reminders on ${date}`).toBeLessThanOrEqual(PER_DAY)
  }
}

async function sentTo(teamId: string, personId: string) {
  const where = { teamId, personId, lane: 2, state: 'sent' }
  const rows = await database.store.prisma.delivery.findMany({ where })
  return rows.map(({ sentAt, purpose, reason }) => ({
    at: sentAt ?? new Date(0),
    purpose,
    roundId: String(toReason(reason)?.facts['roundId']),
  }))
}

async function isAway(memberId: string, now: Date, date: string, time: string): Promise<boolean> {
  const where = { memberId, createdAt: { lt: now }, cancelledAt: null, from: { lte: date }, to: { gte: date } }
  const leaves = await database.store.prisma.leave.findMany({ where })
  return leaves.some(({ half }) => half !== 'pm' || time >= '12:00')
}

async function hasAnswered(memberId: string, roundId: string, now: Date): Promise<boolean> {
  const where = { memberId, roundId, submittedAt: { lt: now } }
  return (await database.store.prisma.report.count({ where })) > 0
}
