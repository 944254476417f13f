import { type Actor, atLeast, type PersonContext, type Place, type Saying, type Team } from '../../context.ts'
import type { Action, ActionInput } from '../feature.ts'
import { channelById } from '../team/channels.ts'
import { resolveActor } from '../team/resolve-actor.ts'
import { mend, submitted } from './state.ts'
import { dropDialogue, firstForm, type OpenDialogue } from './store.ts'
import { mayNotSubmit } from './words/refusals.ts'

/** All actions of the house, asked for when they are needed. */
export type Catalogue = () => readonly Action[]

/**
 * Uses the form as if it had been filled in where it was offered. Answers the dialogue that goes on when the form came back
 * with faults; null when it is done.
 */
export async function submit(
  ctx: PersonContext,
  dialogue: OpenDialogue,
  actions: Catalogue,
): Promise<OpenDialogue | null> {
  const action = actions().find(({ id }) => id === dialogue.form.id)
  if (action === undefined) throw mayNotSubmit()
  const said: Saying[] = []
  const { value } = dialogue.form
  const input: ActionInput = { ...(value !== undefined && { value }), values: submitted(dialogue) }
  await use(action, { ...(await thenAndThere(ctx, dialogue)), say: saying => void said.push(saying) }, input)
  const faulty = said.map(({ content }) => firstForm(content.blocks)).find(form => isFaulty(form, dialogue))
  if (faulty !== undefined) return mend(dialogue, faulty)
  await dropDialogue(ctx.tx, ctx.actor.personId)
  for (const saying of said) ctx.say(inPlace(saying, dialogue))
  return null
}

function isFaulty(form: ReturnType<typeof firstForm>, dialogue: OpenDialogue): boolean {
  return form?.id === dialogue.form.id && form.inputs.some(({ fault }) => fault !== undefined)
}

async function use(action: Action, ctx: PersonContext, input: ActionInput): Promise<void> {
  if (action.least === 'guest') return action.run(ctx, input)
  const { team, actor } = ctx
  if (team === null || !atLeast(actor.role, action.least)) throw mayNotSubmit()
  return action.run({ ...ctx, team }, input)
}

/** The actor as the team has them of whose form it is, in the group where it was offered. */
async function thenAndThere(ctx: PersonContext, { teamId, channelId }: OpenDialogue): Promise<PersonContext> {
  const place: Place = channelId === null ? { kind: 'direct' } : { kind: 'group', channelId }
  const there = channelId === null ? teamId : ((await channelById(ctx.tx, channelId))?.teamId ?? null)
  if (there === (ctx.team?.id ?? null)) return { ...ctx, place }
  const who: { team: Team | null; actor: Actor } = await resolveActor(ctx.tx, {
    personId: ctx.actor.personId,
    channel: { teamId: there },
    fallbackLang: ctx.lang,
  })
  return { ...ctx, ...who, lang: who.actor.lang, place }
}

/** What the whole group should read goes to the group, although the last word was said in a direct chat. */
function inPlace(saying: Saying, { channelId }: OpenDialogue): Saying {
  const isOpen = 'reply' in saying.to && saying.to.reply === 'open'
  return isOpen && channelId !== null ? { ...saying, to: { channel: channelId } } : saying
}
