import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'
import { questionSchema, rightOnes } from './quiz.ts'

type Kind = Kept & { readonly count: number }

/** Cases that a member filed, owns or closed, what they changed, and their quizzes. */
export async function keepsOfCases(
  ctx: Pick<TeamContext, 'tx' | 'team'>,
  { memberId }: Subject,
): Promise<readonly Kept[]> {
  const kinds = [await cases(ctx, memberId), await steps(ctx, memberId), await quizzes(ctx, memberId)]
  return kinds.filter(({ count }) => count > 0)
}

async function cases({ tx, team }: Pick<TeamContext, 'tx' | 'team'>, memberId: string): Promise<Kind> {
  const where = { teamId: team.id, OR: [{ filedBy: memberId }, { ownerId: memberId }, { closedBy: memberId }] }
  const count = await tx.case.count({ where })
  return {
    count,
    title: { zh: '问题与案例', en: 'Cases' },
    gist: { zh: `${count} 个`, en: String(count) },
    async records() {
      const rows = await tx.case.findMany({ where, orderBy: { number: 'asc' } })
      return rows.map(({ number, kind, title, text, state, dueOn, solution, lesson, filedAt, ...row }) => ({
        ...{ number, kind, title, text, state, dueOn, solution, lesson, filedAt: filedAt.toISOString() },
        ...{
          filedByMe: row.filedBy === memberId,
          mine: row.ownerId === memberId,
          closedByMe: row.closedBy === memberId,
        },
      }))
    },
  }
}

async function steps({ tx, team }: Pick<TeamContext, 'tx' | 'team'>, memberId: string): Promise<Kind> {
  const where = { by: memberId, case: { teamId: team.id } }
  const count = await tx.caseStep.count({ where })
  return {
    count,
    title: { zh: '对案例做的改动', en: 'Changes of cases' },
    gist: { zh: `${count} 次`, en: String(count) },
    async records() {
      const rows = await tx.caseStep.findMany({ where, orderBy: { id: 'asc' }, include: { case: true } })
      return rows.map(({ kind, dueOn, words, at, case: { number } }) => ({
        ...{ number, kind, dueOn, words, at: at.toISOString() },
      }))
    },
  }
}

async function quizzes({ tx, team }: Pick<TeamContext, 'tx' | 'team'>, memberId: string): Promise<Kind> {
  const where = { teamId: team.id, memberId }
  const count = await tx.caseQuiz.count({ where })
  return {
    count,
    title: { zh: '案例小测', en: 'Case quizzes' },
    gist: { zh: `${count} 次`, en: String(count) },
    async records() {
      const rows = await tx.caseQuiz.findMany({ where, orderBy: { month: 'asc' } })
      return rows.map(({ month, questions, answers }) => ({
        ...{ month, answered: answers.length, right: rightOnes(questionSchema.array().parse(questions), answers) },
      }))
    },
  }
}
