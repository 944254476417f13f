import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../../src/base/ids.ts'
import { createRandom, type Random } from '../../../src/base/random.ts'
import { addDays, eachDate, type LocalDate, lastOfMonth } from '../../../src/calendar/dates.ts'
import { toLocal } from '../../../src/calendar/zone.ts'
import { fairness } from '../../../src/features/fairness/feature.ts'
import { everyMetricOf } from '../../../src/features/metrics/catalogue.ts'
import { reviews } from '../../../src/features/reviews/feature.ts'
import { insertTask } from '../../../src/features/reviews/task-store.ts'
import { insertTarget } from '../../../src/features/targets/store.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { at, stageDay } from './stage.ts'
import { type Hours, isAway, isQuiet, works } from './year-rules.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const PER_DAY = 3
const teamHours = { from: '19:30', to: '08:00' }
const northern = { nudges: { perDay: PER_DAY, quiet: teamHours }, coaching: { afterDays: 2 } }
/** Each team speaks by its own settings, to the same person out of one budget. */
const southern = { nudges: { perDay: PER_DAY, quiet: teamHours, beforeMinutes: 0 }, coaching: { afterDays: 0 } }
const zone = 'Asia/Shanghai'

const jobs = [
  { time: '09:00', job: 'nudges.before-due' },
  { time: '09:15', job: 'nudges.at-due' },
  { time: '09:20', job: 'reviews.tasks' },
  { time: '10:30', job: 'coaching.behind' },
  { time: '18:45', job: 'nudges.before-due' },
  { time: '19:00', job: 'nudges.at-due' },
]

type Staged = Awaited<ReturnType<typeof stageDay>>
type Works = (date: LocalDate) => boolean

/** One membership: the person, the team in which they act, and when they work there. */
interface Membership {
  readonly name: string
  readonly team: Staged
  readonly works: Works
}

/** 李伟 is in two teams, with a calendar of his own in the first; Ann keeps hours of her own over midnight. */
async function stage() {
  const more = [fairness, reviews]
  const north = await stageDay(database.store, [{ name: '李伟' }, { name: 'Ann' }], northern, 'zh', more)
  const { personId } = north.who('李伟')
  const south = await stageDay(database.store, [{ name: '李伟', personId }], southern, 'zh', more)
  const { prisma } = database.store
  // Reports alone, which halves the time of the test.
  await prisma.form.updateMany({ where: { teamId: south.team.id, kind: 'plan' }, data: { active: false } })
  const calendars = {
    李伟: { kind: 'alternating', bigWeek: '2026-01-05', cnHolidays: true },
    Ann: { kind: 'single-rest', restDay: 3 },
  }
  for (const [name, calendar] of Object.entries(calendars))
    await prisma.member.update({ where: { id: north.who(name).memberId }, data: { calendar } })
  const memberships: readonly Membership[] = [
    { name: '李伟', team: north, works: works.alternating },
    { name: 'Ann', team: north, works: works.wednesdaysOff },
    { name: '李伟', team: south, works: works.cn },
  ]
  return { teams: [north, south], memberships }
}

type Step = { readonly at: string } & (
  | { readonly team: Staged; readonly job: string }
  | { readonly of: Membership; readonly does: string }
)

const clockTime = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** What somebody does on a day: now and then a plan, a report in one of three manners, leave, or a wish for quiet. */
function* doings(of: Membership, date: LocalDate, random: Random): Generator<Step> {
  const step = (from: number, to: number, does: string): Step => ({
    at: `${date} ${clockTime(random.int(from, to))}`,
    ...{ of, does },
  })
  if (random.chance(0.08)) yield step(8 * 60 + 30, 10 * 60, `plan 拜访${random.int(1, 9)} 跟进华为`)
  const calls = of.name === 'Ann' ? 20 : random.int(9, 40)
  if (random.chance(0.2)) yield step(17 * 60 + 5, 20 * 60, `report 拜访${random.int(0, 9)} 电话${calls} 报价10`)
  if (random.chance(0.03)) yield step(7 * 60, 20 * 60, `leave ${random.pick(['今天', '今天上午', '今天下午', '明天'])}`)
  if (random.chance(0.02)) yield step(7 * 60, 20 * 60, 'leave cancel 今天')
  if (random.chance(0.12))
    yield step(8 * 60, 20 * 60, random.pick(['quiet 30', 'quiet 30', 'quiet 2h', 'quiet today', 'quiet off']))
  if (random.chance(0.02))
    yield step(8 * 60, 20 * 60, random.pick(['quiet 18:50-09:10', 'quiet 12:00-14:00', 'quiet 22:00-10:00']))
}

async function aim({ team, name }: Membership, first: LocalDate, random: Random): Promise<void> {
  const metrics = await everyMetricOf(database.store.prisma, team.team.id)
  const { personId, memberId } = team.who(name)
  const said = { createdBy: personId, createdAt: at(`${first} 07:00`), reason: null, parentId: null }
  const metricId = metrics.find(({ key }) => key === 'visits')?.id ?? ''
  const days = { kind: 'month', from: first, to: lastOfMonth(first) } as const
  const target = {
    id: newId(),
    memberId,
    metricId,
    ...days,
    value: random.int(10, 200),
    state: 'accepted',
    ...said,
  } as const
  const task = {
    ...{ id: newId(), teamId: team.team.id, memberId, ownerId: memberId, setBy: memberId, words: '多打五个电话' },
    ...{ dueOn: addDays(first, random.int(3, 27)), metricKey: null, startedOn: first, doneOn: null, droppedOn: null },
  }
  await inTransaction(database.store, async tx => {
    await insertTarget(tx, team.team.id, target)
    await insertTask(tx, task, at(`${first} 07:00`))
  })
}

/** A task is done, or dropped, after a month. */
async function closeTasks(today: LocalDate): Promise<void> {
  const due = { doneOn: null, dueOn: { lt: addDays(today, -20) } }
  await database.store.prisma.planTask.updateMany({ where: due, data: { doneOn: today } })
}

/** Plays the year; the outbox sends what is due some minutes, or hours, after each step. Answers whose hours held since when. */
async function play({ teams, memberships }: Awaited<ReturnType<typeof stage>>, random: Random) {
  const { prisma } = database.store
  const hours = new Map<string, Hours[]>()
  let waits = false
  const flush = async (moment: string) => {
    for (const team of teams) await team.send(moment)
    waits = (await prisma.delivery.count({ where: { state: 'pending' } })) > 0
  }
  for (const date of eachDate('2026-01-01', '2026-12-31')) {
    if (date.endsWith('-01')) for (const one of memberships) await aim(one, date, random)
    if (date.endsWith('-15')) await closeTasks(date)
    const steps: readonly Step[] = [
      ...jobs.flatMap(({ time, job }) => teams.map(team => ({ at: `${date} ${time}`, team, job }))),
      ...memberships.flatMap(of => [...doings(of, date, random)]),
    ].toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    for (const [n, step] of steps.entries()) {
      if ('job' in step) waits = (await step.team.clock(step.job, step.at)).length > 0 || waits
      else if (await take(step.of, step.does, step.at)) {
        keepHours(hours, step.of, step)
        waits = true
      }
      const next = steps[n + 1]?.at ?? `${date} 23:59`
      if (next === step.at) continue
      const sending = new Date(at(step.at).getTime() + random.pick([0, 1, 3, 45, 200]) * 60_000)
      if (waits && sending < at(next)) await flush(wallTime(sending))
    }
  }
  await flush('2027-01-01 00:00')
  return hours
}

function wallTime(moment: Date): string {
  const { date, time } = toLocal(moment, zone)
  return `${date} ${time}`
}

/** Answers whether it was done: a plan on a day off and the like is refused with words, which is no matter here. */
async function take({ team, name }: Membership, does: string, moment: string): Promise<boolean> {
  try {
    await team.types(name, does, moment)
    return true
  } catch (error) {
    if (error instanceof Error && error.name === 'UserError') return false
    throw error
  }
}

function keepHours(hours: Map<string, Hours[]>, { team, name }: Membership, step: { at: string; does: string }): void {
  const [, from, to] = /^quiet (\d\d:\d\d)-(\d\d:\d\d)$/.exec(step.does) ?? []
  const own = hours.get(team.who(name).personId) ?? []
  if (from !== undefined && to !== undefined) own.push({ since: at(step.at), from, to })
  if (step.does === 'quiet off') own.push({ since: at(step.at), ...teamHours })
  hours.set(team.who(name).personId, own)
}

/** A moment at which a member was spoken to unasked, or it was decided to. */
interface Spoken {
  readonly what: string
  readonly moment: Date
}

/** Says of every moment which rule it breaks. */
async function faults({ team, name, works }: Membership, kept: readonly Hours[], all: readonly Spoken[]) {
  const { memberId, personId } = team.who(name)
  const leaves = await database.store.prisma.leave.findMany({ where: { memberId } })
  const quiets = await database.store.prisma.quiet.findMany({ where: { personId } })
  const hours = [{ since: new Date(0), ...teamHours }, ...kept]
  return all.flatMap(({ what, moment }) => {
    const { date, time } = toLocal(moment, zone)
    const broken = {
      'a day off': !works(date),
      leave: isAway(leaves, moment, date, time),
      'quiet hours': isQuiet(hours, moment, time),
      'asked for quiet': quiets.some(({ from, until }) => from < moment && moment < until),
    }
    return Object.entries(broken).flatMap(([rule, is]) => (is ? [`${name} ${date} ${time} ${what}: ${rule}`] : []))
  })
}

const countBy = <T>(all: readonly T[], key: (one: T) => string) =>
  Object.fromEntries([...Map.groupBy(all, key)].map(([name, its]) => [name, its.length]))

it('over a year nobody is nudged on a day off, on leave, in quiet hours, too late or too often', {
  timeout: 900_000,
}, async () => {
  const staged = await stage()
  const hours = await play(staged, createRandom(2026))
  const { prisma } = database.store
  const nudges = await prisma.nudge.findMany()
  const delivered = await prisma.delivery.findMany({ where: { lane: 2, state: 'sent', personId: { not: null } } })
  const broken: string[] = []
  for (const one of staged.memberships) {
    const { memberId, personId } = one.team.who(one.name)
    const decided = nudges.filter(row => row.memberId === memberId && row.sent)
    const said = delivered.filter(row => row.personId === personId && row.teamId === one.team.team.id)
    const moments = [
      ...decided.map(({ kind, at: moment }) => ({ what: `decided ${kind}`, moment })),
      ...said.map(({ purpose, sentAt }) => ({ what: `said ${purpose}`, moment: sentAt ?? new Date(0) })),
    ]
    broken.push(...(await faults(one, hours.get(personId) ?? [], moments)))
  }
  expect(broken).toEqual([])
  // However many teams a person is in, so much is said to them in a day; what they asked for again does not count.
  const unasked = delivered.filter(({ purpose }) => purpose !== 'nudges.again')
  const days = countBy(unasked, ({ personId, sentAt }) => `${personId} ${toLocal(sentAt ?? new Date(0), zone).date}`)
  expect(Object.entries(days).filter(([, count]) => count > PER_DAY)).toEqual([])
  const decidedDays = countBy(
    nudges.filter(({ sent }) => sent),
    ({ personId, date }) => `${personId} ${date}`,
  )
  expect(Object.entries(decidedDays).filter(([, count]) => count > PER_DAY)).toEqual([])
  expect(delivered.filter(({ sentAt, expiresAt }) => expiresAt && sentAt && sentAt >= expiresAt)).toEqual([])
  // The year would prove nothing without something of each kind, and something held for each reason.
  const said = countBy(delivered, ({ purpose }) => purpose.replace(/^fairness\..*/, 'fairness'))
  expect(Object.keys(said).sort()).toEqual(
    ['coaching.behind', 'fairness', 'nudges.again', 'nudges.at-due', 'nudges.before-due', 'reviews.task'].sort(),
  )
  const held = countBy(
    nudges.filter(({ sent }) => !sent),
    ({ reason }) => String((reason as { facts: { held?: string } }).facts.held),
  )
  expect(Object.keys(held).sort()).toEqual(
    ['answered', 'asked-for-quiet', 'budget', 'in-turn', 'not-a-workday', 'on-leave', 'quiet-hours'].sort(),
  )
  expect(Object.values(days).filter(count => count === PER_DAY).length).toBeGreaterThan(20)
})
