import { createRandom } from '../../base/random.ts'
import { addDays } from '../../calendar/dates.ts'
import { toInstant } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import type { SlotRun } from '../feature.ts'
import { byPerson, nudge } from '../nudges/nudge.ts'
import { membersOf } from '../team/members.ts'
import { makeQuiz } from './quiz.ts'
import { quizCards } from './take-quiz.ts'
import { offerContent, whyOffered } from './words/quiz.ts'

/** Once a month everybody is asked, in private, whether they like three questions; where there is too little to ask, nobody. */
export async function offerQuiz(ctx: TeamContext, { date }: SlotRun): Promise<void> {
  const { tx, team } = ctx
  if (makeQuiz(await quizCards(tx, team.id), createRandom(0)) === null) return
  const members = await membersOf(tx, team)
  for (const member of members.toSorted(byPerson))
    await nudge(ctx, {
      ...{ member, kind: 'cases.quiz' },
      content: offerContent(member.lang),
      reason: { words: whyOffered },
      expiresAt: toInstant(addDays(date, 1), '00:00', team.zone),
      key: `cases.quiz:${member.memberId}:${date.slice(0, 7)}`,
    })
}
