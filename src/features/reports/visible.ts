import { atLeast, type Role } from '../../context.ts'
import type { FormDefinition, Question } from '../forms/definition.ts'
import type { Report } from './report.ts'

/** What somebody of that role may see of another member's report: leads and reps not what is meant for managers alone. */
export function visibleTo(role: Role, report: Report, { visibility, questions }: FormDefinition): Report {
  if (atLeast(role, 'manager')) return report
  if (visibility === 'manager') return { ...report, values: {}, answers: {}, items: [], notes: [], blockers: [] }
  return questions.filter(question => question.visibility === 'manager').reduce(withoutAnswer, report)
}

function withoutAnswer(report: Report, question: Question): Report {
  switch (question.kind) {
    case 'metric': {
      const { [question.metricKey]: _, ...values } = report.values
      return { ...report, values }
    }
    case 'items':
      return { ...report, items: [] }
    case 'blocker':
      return { ...report, blockers: [] }
    case 'notes':
      return { ...report, notes: [] }
    default: {
      const { [question.id]: _, ...answers } = report.answers
      return { ...report, answers }
    }
  }
}
