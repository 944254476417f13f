import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'
import { reviewsOf } from './store.ts'

const ALL = 1000

/** A member's reviews and tasks. What the manager wrote is theirs to read once the talk was held. */
export async function keepsOfReviews({ tx }: Pick<TeamContext, 'tx'>, { memberId }: Subject): Promise<readonly Kept[]> {
  const reviews = await tx.review.count({ where: { memberId } })
  const tasks = await tx.planTask.count({ where: { memberId } })
  if (reviews + tasks === 0) return []
  return [
    {
      title: { zh: '评估和改进计划', en: 'Reviews and improvement plan' },
      gist: { zh: `${reviews} 份评估，${tasks} 项任务`, en: `${reviews} reviews, ${tasks} tasks` },
      async records() {
        const all = await reviewsOf(tx, memberId, ALL)
        const plan = await tx.planTask.findMany({ where: { memberId }, orderBy: { createdAt: 'asc' } })
        return [
          ...all.map(({ period, course, self, assessment, talkNotes, dispute }) => {
            const isTalked = course.state === 'talked' || course.state === 'closed'
            return {
              ...{ period: period.key, state: course.state, talkNotes, dispute },
              self: self && { ...self },
              assessment: isTalked ? assessment && { ...assessment } : null,
            }
          }),
          ...plan.map(({ words, dueOn, metricKey, startedOn, doneOn, droppedOn }) => ({
            ...{ words, dueOn, metricKey, startedOn, doneOn, droppedOn },
          })),
        ]
      },
    },
  ]
}
