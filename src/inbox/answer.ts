import { readOpening } from '../commands/normalise.ts'
import { type Heard, type Route, route } from '../commands/route.ts'
import { atLeast, isMember, type MemberContext, type PersonContext } from '../context.ts'
import type { Action, ActionInput, Command, Feature, Overheard, Utterance } from '../features/feature.ts'
import type { EventBody } from '../platform/events.ts'
import { forgetHanded } from '../store/files.ts'
import type { Doorkeeper } from './doors.ts'
import type { StoredEvent } from './store.ts'

type Message = Extract<EventBody, { kind: 'message' }>
type HandedFile = Extract<EventBody, { kind: 'file' }>
type Asked = Route<Command>

export interface AnswerDeps {
  readonly actions: ReadonlyMap<string, Action>
  readonly doorkeeper: Doorkeeper
  /** The features that may have asked somebody something, in order. */
  readonly hearers: readonly NonNullable<Feature['hears']>[]
  /** The features that look at what is said in groups, in order. */
  readonly overhearers: readonly NonNullable<Feature['overhears']>[]
  /** The features that have a use for files, in order. */
  readonly receivers: readonly NonNullable<Feature['receives']>[]
  /** What a message asks for, by its words alone. */
  read(message: Heard): Asked
}

/** Reads messages by the words that the features declare. */
export function createReader(commands: readonly Command[]): AnswerDeps['read'] {
  return message => route(message, commands)
}

/** From an event to the verb that it asks for. */
export async function answer(deps: AnswerDeps, ctx: PersonContext, event: StoredEvent): Promise<void> {
  switch (event.body.kind) {
    case 'invited':
      return ctx.team === null ? deps.doorkeeper.greet(ctx) : undefined
    case 'action':
      return act(deps, ctx, event.body)
    case 'message':
      return converse(deps, ctx, event, event.body)
    case 'unreadable':
      if (ctx.place.kind === 'group' && ctx.team === null) return deps.doorkeeper.greet(ctx)
      return deps.doorkeeper.unreadable(ctx, event.body.what)
    case 'file':
      return receive(deps, ctx, event.body)
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
  return use(deps, ctx, action, {
    ...(value !== undefined && { value }),
    ...(values && { values }),
    ...(quote && { quote: quoteIn(quote) }),
  })
}

async function use(deps: AnswerDeps, ctx: PersonContext, action: Action, input: ActionInput): Promise<void> {
  if (action.least === 'guest') return action.run(ctx, input)
  if (!isMember(ctx) || !atLeast(ctx.actor.role, action.least)) return deps.doorkeeper.refused(ctx, action.least)
  return action.run(ctx, input)
}

function quoteIn({ text, author }: NonNullable<Message['quote']>): NonNullable<ActionInput['quote']> {
  return { text, ...(author !== undefined && { author }) }
}

/** What a command does to the message that it answers, if it is said alone. */
function onQuoted({ actions }: AnswerDeps, asked: Asked, { quote }: Message) {
  if (asked.kind !== 'command' || asked.rest !== '' || quote === undefined) return null
  const action = actions.values().find(({ quotedBy }) => quotedBy === asked.command.name)
  return action ? { action, input: { quote: quoteIn(quote) } } : null
}

async function converse(deps: AnswerDeps, ctx: PersonContext, event: StoredEvent, message: Message): Promise<void> {
  const asked = deps.read(message)
  if (ctx.place.kind === 'direct' && (await isHeard(deps, ctx, utterance(message.text, asked)))) return
  if (ctx.place.kind === 'group' && isMember(ctx))
    await overhear(deps, ctx, { ...about(event, asked), text: message.text })
  if (asked.kind === 'nothing') return
  const open = asked.kind === 'command' && asked.command.least === 'guest'
  const quoted = onQuoted(deps, asked, message)
  if (quoted && isMember(ctx)) return use(deps, ctx, quoted.action, quoted.input)
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

/** One alone takes it; what nobody has a use for is not kept either. */
async function receive(deps: AnswerDeps, ctx: PersonContext, { name, file }: HandedFile): Promise<void> {
  for (const receives of deps.receivers) if (await receives(ctx, { name, file })) return
  if (file.kept) await forgetHanded(ctx.tx, file.ref)
  return deps.doorkeeper.unreadable(ctx, 'file')
}

/** In a direct chat what we asked comes first: its answer may look like a command. In a group nobody is asked. */
async function isHeard(deps: AnswerDeps, ctx: PersonContext, said: Utterance): Promise<boolean> {
  for (const hears of deps.hearers) if (await hears(ctx, said)) return true
  return false
}

/** After whatever it asks for was understood, and before it is done: who looks at it may say something about it, no more. */
async function overhear(deps: AnswerDeps, ctx: MemberContext, said: Overheard): Promise<void> {
  for (const overhears of deps.overhearers) await overhears(ctx, said)
}

function about({ platform, eventId, overheard: noticed }: StoredEvent, asked: Asked): Omit<Overheard, 'text'> {
  return {
    id: `${platform}:${eventId}`,
    platform,
    eventId,
    forUs: asked.kind !== 'nothing',
    ...(noticed !== undefined && { noticed }),
  }
}

function utterance(text: string, asked: Asked): Utterance {
  if (asked.kind !== 'command') return { text, command: 'no' }
  const { command, rest } = asked
  // What was meant for nobody's eyes must never become an answer that stands under a name.
  const isSure =
    command.traceless === true ||
    readOpening(text).slash !== 'none' ||
    rest === '' ||
    (command.bare === true && /[0-9０-９]/.test(rest))
  return { text, command: isSure ? 'sure' : 'perhaps' }
}
