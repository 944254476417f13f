import { z } from 'zod'
import type { CaseQuiz } from '../../../prisma/client/client.ts'
import type { Tx } from '../../store/transaction.ts'
import { type Question, questionSchema } from './quiz.ts'

/** A member's questions of a month. */
export interface Quiz {
  readonly id: string
  readonly teamId: string
  readonly memberId: string
  readonly month: string
  readonly questions: readonly Question[]
  /** The options chosen so far, from 0. */
  readonly answers: readonly number[]
  /** When the question that is open was asked. */
  readonly askedAt: Date
}

export async function quizOf(tx: Tx, memberId: string, month: string): Promise<Quiz | null> {
  const row = await tx.caseQuiz.findUnique({ where: { memberId_month: { memberId, month } } })
  return row && toQuiz(row)
}

export async function insertQuiz(tx: Tx, quiz: Quiz): Promise<void> {
  const { questions, answers, ...facts } = quiz
  const data = { ...facts, questions: JSON.parse(JSON.stringify(questions)), answers: [...answers] }
  await tx.caseQuiz.createMany({ data, skipDuplicates: true })
}

/** True for whoever answers the question first: of two presses one counts. */
export async function addAnswer(
  tx: Tx,
  { id, answers }: Pick<Quiz, 'id' | 'answers'>,
  chosen: number,
  now: Date,
): Promise<boolean> {
  const where = { id, answers: { equals: [...answers] } }
  const { count } = await tx.caseQuiz.updateMany({ where, data: { answers: [...answers, chosen], askedAt: now } })
  return count === 1
}

function toQuiz({ questions, ...row }: CaseQuiz): Quiz {
  return { ...row, questions: z.array(questionSchema).parse(questions) }
}
