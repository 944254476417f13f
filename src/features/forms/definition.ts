import { z } from 'zod'
import type { Words } from '../../base/words.ts'
import { cadenceSchema } from './cadence.ts'

/** A text in both languages; one plain text stands for both. */
function wordsSchema(longest: number): z.ZodType<Words, Words | string> {
  const text = z.string().trim().min(1).max(longest)
  return z.union([text.transform(one => ({ zh: one, en: one })), z.strictObject({ zh: text, en: text })])
}

const visibilitySchema = z.enum(['team', 'manager'])

/** Asked only when an earlier question was answered at all (not empty, not 0, not no), or with one of these values. */
const conditionSchema = z.strictObject({
  question: z.string(),
  is: z.union([z.literal('answered'), z.array(z.string().min(1)).min(1).max(50)]),
})

const asked = {
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  label: wordsSchema(80),
  hint: wordsSchema(200).optional(),
  required: z.boolean().default(false),
  /** `manager`: only managers, and whoever answered, see the answer. */
  visibility: visibilitySchema.default('team'),
  when: conditionSchema.optional(),
}

const optionSchema = z.union([
  z
    .string()
    .trim()
    .min(1)
    .max(80)
    .transform(value => ({ value, label: { zh: value, en: value } })),
  z.strictObject({ value: z.string().min(1).max(80), label: wordsSchema(80) }),
])
const options = z.array(optionSchema).min(2).max(50)

export const questionSchema = z.discriminatedUnion('kind', [
  /** A number of one of the team's metrics; without a label it is asked by the metric's own name. */
  z.strictObject({
    ...asked,
    kind: z.literal('metric'),
    metricKey: z.string().min(1).max(40),
    label: asked.label.optional(),
  }),
  z.strictObject({ ...asked, kind: z.literal('line') }),
  z.strictObject({ ...asked, kind: z.literal('text') }),
  z.strictObject({ ...asked, kind: z.literal('date') }),
  z.strictObject({ ...asked, kind: z.literal('yes-no') }),
  z.strictObject({ ...asked, kind: z.literal('choice'), options }),
  z.strictObject({ ...asked, kind: z.literal('choices'), options }),
  z.strictObject({
    ...asked,
    kind: z.literal('scale'),
    scale: z.strictObject({ from: z.int().min(0).max(10), to: z.int().min(1).max(10) }),
  }),
  /** What is in the way; one a line. */
  z.strictObject({ ...asked, kind: z.literal('blocker') }),
  /** Things to do, or done; one a line. Those not done are carried over. */
  z.strictObject({ ...asked, kind: z.literal('items') }),
  /** Anything else worth saying; one a line. */
  z.strictObject({ ...asked, kind: z.literal('notes') }),
])

const membersSchema = z.union([
  z.literal('all'),
  z.strictObject({
    roles: z.array(z.enum(['rep', 'lead', 'manager', 'admin'])).optional(),
    memberIds: z.array(z.uuid()).max(500).optional(),
  }),
])

/**
 * What a team asks for, of whom and when. This is the shape alone, as it is stored; whether the parts of a new definition
 * fit together is asked of `definitionFaults`.
 */
export const formDefinitionSchema = z.strictObject({
  title: wordsSchema(40),
  kind: z.enum(['plan', 'report', 'custom']),
  cadence: cadenceSchema,
  members: membersSchema.default('all'),
  /** `manager`: no answer of this form is shown to the team. */
  visibility: visibilitySchema.default('team'),
  questions: z.array(questionSchema).min(1).max(40),
})

export type FormDefinition = z.infer<typeof formDefinitionSchema>
export type FormKind = FormDefinition['kind']
export type Question = z.infer<typeof questionSchema>
export type QuestionKind = Question['kind']
export type Condition = z.infer<typeof conditionSchema>
export type Option = z.infer<typeof optionSchema>

/** What a form needs to know of a metric in order to ask for it. */
export interface AskedMetric {
  readonly key: string
  readonly zh: string
  readonly en: string
  readonly unit: 'count' | 'money' | 'percent' | 'number'
}

/** What the question is called; a metric question without words of its own bears its metric's name. */
export function labelOf(question: Question, metrics: readonly AskedMetric[]): Words {
  if (question.label) return question.label
  const name = question.kind === 'metric' ? question.metricKey : question.id
  return metrics.find(metric => metric.key === name) ?? { zh: name, en: name }
}

/** The questions that can be asked today: without those of metrics no longer counted, nor those that depend on them. */
export function liveQuestions(definition: FormDefinition, metrics: readonly AskedMetric[]): readonly Question[] {
  const live = new Map<string, Question>()
  for (const question of definition.questions) {
    const counted = question.kind !== 'metric' || metrics.some(metric => metric.key === question.metricKey)
    if (counted && (!question.when || live.has(question.when.question))) live.set(question.id, question)
  }
  return [...live.values()]
}
