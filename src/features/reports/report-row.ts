import { z } from 'zod'
import type { Prisma } from '../../../prisma/client/client.ts'
import { type Answers, type Report, reportStatuses } from './report.ts'

/** No question can have this id, so the mark of a copy may lie among the answers. */
export const SHARED_FROM = '@shared-from'

const answerSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])

const rowSchema = z.object({
  id: z.string(),
  roundId: z.string(),
  teamId: z.string(),
  memberId: z.string(),
  date: z.string(),
  kind: z.enum(['plan', 'report', 'custom']),
  values: z.record(z.string(), z.number()),
  answers: z.record(z.string(), answerSchema),
  items: z.array(z.object({ text: z.string(), done: z.boolean() })),
  notes: z.array(z.string()),
  blockers: z.array(z.string()),
  reasons: z.record(z.string(), z.string()),
  status: z.enum(reportStatuses),
  revision: z.int(),
  submittedBy: z.string(),
  submittedAt: z.date(),
  revisedAt: z.date().nullable(),
  readBy: z.string().nullable(),
  readAt: z.date().nullable(),
})

/** Throws when the row is not what we once wrote. */
export function toReport(row: unknown): Report {
  const { answers, ...facts } = rowSchema.parse(row)
  const { [SHARED_FROM]: sharedFrom, ...given } = answers
  return { ...facts, answers: given, sharedFrom: typeof sharedFrom === 'string' ? sharedFrom : null }
}

const numbersSchema = rowSchema.pick({ memberId: true, date: true, kind: true, values: true })

/** Of a report only what it counts. */
export type Numbers = Pick<Report, 'memberId' | 'date' | 'kind' | 'values'>

export function toNumbers(row: unknown): Numbers {
  return numbersSchema.parse(row)
}

/** What a report says, as columns. */
export function toColumns(said: Answers & Pick<Report, 'reasons' | 'sharedFrom'>) {
  const { values, answers, items, notes, blockers, reasons, sharedFrom } = said
  return {
    values: toJson(values),
    answers: toJson(sharedFrom === null ? answers : { ...answers, [SHARED_FROM]: sharedFrom }),
    items: items.map(({ text, done }) => ({ text, done })),
    notes: [...notes],
    blockers: [...blockers],
    reasons: toJson(reasons),
  }
}

/** A report's wording, to be kept when it is replaced. */
export function toSnapshot(report: Report): Prisma.InputJsonObject {
  return toJson({ ...toColumns(report), status: report.status, saidAt: report.revisedAt ?? report.submittedAt })
}

/** As Prisma wants JSON: mutable, and without what JSON cannot say. */
function toJson(value: object): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(value))
}
