import type { MemberContext } from '../../../context.ts'
import type { Action, ActionInput, Job } from '../../feature.ts'
import { appeal } from '../findings/appeal.ts'
import { decide } from '../findings/decide.ts'
import { showDoubtful } from '../findings/doubtful.ts'
import { praiseWeek } from '../findings/praise.ts'
import { recall } from '../findings/recall.ts'
import { sendReport } from '../findings/report.ts'
import { sayRight } from '../findings/right.ts'
import { routeIt } from '../findings/route-it.ts'
import { sayWrong } from '../findings/wrong.ts'
import { unansweredJob } from '../questions/questions.ts'
import { remindUnanswered } from '../questions/remind.ts'
import { waitingQuestions } from '../questions/store.ts'
import { forgetTalk } from './forget.ts'

const numbered =
  (verb: (ctx: MemberContext, number: number) => Promise<void>) =>
  (ctx: MemberContext, { value }: ActionInput): Promise<void> =>
    verb(ctx, Number(value ?? Number.NaN))

/** The buttons of hints and appeals. */
export const hearingActions: readonly Action[] = [
  { id: 'rules.route', least: 'rep', run: numbered(routeIt) },
  { id: 'rules.doubtful', least: 'manager', run: showDoubtful },
  { id: 'rules.right', least: 'manager', run: numbered(sayRight) },
  { id: 'rules.wrong', least: 'rep', run: numbered(sayWrong) },
  { id: 'rules.recall', least: 'rep', run: numbered(recall) },
  { id: 'rules.appeal', least: 'rep', run: numbered((ctx, number) => appeal(ctx, number, '')) },
  {
    id: 'rules.accept',
    least: 'manager',
    run: numbered((ctx, n) => decide(ctx, n, { appeal: 'accepted', words: '' })),
  },
  {
    id: 'rules.decline',
    least: 'manager',
    run: numbered((ctx, n) => decide(ctx, n, { appeal: 'declined', words: '' })),
  },
]

export const hearingJobs: readonly Job[] = [
  {
    name: unansweredJob,
    what: { zh: '点名的问题没人回', en: 'Questions by name without an answer' },
    catchUp: { grace: 4 * 60, missed: 'latest' },
    schedules: async () => [],
    async moments(tx, team) {
      const waiting = await waitingQuestions(tx, team.id)
      return waiting.map(({ id, dueAt }) => ({ arg: id, at: dueAt }))
    },
    run: remindUnanswered,
  },
  {
    name: 'rules.weekly',
    what: { zh: '群规周报', en: 'Weekly report on rules' },
    quiet: true,
    catchUp: { grace: 24 * 60, missed: 'latest' },
    schedules: async () => [{ arg: '', spec: { every: 'week', on: 1, at: '09:40' } }],
    run: sendReport,
  },
  {
    name: 'rules.praise',
    what: { zh: '群规表扬', en: 'Praise for kept rules' },
    quiet: true,
    catchUp: { grace: 3 * 60, missed: 'skip' },
    schedules: async () => [{ arg: '', spec: { every: 'week', on: 'friday-or-last-workday', at: '17:45' } }],
    run: praiseWeek,
  },
  {
    name: 'rules.forget',
    what: { zh: '清理留存的聊天', en: 'Erasing kept talk' },
    quiet: true,
    catchUp: { grace: 24 * 60, missed: 'latest' },
    schedules: async () => [{ arg: '', spec: { every: 'day', at: '03:20' } }],
    run: forgetTalk,
  },
]
