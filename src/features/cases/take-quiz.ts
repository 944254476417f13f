import { z } from 'zod'
import { UserError } from '../../base/errors.ts'
import { newId } from '../../base/ids.ts'
import { createRandom } from '../../base/random.ts'
import { isMember, type MemberContext, type PersonContext } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Utterance } from '../feature.ts'
import { answerInPrivate } from '../privacy/in-private.ts'
import type { Case } from './case.ts'
import { caseSettings } from './case-settings.ts'
import { gramNumber } from './grams.ts'
import { makeQuiz, type Question, rightOnes } from './quiz.ts'
import { addAnswer, insertQuiz, type Quiz, quizOf } from './quiz-store.ts'
import { todayOf } from './scene.ts'
import { casesByIds, latestCards } from './store.ts'
import { type Asked, questionContent } from './words/quiz.ts'
import { nothingAsked, quizOff, tooFewCards } from './words/refusals.ts'

/** Questions are about the cards that were solved last. */
const LATEST = 60
/** A letter is heard as an answer for so long after it was asked for. */
const HEARD_HOURS = 24

/** What may be asked about: solved problems that the whole team may read. */
export async function quizCards(tx: Tx, teamId: string): Promise<readonly Case[]> {
  return (await latestCards(tx, teamId, LATEST)).filter(
    ({ kind, audience }) => kind === 'problem' && audience !== 'managers',
  )
}

/** Answers `/case quiz` and the offer's button: the first question, or the one at which somebody stopped. */
export async function takeQuiz(ctx: MemberContext): Promise<void> {
  const { tx, team, actor, now } = ctx
  if (!caseSettings(team).quiz) throw new UserError('cases.quiz-off', quizOff)
  const month = todayOf(ctx).slice(0, 7)
  if ((await quizOf(tx, actor.memberId, month)) === null) {
    const random = createRandom(gramNumber(`${actor.memberId}:${month}`))
    const questions = makeQuiz(await quizCards(tx, team.id), random)
    if (questions === null) throw new UserError('cases.too-few-cards', tooFewCards)
    const quiz = { id: newId(now), teamId: team.id, memberId: actor.memberId, month, questions, answers: [] }
    await insertQuiz(tx, { ...quiz, askedAt: now })
  }
  await ask(ctx, await ownQuiz(ctx), null)
}

const pressSchema = z.tuple([z.uuid(), z.coerce.number().int().min(0), z.coerce.number().int().min(0)])

/** The button of an option: `quiz:question:option`. */
export async function pressAnswer(ctx: MemberContext, value: string): Promise<void> {
  const { data } = pressSchema.safeParse(value.split(':'))
  const quiz = await ownQuiz(ctx)
  if (data === undefined || data[0] !== quiz.id) throw new UserError('cases.nothing-asked', nothingAsked)
  // A button of a question that is answered shows the one that is not.
  if (data[1] !== quiz.answers.length) return ask(ctx, quiz, null)
  await choose(ctx, quiz, data[2])
}

/** Whether what somebody said in their direct chat is a letter that a question waits for. */
export async function hearLetter(ctx: PersonContext, { text, command }: Utterance): Promise<boolean> {
  const letter = text.normalize('NFKC').trim().toUpperCase()
  if (command !== 'no' || !/^[A-D]$/.test(letter) || !isMember(ctx)) return false
  const { tx, actor, now } = ctx
  const quiz = await quizOf(tx, actor.memberId, todayOf(ctx).slice(0, 7))
  if (!quiz || quiz.answers.length >= quiz.questions.length) return false
  if (now.getTime() - quiz.askedAt.getTime() > HEARD_HOURS * 3_600_000) return false
  await choose(ctx, quiz, letter.charCodeAt(0) - 'A'.charCodeAt(0))
  return true
}

async function ownQuiz(ctx: MemberContext): Promise<Quiz> {
  const quiz = await quizOf(ctx.tx, ctx.actor.memberId, todayOf(ctx).slice(0, 7))
  if (!quiz) throw new UserError('cases.nothing-asked', nothingAsked)
  return quiz
}

async function choose(ctx: MemberContext, quiz: Quiz, option: number): Promise<void> {
  const question = quiz.questions[quiz.answers.length]
  if (!question || option >= question.options.length) throw new UserError('cases.nothing-asked', nothingAsked)
  if (!(await addAnswer(ctx.tx, quiz, option, ctx.now))) return ask(ctx, await ownQuiz(ctx), null)
  await ask(ctx, { ...quiz, answers: [...quiz.answers, option] }, question)
}

/** What came of the last answer, then the next question, or the result. Between the two of us. */
async function ask(ctx: MemberContext, quiz: Quiz, answered: Question | null): Promise<void> {
  const { questions, answers } = quiz
  const next = questions[answers.length] ?? null
  const ids = [...(answered ? [answered.asks] : []), ...(next ? [next.asks, ...next.options] : [])]
  const cards = new Map((await casesByIds(ctx.tx, quiz.teamId, ids)).map(card => [card.id, card]))
  const asked: Asked = {
    ...{ quizId: quiz.id, at: answers.length, of: questions.length, right: rightOnes(questions, answers) },
    next: next && { card: cards.get(next.asks), options: next.options.map(id => cards.get(id)) },
    last: answered && {
      card: cards.get(answered.asks),
      isRight: answered.options[answers.at(-1) ?? -1] === answered.asks,
    },
  }
  answerInPrivate(ctx, 'cases.quiz', questionContent(asked, ctx.lang))
}
