import { UserError } from '../../base/errors.ts'
import type { PersonContext } from '../../context.ts'
import { answer } from './answer.ts'
import { decideWelcome } from './greet.ts'
import { greetChannel } from './greetings.ts'
import { joinTeam } from './join-team.ts'
import { setUpTeam } from './set-up-team.ts'
import { readTypedSetUp, type SetUpReading } from './setup-input.ts'
import { membership } from './store.ts'
import { alreadyInWords } from './words/members.ts'

/** Makes the team as it was typed; without a word shows the form for it. */
export async function obeyTypedSetUp(ctx: PersonContext, typed: string): Promise<void> {
  if (typed.trim() === '' && ctx.team === null) return await greetChannel(ctx)
  await obeySetUp(ctx, readTypedSetUp(typed, ctx.lang))
}

/** Makes the team as it was read from words or from the form; every fault is told at once. */
export async function obeySetUp(ctx: PersonContext, reading: SetUpReading): Promise<void> {
  if (!reading.ok) throw faulty(reading.faults)
  await setUpTeam(ctx, reading.input)
}

/** Joins the team of the group, also after having left it; where there is none, says how to come to one. */
export async function obeyJoin(ctx: PersonContext): Promise<void> {
  const { team } = ctx
  if (team === null) return await greetChannel(ctx)
  const welcome = decideWelcome(await membership(ctx.tx, team.id, ctx.actor.personId), true)
  if (welcome.kind === 'member-already') return answer(ctx, 'team.joined', alreadyInWords(ctx.lang, team))
  await joinTeam({ ...ctx, team })
}

function faulty(faults: readonly { readonly zh: string; readonly en: string }[]): UserError {
  return new UserError('team.setup-unreadable', {
    zh: `团队还没有建。${faults.map(fault => fault.zh).join('；')}。`,
    en: `The team is not made yet: ${faults.map(fault => fault.en).join('; ')}.`,
  })
}
