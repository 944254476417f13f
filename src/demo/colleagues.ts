import { createRandom } from '../base/random.ts'
import { daysBetween, weekdayOf } from '../calendar/dates.ts'
import { onLeave } from '../calendar/leave.ts'
import { toLocal } from '../calendar/zone.ts'
import type { TeamContext } from '../context.ts'
import type { Feature, SlotRun } from '../features/feature.ts'
import { formByKey } from '../features/forms/store.ts'
import { reportIn } from '../features/reports/store.ts'
import { writeReport } from '../features/reports/write-report.ts'
import { ensureRound, type Round } from '../features/rounds/store.ts'
import { occurrenceFor } from '../features/rounds/window.ts'
import { leavesOf } from '../features/team/leaves.ts'
import { membersOf, type TeamMember } from '../features/team/members.ts'
import type { Tx } from '../store/transaction.ts'
import { cast, type Temper } from './cast.ts'
import { answersFor } from './story.ts'

type Kind = 'plan' | 'report'

const times: Readonly<Record<Kind, string>> = { plan: '08:58', report: '18:20' }

/** Whoever is played by nobody: these hand in by themselves when the clock moves on, unless a visitor did it for them. */
const diligent: ReadonlySet<string> = new Set(['zhao', 'liu', 'chen'])

/** Keeps the demo's team alive while a visitor moves the clock. Teams of real people have no such colleagues. */
export const colleagues: Feature = {
  name: 'demo',
  jobs: [
    {
      name: 'demo.colleagues',
      what: { zh: '演示同事交计划和日报', en: 'Demo colleagues hand in' },
      quiet: true,
      catchUp: { grace: 60, missed: 'latest' },
      async schedules(tx, team) {
        const row = await tx.team.findUnique({ where: { id: team.id }, select: { demo: true } })
        if (!row?.demo) return []
        return Object.entries(times).map(([arg, at]) => ({ arg, spec: { every: 'workday', at } }))
      },
      run: handIn,
    },
  ],
}

async function handIn(ctx: TeamContext, { arg, date }: SlotRun): Promise<void> {
  const kind: Kind = arg === 'plan' ? 'plan' : 'report'
  const form = await formByKey(ctx.tx, ctx.team.id, kind)
  const match = form && occurrenceFor(form.definition, ctx.team.zone, ctx.team.calendar, ctx.now)
  if (!match || match.kind === 'none' || match.occurrence.date !== date) return
  const round = await ensureRound(ctx.tx, ctx.team, form, match.occurrence)
  for (const { member, id, temper } of await diligentAmong(ctx.tx, await membersOf(ctx.tx, ctx.team, date))) {
    if (await isFree(ctx, round, member)) await write(ctx, { kind, round, member, id, temper })
  }
}

async function isFree({ tx, now, team }: TeamContext, round: Round, { memberId }: TeamMember): Promise<boolean> {
  if (await reportIn(tx, round.id, memberId)) return false
  const leaves = (await leavesOf(tx, [memberId], round.date, round.date)).get(memberId) ?? []
  return !onLeave(leaves, round.date, toLocal(now, team.zone).time)
}

interface Hand {
  readonly kind: Kind
  readonly round: Round
  readonly member: TeamMember
  readonly id: string
  readonly temper: Temper
}

async function write(ctx: TeamContext, { kind, round, member, id, temper }: Hand): Promise<void> {
  // The same day is the same in every demo, and a plan knows nothing of its report.
  const seed = daysBetween('2026-01-01', round.date) * 100 + cast.findIndex(one => one.id === id)
  const day = { weekday: weekdayOf(round.date), growth: 1.2 }
  const answers = answersFor(kind, temper, day, createRandom(seed), ctx.team.lang)
  await writeReport(ctx, { kind, status: 'on-time', member, by: member.personId, round, change: () => answers })
}

async function diligentAmong(tx: Tx, members: readonly TeamMember[]) {
  const accounts = await tx.account.findMany({
    where: { platform: 'room', personId: { in: members.map(({ personId }) => personId) } },
  })
  return accounts.flatMap(({ accountId: id, personId }) => {
    const member = members.find(one => one.personId === personId)
    const temper = diligent.has(id) ? cast.find(one => one.id === id)?.temper : undefined
    return member && temper ? [{ member, id, temper }] : []
  })
}
