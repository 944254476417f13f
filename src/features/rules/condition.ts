import { z } from 'zod'
import { localTimeSchema } from '../../calendar/dates.ts'

/** Where a kind of message belongs instead. */
export const doors = ['case', 'notice', 'urgent', 'mail', 'drive'] as const

/** Plain words, with `*` for anything within a line. Regular expressions are not taken: a bad one could stop everything. */
const patternSchema = z.string().trim().min(1).max(60)

/**
 * What a rule looks for in a message. One kind for each ready rule; each has a check of its own in `checks/`, which is pure
 * and takes well under a millisecond.
 */
export const conditionSchema = z.discriminatedUnion('kind', [
  /** Whatever is said while the rule listens: for quiet hours, the hours say it all. */
  z.strictObject({ kind: z.literal('anything') }),
  /** Everybody was called (@all, @channel, @所有人) by somebody who may not, or more often than that in a day. */
  z.strictObject({
    kind: z.literal('mention-all'),
    mayAtLeast: z.enum(['rep', 'lead', 'manager', 'admin']).default('lead'),
    perDay: z.int().min(1).max(20).default(2),
  }),
  /** More messages of one person than that within so many seconds. */
  z.strictObject({
    kind: z.literal('flooding'),
    messages: z.int().min(3).max(100).default(6),
    seconds: z.int().min(5).max(3600).default(60),
  }),
  /** The same words of one person for so many times within so many minutes. */
  z.strictObject({
    kind: z.literal('repeats'),
    times: z.int().min(2).max(20).default(3),
    minutes: z
      .int()
      .min(1)
      .max(24 * 60)
      .default(30),
  }),
  /** A link to a host that is not among these (or under them). */
  z.strictObject({
    kind: z.literal('links'),
    allowed: z.array(z.string().trim().min(3).max(100)).max(500).default([]),
  }),
  /** A kind of message that has a door of its own. */
  z.strictObject({
    kind: z.literal('routing'),
    patterns: z.array(patternSchema).min(1).max(200),
    to: z.enum(doors),
  }),
  /** Numbers by which a customer can be found or robbed. */
  z.strictObject({
    kind: z.literal('customer-data'),
    what: z
      .array(z.enum(['mobile', 'id-card', 'bank-card']))
      .min(1)
      .default(['mobile', 'id-card', 'bank-card']),
  }),
  /** A word of the team's own list; with `pinyin`, what merely sounds like one is for managers to look at. */
  z.strictObject({
    kind: z.literal('wording'),
    list: z.string().trim().min(1).max(40).default('default'),
    pinyin: z.boolean().default(false),
  }),
  /** Talk by the way: any of these patterns, while the rule listens. */
  z.strictObject({ kind: z.literal('off-topic'), patterns: z.array(patternSchema).min(1).max(200) }),
  /** Somebody was asked by name and said nothing here for so many minutes of work time. The one who was asked is nudged. */
  z.strictObject({
    kind: z.literal('unanswered'),
    minutes: z
      .int()
      .min(5)
      .max(8 * 60)
      .default(60),
  }),
  /** It looks like a report, and was not understood as one; or it comes after that time. */
  z.strictObject({ kind: z.literal('report-form'), until: localTimeSchema.optional() }),
])

export type Condition = z.infer<typeof conditionSchema>
export type ConditionKind = Condition['kind']
export type Door = (typeof doors)[number]
