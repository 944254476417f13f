import { z } from 'zod'
import { langs } from '../base/words.ts'

export const platformIds = ['room', 'slack', 'dingtalk', 'wecom', 'mail'] as const
export type PlatformId = (typeof platformIds)[number]

const formValues = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/** What somebody else said, as far as the platform shows it. */
const quote = z.object({ text: z.string(), author: z.string().optional() })

/** An account as its platform describes it. What is left out is not known, and what was known of it stays. */
const account = z.object({
  accountId: z.string(),
  name: z.string().optional(),
  lang: z.enum(langs).optional(),
  /** IANA name. */
  zone: z.string().optional(),
  /** A guest was let into some channels only; a stranger belongs to another company and meets us in a shared channel. */
  standing: z.enum(['member', 'guest', 'stranger']).optional(),
  /** False once the account was switched off. */
  active: z.boolean().optional(),
  /** The status says that they are on holiday until then. */
  away: z.object({ until: z.iso.datetime() }).nullable().optional(),
  /** As `readMobile` reads it: digits alone, the country's code first. Null when the platform says that there is none. */
  mobile: z.string().nullable().optional(),
  /** By its name. */
  department: z.string().optional(),
})

const eventBody = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('message'),
    text: z.string(),
    /** The bot was addressed: by a mention, or because the chat is a direct one. */
    addressed: z.boolean(),
    quote: quote.optional(),
  }),
  z.object({
    kind: z.literal('action'),
    actionId: z.string(),
    value: z.string().optional(),
    values: formValues.optional(),
    /** The message on which a message shortcut was used. */
    quote: quote.optional(),
  }),
  /** Somebody said to us what we cannot read. */
  z.object({ kind: z.literal('unreadable'), what: z.enum(['picture', 'voice', 'video', 'file', 'other']) }),
  /**
   * A file, handed to us in a direct chat. Its adapter has fetched it and given it to the house: `ref` is the house's name for
   * it. Or it says why there is none: too large, or the platform did not give it.
   */
  z.object({
    kind: z.literal('file'),
    name: z.string(),
    file: z.discriminatedUnion('kept', [
      z.object({ kept: z.literal(true), ref: z.string() }),
      z.object({ kept: z.literal(false), why: z.enum(['too-large', 'not-given']) }),
    ]),
  }),
  /** The bot was invited into a group. */
  z.object({ kind: z.literal('invited') }),
  /** The author came into a group in which we are. */
  z.object({ kind: z.literal('joined') }),
  z.object({ kind: z.literal('left') }),
  /** What the platform says of the author has changed. */
  z.object({ kind: z.literal('profile') }),
  /** Everybody who is in a group, the bots left out; told when we come to know it, and again at each start. */
  z.object({ kind: z.literal('roster'), people: z.array(account) }),
])

/** What a person did, as every adapter decodes it and as it is written down before anything is acknowledged. */
export const inboundEventSchema = z.object({
  platform: z.enum(platformIds),
  /** Unique within the platform: the same id twice is the same event. */
  eventId: z.string().min(1),
  place: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('group'),
      channelId: z.string(),
      name: z.string().optional(),
      /** Another company shares the channel, or guests are in it. Left out when not known. */
      external: z.boolean().optional(),
    }),
    z.object({ kind: z.literal('direct') }),
  ]),
  /** Who did it; the bot's own account where nobody else did, as for a roster. */
  author: account,
  /** When it was said, if the platform tells: a message that was fetched late keeps its own time. */
  at: z.iso.datetime().optional(),
  body: eventBody,
})

export type InboundEvent = z.infer<typeof inboundEventSchema>
export type EventBody = InboundEvent['body']
export type AccountFacts = z.infer<typeof account>

/** Resolves when the event is durable; only then may the platform be told that it arrived. */
export type Intake = (event: InboundEvent) => Promise<void>
