import { z } from 'zod'
import type { Prisma } from '../../../prisma/client/client.ts'
import type { Lang } from '../../base/words.ts'
import { lock } from '../../store/named-locks.ts'
import type { Tx } from '../../store/transaction.ts'
import { type Answers, answersSchema } from './answers.ts'
import { type Course, reviewStates } from './course.ts'
import { type Criteria, type Criterion, criterionSchema, usualCriteria } from './criteria.ts'
import { periodOfReview, type Review } from './review.ts'

const rowSchema = z.object({
  id: z.string(),
  teamId: z.string(),
  memberId: z.string(),
  reviewerId: z.string(),
  period: z.string(),
  criteria: z.int(),
  state: z.enum(reviewStates),
  self: answersSchema.nullable(),
  assessment: answersSchema.nullable(),
  talkNotes: z.string().nullable(),
  dispute: z.string().nullable(),
  startedAt: z.date(),
  signedAt: z.date().nullable(),
  reviewerSignedAt: z.date().nullable(),
  closedAt: z.date().nullable(),
})

function toReview(row: unknown): Review {
  const { state, period, signedAt, reviewerSignedAt, ...facts } = rowSchema.parse(row)
  const course = {
    ...{ state, signed: signedAt !== null, countersigned: reviewerSignedAt !== null },
    disputed: facts.dispute !== null,
  }
  return { ...facts, course, period: periodOfReview(period) }
}

/** Makes everything about a member's reviews wait for what is before it. */
export async function lockReviews(tx: Tx, memberId: string): Promise<void> {
  await lock(tx, `reviews:${memberId}`)
}

export async function reviewById(tx: Tx, id: string): Promise<Review | null> {
  const row = await tx.review.findUnique({ where: { id } })
  return row && toReview(row)
}

/** A member's reviews, the one begun last first. */
export async function reviewsOf(tx: Tx, memberId: string, most: number): Promise<readonly Review[]> {
  const orderBy = [{ startedAt: 'desc' as const }, { id: 'desc' as const }]
  const rows = await tx.review.findMany({ where: { memberId }, orderBy, take: most })
  return rows.map(toReview)
}

/** Those that somebody reviews and that are not closed, the oldest first. */
export async function openReviewsBy(tx: Tx, reviewerId: string): Promise<readonly Review[]> {
  const where = { reviewerId, state: { not: 'closed' } }
  return (await tx.review.findMany({ where, orderBy: [{ startedAt: 'asc' }, { id: 'asc' }] })).map(toReview)
}

/** How many reviews of the team are about that period. */
export function countReviews(tx: Tx, teamId: string, period: string): Promise<number> {
  return tx.review.count({ where: { teamId, period } })
}

export async function insertReview(
  tx: Tx,
  row: Pick<Review, 'id' | 'teamId' | 'memberId' | 'reviewerId' | 'criteria' | 'startedAt'> & {
    readonly period: string
  },
): Promise<void> {
  await tx.review.create({ data: { ...row, state: 'begun' } })
}

/** What changes in a review beside how far it is. */
export interface Change {
  readonly self?: Answers
  readonly assessment?: Answers
  readonly talkNotes?: string
  readonly dispute?: string
}

/** Writes what was said and how far the review is with it; each moment is kept the first time that it comes. */
export async function advance(tx: Tx, before: Review, course: Course, change: Change, now: Date): Promise<void> {
  const { self, assessment, talkNotes, dispute } = change
  await tx.review.update({
    where: { id: before.id },
    data: {
      state: course.state,
      ...(self && { self: toJson(self), selfAt: now }),
      ...(assessment && { assessment: toJson(assessment), assessedAt: now }),
      ...(talkNotes !== undefined && { talkNotes, talkedAt: now }),
      ...(dispute !== undefined && { dispute }),
      ...(course.signed && !before.course.signed && { signedAt: now }),
      ...(course.countersigned && !before.course.countersigned && { reviewerSignedAt: now }),
      ...(course.state === 'closed' && { closedAt: now }),
    },
  })
}

function toJson(value: object): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(value))
}

/** What the team reviews by now, or did in an earlier version; the usual ones while it has set none. */
export async function criteriaOf(tx: Tx, teamId: string, lang: Lang, version?: number): Promise<Criteria> {
  if (version === 0) return usualCriteria(lang)
  const where = { teamId, ...(version !== undefined && { version }) }
  const row = await tx.reviewCriteria.findFirst({ where, orderBy: { version: 'desc' } })
  if (row === null) return usualCriteria(lang)
  return { version: row.version, items: z.array(criterionSchema).parse(row.items) }
}

/** Adds a version, which new reviews go by; answers its number. */
export async function addCriteria(
  tx: Tx,
  row: { teamId: string; items: readonly Criterion[]; createdBy: string; createdAt: Date },
): Promise<number> {
  const { teamId, items, createdBy, createdAt } = row
  await lock(tx, `review-criteria:${teamId}`)
  const { _max } = await tx.reviewCriteria.aggregate({ where: { teamId }, _max: { version: true } })
  const version = (_max.version ?? 0) + 1
  const json = items.map(({ name, weight }) => ({ name, weight }))
  await tx.reviewCriteria.create({ data: { teamId, version, items: json, createdBy, createdAt } })
  return version
}

export async function reassign(tx: Tx, id: string, reviewerId: string): Promise<void> {
  await tx.review.update({ where: { id }, data: { reviewerId } })
}
