import { atLeast, type Role } from '../../context.ts'
import type { FormDefinition } from '../forms/definition.ts'
import { byHouse, findKey, type Metric } from '../metrics/metric.ts'

/** A form as it is put to whoever fills it in: without the metrics that are for others to report. */
export function askedOf(definition: FormDefinition, metrics: readonly Metric[], role: Role): FormDefinition {
  const questions = definition.questions.filter(question => {
    const metric = question.kind === 'metric' ? findKey(metrics, question.metricKey) : null
    return metric === null || (metric.reportedBy !== byHouse && atLeast(role, metric.reportedBy))
  })
  return { ...definition, questions }
}
