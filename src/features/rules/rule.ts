import { z } from 'zod'
import { localDateSchema, localTimeSchema } from '../../calendar/dates.ts'
import { roles } from '../../context.ts'
import { conditionSchema } from './condition.ts'

/** What an admin writes for people: in both languages, or in the one that the team speaks. */
const wordsSchema = z
  .strictObject({ zh: z.string().trim().min(1).max(300), en: z.string().trim().min(1).max(300) })
  .partial()
  .refine(({ zh, en }) => zh !== undefined || en !== undefined, { error: 'needs zh or en' })

/** Between these times of the team's clock; past midnight when `to` comes first. */
const hoursSchema = z.strictObject({
  from: localTimeSchema,
  to: localTimeSchema,
  on: z.enum(['every-day', 'workdays', 'days-off']).default('every-day'),
})

/** Which messages a rule looks at; what is left out is not looked at: all channels, all platforms, everybody. */
const listensSchema = z.strictObject({
  /** `talk`: what is said to each other. `for-us`: commands and whatever the bot is told, such as reports. */
  to: z.enum(['talk', 'for-us', 'all']).default('talk'),
  hours: hoursSchema.optional(),
  /** By their ids in the team. */
  channels: z.array(z.uuid()).max(50).optional(),
  roles: z.array(z.enum(roles)).min(1).optional(),
  platforms: z.array(z.string()).min(1).optional(),
})

/**
 * What is done when the rule is not kept, one step at a time. A `hint` is for the member alone; `log` is silent; `tell-manager`
 * is private, too. `open-hint` is said in the group, and only where a rule's owner wrote it there; so is `recall`, by which the
 * message is taken back for its masked copy, and where a platform does not let us it is a hint.
 */
export const stepKinds = ['hint', 'log', 'tell-manager', 'open-hint', 'recall'] as const

const mannersSchema = z.strictObject({
  steps: z
    .array(z.strictObject({ do: z.enum(stepKinds), words: wordsSchema.optional() }))
    .min(1)
    .max(6),
  /** After a step, so many minutes pass before the next one; what happens meanwhile is only counted. */
  coolDown: z
    .int()
    .min(0)
    .max(7 * 24 * 60)
    .default(10),
  /** After so many days without a finding, the ladder begins anew. */
  forgivenAfter: z.int().min(1).max(365).default(7),
})

const exemptSchema = z.strictObject({
  roles: z.array(z.enum(roles)).default([]),
  /** Member ids. */
  members: z.array(z.uuid()).max(200).default([]),
})

/** What holds in the group, as data: it is written down, exported and read back as this. */
export const ruleSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  title: wordsSchema,
  /** In plain words, for `/rules`; what goes without saying is said by the condition itself. */
  why: wordsSchema.optional(),
  listens: listensSchema.default({ to: 'talk' }),
  when: conditionSchema,
  manners: mannersSchema,
  exempt: exemptSchema.default({ roles: [], members: [] }),
  since: localDateSchema.optional(),
})

export type RuleDefinition = z.infer<typeof ruleSchema>
export type Manners = RuleDefinition['manners']
export type Step = Manners['steps'][number]
export type StepKind = (typeof stepKinds)[number]

/** `shadow`: it looks and counts, and nobody is told. */
export const ruleStates = ['off', 'shadow', 'on'] as const
export type RuleState = (typeof ruleStates)[number]

/** A rule of a team as it is kept. */
export interface Rule {
  readonly id: string
  readonly teamId: string
  readonly version: number
  readonly state: RuleState
  readonly definition: RuleDefinition
  readonly changedAt: Date
}
