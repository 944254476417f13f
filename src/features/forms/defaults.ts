import type { Words } from '../../base/words.ts'
import { type FormDefinition, formDefinitionSchema, type Question } from './definition.ts'

/** The pair of a day as most sales teams keep it, over the metrics that a new team has. Times are the team's to change. */
export const defaultForms: ReadonlyMap<string, FormDefinition> = new Map([
  [
    'plan',
    formDefinitionSchema.parse({
      title: { zh: '计划', en: 'Plan' },
      kind: 'plan',
      members: { roles: ['rep', 'lead'] },
      cadence: {
        schedule: { every: 'workday', at: '09:15' },
        opens: { at: '08:30' },
        closes: { at: '17:00' },
        early: 'from-last-close',
      },
      questions: [
        ...['visits', 'calls', 'quotes', 'deals', 'revenue'].map(metric),
        { id: 'items', kind: 'items', label: { zh: '今天要做的事', en: 'To do today' } },
        { id: 'blockers', kind: 'blocker', label: { zh: '卡点', en: 'Blockers' } },
        { id: 'notes', kind: 'notes', label: { zh: '备注', en: 'Notes' } },
      ],
    }),
  ],
  [
    'report',
    formDefinitionSchema.parse({
      title: { zh: '日报', en: 'Report' },
      kind: 'report',
      members: { roles: ['rep', 'lead'] },
      cadence: {
        schedule: { every: 'workday', at: '19:00' },
        opens: { at: '17:00' },
        closes: { at: '08:30', daysLater: 1 },
        early: 'same-day',
      },
      questions: [
        ...['visits', 'calls', 'quotes', 'deals'].map(metric),
        { ...metric('revenue'), required: true, when: { question: 'deals', is: 'answered' } },
        metric('lost'),
        line('lost-reason', { zh: '丢单原因', en: 'Why lost' }, 'lost'),
        { id: 'items', kind: 'items', label: { zh: '今天的事', en: "Today's work" } },
        { id: 'blockers', kind: 'blocker', label: { zh: '卡点', en: 'Blockers' } },
        { id: 'notes', kind: 'notes', label: { zh: '备注', en: 'Notes' } },
      ],
    }),
  ],
])

type QuestionInput = Pick<Question, 'id' | 'kind' | 'when'> & { readonly label?: Words; readonly metricKey?: string }

function metric(key: string): QuestionInput {
  return { id: key, kind: 'metric', metricKey: key }
}

/** A line that is asked for only after another question was answered. */
function line(id: string, label: Words, after: string): QuestionInput {
  return { id, kind: 'line', label, when: { question: after, is: 'answered' } }
}
