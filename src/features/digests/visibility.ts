import type { FormDefinition, Question } from '../forms/definition.ts'

/** Who a digest is for: the group, or those who may see everything. */
export type Audience = 'team' | 'manager'

/** What the audience may see of the answers to a form. */
export interface Visible {
  metric(key: string): boolean
  readonly items: boolean
  readonly blockers: boolean
  readonly notes: boolean
  /** Those whose answers stand by themselves. */
  readonly questions: readonly Question[]
}

/**
 * Answers of one kind are kept together, whichever question they answer: one question for managers only keeps all of its
 * kind from the group. What no question asks for was said freely, and the group may see it.
 */
export function visibleTo(audience: Audience, { visibility, questions }: FormDefinition): Visible {
  const isHidden = (question: Question) =>
    audience === 'team' && (visibility === 'manager' || question.visibility === 'manager')
  const hidden = questions.filter(isHidden)
  const hiddenMetrics = new Set(hidden.flatMap(question => (question.kind === 'metric' ? [question.metricKey] : [])))
  const everythingHidden = audience === 'team' && visibility === 'manager'
  const shows = (kind: Question['kind']) => !everythingHidden && !hidden.some(question => question.kind === kind)
  return {
    metric: key => !everythingHidden && !hiddenMetrics.has(key),
    items: shows('items'),
    blockers: shows('blocker'),
    notes: shows('notes'),
    questions: questions.filter(question => standsAlone(question) && !isHidden(question)),
  }
}

function standsAlone({ kind }: Question): boolean {
  return kind !== 'metric' && kind !== 'items' && kind !== 'blocker' && kind !== 'notes'
}
