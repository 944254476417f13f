import type { Feature } from '../feature.ts'
import { signPressed } from './conclude.ts'
import { submitForm } from './fill-in.ts'
import { endPressed } from './improve.ts'
import { keepsOfReviews } from './keeps.ts'
import { obeyReview } from './obey-review.ts'
import { offerReviews } from './offer-reviews.ts'
import { remindTasks } from './remind-tasks.ts'
import { reviewSettings } from './review-settings.ts'
import { reviewSettingDeclarations } from './settings-words.ts'

const TASKS_AT = '09:20'

/** Reviews between a member and a manager, from self-review to signatures; the plan that follows; facts for managers alone. */
export const reviews: Feature = {
  name: 'reviews',
  commands: [
    {
      name: 'review',
      words: ['review', 'reviews', '评估', '绩效', '考核'],
      summary: { zh: '评估：自评、面谈、签字、改进计划（私下）', en: 'Reviews and improvement plans, in private' },
      example: { zh: '/评估 开始 张三 本季度', en: '/review start Zhang San quarter' },
      least: 'rep',
      run: obeyReview,
    },
  ],
  actions: [
    { id: 'reviews.fill', least: 'rep', run: (ctx, { value = '', values = {} }) => submitForm(ctx, value, values) },
    { id: 'reviews.sign', least: 'rep', run: (ctx, { value = '' }) => signPressed(ctx, value) },
    { id: 'reviews.done', least: 'rep', run: (ctx, { value = '' }) => endPressed(ctx, value) },
  ],
  jobs: [
    {
      name: 'reviews.offer',
      what: { zh: '评估提示', en: 'Reviews are due' },
      quiet: true,
      catchUp: { grace: 480, missed: 'latest' },
      async schedules(_tx, team) {
        const { monthly, quarterly, yearly, offerAt } = reviewSettings(team)
        if (!monthly && !quarterly && !yearly) return []
        return [{ arg: '', spec: { every: 'month', on: 'last-workday', at: offerAt } }]
      },
      run: offerReviews,
    },
    {
      name: 'reviews.tasks',
      what: { zh: '改进计划的提醒', en: 'Tasks of improvement plans' },
      quiet: true,
      catchUp: { grace: 120, missed: 'latest' },
      schedules: async () => [{ arg: '', spec: { every: 'workday', at: TASKS_AT } }],
      run: remindTasks,
    },
  ],
  keeps: keepsOfReviews,
  settings: reviewSettingDeclarations,
}
