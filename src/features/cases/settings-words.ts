import { declareSettings } from '../setting.ts'
import { clockTime, onOff, wholeNumber } from '../setting-kinds.ts'
import { caseSettingsSchema } from './case-settings.ts'

const { dueDays, escalateDays } = caseSettingsSchema.shape
const workdays = { zh: '个工作日', en: 'workdays' }

export const caseSettingDeclarations = declareSettings(
  { feature: 'cases', group: { zh: '问题与案例', en: 'Cases' }, schema: caseSettingsSchema },
  {
    dueDays: {
      title: { zh: '案例期限', en: 'Cases due in' },
      summary: { zh: '没说期限的问题，几个工作日后到期', en: 'When a case is due if nobody says so' },
      kind: wholeNumber(dueDays, workdays, 3),
    },
    remindAt: {
      title: { zh: '案例提醒时间', en: 'Case reminders at' },
      summary: { zh: '工作日几点提醒到期的案例', en: 'When on a workday people are reminded of cases that are due' },
      kind: clockTime,
    },
    escalateDays: {
      title: { zh: '案例逾期上报', en: 'Tell managers of overdue cases' },
      summary: {
        zh: '逾期几个工作日后，私下告诉经理',
        en: 'After so many workdays overdue managers hear of it in private',
      },
      kind: wholeNumber(escalateDays, workdays, 2),
    },
    morning: {
      title: { zh: '案例早报', en: 'Open cases each morning' },
      summary: {
        zh: '每个工作日私下给组长和经理发一份未解决的案例',
        en: 'Leads and managers get the open cases in private every workday',
      },
      kind: onOff,
    },
    fromReports: {
      title: { zh: '卡点转案例', en: 'Blockers become cases' },
      summary: { zh: '计划和日报里的卡点自动记为案例', en: 'Blockers of plans and reports become cases' },
      kind: onOff,
    },
    stories: {
      title: { zh: '赢单故事', en: 'Win stories' },
      summary: {
        zh: '报喜之后，私下请赢单的人写两句经验，存成案例',
        en: 'After a deal is won its winner is asked in private what made the difference',
      },
      kind: onOff,
    },
    quiz: {
      title: { zh: '案例小测', en: 'Case quiz' },
      summary: {
        zh: '每月用解决过的案例出三道题，自愿参加，结果只有本人看到',
        en: 'Three questions a month from solved cases, for whoever likes; nobody else sees the result',
      },
      kind: onOff,
    },
  },
)
