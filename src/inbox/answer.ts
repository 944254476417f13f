import { readOpening } from '../commands/normalise.ts'
import { type Heard, type Route, route } from '../commands/route.ts'
import { atLeast, type PersonContext } from '../context.ts'
import type { Action, ActionInput, Command, Feature, Utterance } from '../features/feature.ts'
import type { EventBody, InboundEvent } from '../platform/events.ts'
import { type Doorkeeper, isMember } from './doors.ts'

type Message = Extract<EventBody, { kind: 'message' }>
type Asked = Route<Command>

export interface AnswerDeps {
  readonly actions: ReadonlyMap<string, Action>
  readonly doorkeeper: Doorkeeper
  /** The features that may have asked somebody something, in order. */
  readonly hearers: readonly NonNullable<Feature['hears']>[]
  /** What a message asks for, by its words alone. */
  read(message: Heard): Asked
}

/** Reads messages by the words that the features declare. */
export function createReader(commands: readonly Command[]): AnswerDeps['read'] {
  return message => route(message, commands)
}

/** From an event to the verb that it asks for. */
export async function answer(deps: AnswerDeps, ctx: PersonContext, event: InboundEvent): Promise<void> {
  switch (event.body.kind) {
    case 'invited':
      return ctx.team === null ? deps.doorkeeper.greet(ctx) : undefined
    case 'action':
      return act(deps, ctx, event.body)
    case 'message':
      return converse(deps, ctx, event.body)
    case 'unreadable':
      if (ctx.place.kind === 'group' && ctx.team === null) return deps.doorkeeper.greet(ctx)
      return deps.doorkeeper.unreadable(ctx, event.body.what)
    case 'joined':
      return deps.doorkeeper.arrive(ctx, { platform: event.platform, accountId: event.author.accountId })
    // What is told of people asks nothing of us: it is kept, by `keepNews`.
    case 'left':
    case 'profile':
    case 'roster':
      return
  }
}

async function act(deps: AnswerDeps, ctx: PersonContext, body: Extract<EventBody, { kind: 'action' }>): Promise<void> {
  const action = deps.actions.get(body.actionId)
  if (action === undefined) return deps.doorkeeper.unknown(ctx, null, null)
  const { value, values, quote } = body
  const input: ActionInput = {
    ...(value !== undefined && { value }),
    ...(values && { values }),
    ...(quote && { quote: { text: quote.text, ...(quote.author !== undefined && { author: quote.author }) } }),
  }
  if (action.least === 'guest') return action.run(ctx, input)
  if (!isMember(ctx) || !atLeast(ctx.actor.role, action.least)) return deps.doorkeeper.refused(ctx, action.least)
  return action.run(ctx, input)
}

async function converse(deps: AnswerDeps, ctx: PersonContext, message: Message): Promise<void> {
  const asked = deps.read(message)
  if (ctx.place.kind === 'direct' && (await isHeard(deps, ctx, utterance(message.text, asked)))) return
  if (asked.kind === 'nothing') return
  const open = asked.kind === 'command' && asked.command.least === 'guest'
  if (open || isMember(ctx) || ctx.place.kind === 'direct') return obey(deps, ctx, asked)
  if (ctx.team === null) return deps.doorkeeper.greet(ctx)
  const actor = await deps.doorkeeper.join({ ...ctx, team: ctx.team })
  // Whoever says hello, or that they are there, has been welcomed, and asked for nothing.
  if (asked.kind === 'unknown') return
  return obey(deps, { ...ctx, actor, lang: actor.lang }, asked)
}

async function obey(deps: AnswerDeps, ctx: PersonContext, asked: Exclude<Asked, { kind: 'nothing' }>): Promise<void> {
  if (asked.kind === 'empty') return deps.doorkeeper.unknown(ctx, null, null)
  if (asked.kind === 'unknown') return deps.doorkeeper.unknown(ctx, asked.word, asked.nearest)
  const { command, rest } = asked
  if (command.least === 'guest') return command.run(ctx, rest)
  if (!isMember(ctx) || !atLeast(ctx.actor.role, command.least)) return deps.doorkeeper.refused(ctx, command.least)
  return command.run(ctx, rest)
}

/** In a direct chat what we asked comes first: its answer may look like a command. In a group nobody is asked. */
async function isHeard(deps: AnswerDeps, ctx: PersonContext, said: Utterance): Promise<boolean> {
  for (const hears of deps.hearers) if (await hears(ctx, said)) return true
  return false
}

function utterance(text: string, asked: Asked): Utterance {
  if (asked.kind !== 'command') return { text, command: 'no' }
  const { command, rest } = asked
  const isSure = readOpening(text).slash !== 'none' || rest === '' || (command.bare === true && /[0-9０-９]/.test(rest))
  return { text, command: isSure ? 'sure' : 'perhaps' }
}
