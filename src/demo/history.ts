import { addDays, type LocalDate } from '../calendar/dates.ts'
import { toInstant } from '../calendar/zone.ts'
import { postDigest, reviseDigest } from '../features/digests/post-digest.ts'
import { markDigested } from '../features/digests/store.ts'
import type { TeamForm } from '../features/forms/store.ts'
import { markRead } from '../features/reports/store.ts'
import { type Written, writeReport } from '../features/reports/write-report.ts'
import { ensureRound, type Round } from '../features/rounds/store.ts'
import type { Occurrence } from '../features/rounds/window.ts'
import { takeLeave } from '../features/team/take-leave.ts'
import { manager } from './cast.ts'
import type { Company } from './found-team.ts'
import type { Stage } from './stage.ts'
import type { Absence, Act } from './story.ts'

/** One thing that happened in the past of the demo. */
export interface Happening {
  readonly at: Date
  happen(): Promise<void>
}

/** A form with its rounds in the story. */
export interface Asked {
  readonly form: TeamForm
  readonly occurrences: ReadonlyMap<LocalDate, Occurrence>
}

export interface Past {
  readonly stage: Stage
  /** The rounds that were made so far, by kind and date. */
  readonly rounds: Map<string, Round>
  readonly company: Company
  readonly plan: Asked
  readonly report: Asked
  /** From this day on, digests are really said; those before are only noted as said. */
  readonly recent: LocalDate
}

export function leaveTaken({ stage, company }: Past, { who, leave }: Absence): Happening {
  const { team } = company
  const at = toInstant(addDays(leave.from, -1), '16:00', team.zone)
  return {
    at,
    async happen() {
      const { personId, memberId, name, role, lang, ...rest } = memberOf(company, who)
      const actor = { personId, memberId, name, role, lang }
      await takeLeave(stage.member(at, team, actor), { ...actor, ...rest }, leave)
    },
  }
}

/** A plan or a report is handed in; reports of earlier days were read by the manager the morning after. */
export function handedIn(past: Past, act: Act): Happening {
  const { stage, company } = past
  return {
    at: act.at,
    async happen() {
      const ctx = stage.team(act.at, company.team)
      const { form } = past[act.kind]
      const member = memberOf(company, act.who)
      const round = await roundOn(past, act)
      const { kind, status, answers } = act
      const by = member.personId
      const { report } = await writeReport(ctx, { kind, status, member, by, round, change: () => answers })
      const { id: reportId, roundId, memberId } = report
      const payload = { reportId, roundId, memberId, kind: form.kind, late: status === 'late', revised: false }
      if (act.date >= past.recent) await reviseDigest(ctx, payload)
      if (act.kind === 'report' && act.date < past.recent) await readNextMorning(past, report)
    },
  }
}

export function digested(past: Past, kind: Act['kind'], date: LocalDate, { dueAt }: Occurrence): Happening {
  const { stage, company } = past
  return {
    at: dueAt,
    async happen() {
      if (date >= past.recent) {
        const slot = { at: dueAt, date, arg: past[kind].form.id }
        await postDigest(stage.team(dueAt, company.team), slot)
      } else {
        await markDigested(stage.tx, (await roundOn(past, { kind, date })).id, dueAt)
      }
    },
  }
}

async function readNextMorning({ stage, company }: Past, report: Written['report']): Promise<void> {
  const at = toInstant(addDays(report.date, 1), '08:40', company.team.zone)
  await markRead(stage.tx, report.id, memberOf(company, manager.id).personId, at)
}

async function roundOn(past: Past, { kind, date }: Pick<Act, 'kind' | 'date'>): Promise<Round> {
  const key = `${kind} ${date}`
  const round = past.rounds.get(key) ?? (await makeRound(past, { kind, date }))
  past.rounds.set(key, round)
  return round
}

async function makeRound(past: Past, { kind, date }: Pick<Act, 'kind' | 'date'>): Promise<Round> {
  const { form, occurrences } = past[kind]
  const occurrence = occurrences.get(date)
  if (!occurrence) throw new Error(`the demo has no round of ${kind} on ${date}`)
  return ensureRound(past.stage.tx, past.company.team, form, occurrence)
}

function memberOf({ members }: Company, id: string) {
  const member = members.get(id)
  if (!member) throw new Error(`the demo has no member ${id}`)
  return member
}
