import { z } from 'zod'

export const platformIds = ['room', 'slack', 'dingtalk', 'wecom'] as const
export type PlatformId = (typeof platformIds)[number]

const formValues = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/** What a person did, as every adapter decodes it and as it is written down before anything is acknowledged. */
const eventBody = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('message'),
    text: z.string(),
    /** The bot was addressed: by a mention, or because the chat is a direct one. */
    addressed: z.boolean(),
    quote: z.object({ text: z.string(), author: z.string().optional() }).optional(),
  }),
  z.object({
    kind: z.literal('action'),
    actionId: z.string(),
    value: z.string().optional(),
    values: formValues.optional(),
  }),
  /** The bot was invited into a group. */
  z.object({ kind: z.literal('invited') }),
])

export const inboundEventSchema = z.object({
  platform: z.enum(platformIds),
  /** Unique within the platform: the same id twice is the same event. */
  eventId: z.string().min(1),
  place: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('group'), channelId: z.string(), name: z.string().optional() }),
    z.object({ kind: z.literal('direct') }),
  ]),
  author: z.object({ accountId: z.string(), name: z.string().optional() }),
  /** When it was said, if the platform tells: a message that was fetched late keeps its own time. */
  at: z.iso.datetime().optional(),
  body: eventBody,
})

export type InboundEvent = z.infer<typeof inboundEventSchema>
export type EventBody = InboundEvent['body']

/** Resolves when the event is durable; only then may the platform be told that it arrived. */
export type Intake = (event: InboundEvent) => Promise<void>
