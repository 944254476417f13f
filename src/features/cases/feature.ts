import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import type { Action, ActionInput, Feature, Job } from '../feature.ts'
import { caseSettings } from './case-settings.ts'
import { dropCase, handOver, moveDue, reopenCase, solveCase } from './change-case.ts'
import { fileFilled, fileQuoted, fileTyped, showForm } from './file-typed.ts'
import { filled } from './filled.ts'
import { hearReport } from './hear-report.ts'
import { keepsOfCases } from './keeps.ts'
import { offerQuiz } from './offer-quiz.ts'
import { remindAll } from './remind.ts'
import { type Change, readRequest } from './request.ts'
import type { Called } from './scene.ts'
import { caseSettingDeclarations } from './settings-words.ts'
import { listCases, search, showCase } from './show-cases.ts'
import { askForStory, dropAsking, tellFilled, tellTyped } from './story.ts'
import { hearLetter, pressAnswer, takeQuiz } from './take-quiz.ts'
import { whatAbout } from './words/refusals.ts'

/** The first workday of a month, when the day is no longer young. */
const QUIZ_AT = '14:00'

const jobs: readonly Job[] = [
  {
    name: 'cases.remind',
    what: { zh: '案例提醒', en: 'Reminders of cases that are due' },
    quiet: true,
    catchUp: { grace: 240, missed: 'latest' },
    schedules: async (_tx, team) => [{ arg: '', spec: { every: 'workday', at: caseSettings(team).remindAt } }],
    run: remindAll,
  },
  {
    name: 'cases.quiz',
    what: { zh: '案例小测', en: 'The monthly case quiz' },
    quiet: true,
    catchUp: { grace: 180, missed: 'latest' },
    schedules: async (_tx, team) =>
      caseSettings(team).quiz ? [{ arg: '', spec: { every: 'month', on: 'first-workday', at: QUIZ_AT } }] : [],
    run: offerQuiz,
  },
]

const actions: readonly Action[] = [
  {
    id: 'cases.make',
    onMessages: { zh: '记为案例', en: 'Make it a case' },
    quotedBy: 'case',
    least: 'rep',
    run: fileQuoted,
  },
  { id: 'cases.file', least: 'rep', run: fileFilled },
  { id: 'cases.new', least: 'rep', run: async ctx => showForm(ctx) },
  { id: 'cases.show', least: 'rep', run: (ctx, input) => showCase(ctx, called(input)) },
  { id: 'cases.solve', least: 'rep', run: (ctx, input) => solveCase(ctx, called(input), filled(input, 'words')) },
  { id: 'cases.drop', least: 'rep', run: (ctx, input) => dropCase(ctx, called(input), filled(input, 'words')) },
  { id: 'cases.reopen', least: 'rep', run: (ctx, input) => reopenCase(ctx, called(input), filled(input, 'words')) },
  { id: 'cases.hand', least: 'rep', run: (ctx, input) => handOver(ctx, called(input), filled(input, 'owner')) },
  { id: 'cases.due', least: 'rep', run: (ctx, input) => moveDue(ctx, called(input), filled(input, 'due')) },
  { id: 'cases.story', least: 'rep', run: tellFilled },
  { id: 'cases.quiz', least: 'rep', run: takeQuiz },
  { id: 'cases.answer', least: 'rep', run: (ctx, { value = '' }) => pressAnswer(ctx, value) },
]

/** Problems that somebody takes on, how they were solved, and what was learnt: to be found again. */
export const cases: Feature = {
  name: 'cases',
  commands: [
    {
      name: 'case',
      words: ['case', 'cases', '案例', '问题'],
      summary: {
        zh: '记下问题，跟到解决；找以前怎么解决的',
        en: 'Take a problem on until it is solved; find how others were',
      },
      example: { zh: '/案例 华为订单延期 @李伟 周五前', en: '/case order delayed for Huawei @Sam due Friday' },
      least: 'rep',
      run: obeyCase,
    },
  ],
  actions,
  jobs,
  reactions: [
    { on: 'report.submitted', run: hearReport },
    { on: 'deal.won', run: askForStory },
    { on: 'deal.withdrawn', run: dropAsking },
  ],
  hears: hearLetter,
  keeps: keepsOfCases,
  settings: caseSettingDeclarations,
}

async function obeyCase(ctx: MemberContext, text: string): Promise<void> {
  const request = readRequest(text)
  switch (request.kind) {
    case 'list':
      return listCases(ctx)
    case 'form':
      return showForm(ctx)
    case 'quiz':
      return takeQuiz(ctx)
    case 'search':
      return search(ctx, request.words)
    case 'story':
      return tellTyped(ctx, request.words)
    case 'show':
      return showCase(ctx, request)
    case 'change':
      return changes[request.change](ctx, request, request.words)
    case 'unclear':
      throw new UserError('cases.what-about', whatAbout(request.number))
    case 'file':
      return fileTyped(ctx, request.words)
  }
}

const changes: Readonly<Record<Change, (ctx: MemberContext, called: Called, words: string) => Promise<void>>> = {
  solve: solveCase,
  drop: dropCase,
  reopen: reopenCase,
  hand: handOver,
  due: moveDue,
}

function called({ value = '' }: ActionInput): Called {
  return { id: value }
}
