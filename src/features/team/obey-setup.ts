import { UserError } from '../../base/errors.ts'
import type { FormValues } from '../../content/content.ts'
import type { PersonContext } from '../../context.ts'
import { answer } from './answer.ts'
import { greetChannel, requireWelcome, welcomeFor } from './greetings.ts'
import { joinTeam } from './join-team.ts'
import { hasTeam, setUpTeam } from './set-up-team.ts'
import { readSetUpForm, readTypedSetUp, type SetUpFault } from './setup-input.ts'
import { usualSetUp } from './usual-set-up.ts'
import { alreadyInWords } from './words/members.ts'
import { setUpAgainWords } from './words/setup-form.ts'

/** Makes the team as it was typed; without a word shows the form for it. Every fault is told at once. */
export async function obeyTypedSetUp(ctx: PersonContext, typed: string): Promise<void> {
  if (typed.trim() === '' && ctx.team === null) return await greetChannel(ctx)
  if (ctx.place.kind === 'group' && ctx.team !== null) throw hasTeam(ctx.team.name)
  const reading = readTypedSetUp(typed, await usualSetUp(ctx))
  if (!reading.ok) throw faulty(reading.faults)
  await setUpTeam(ctx, reading.input)
}

/** Makes the team as it was filled in; with faults the form is shown again with them, and nothing is written. */
export async function obeySetUpForm(ctx: PersonContext, values: FormValues): Promise<void> {
  const usual = await usualSetUp(ctx)
  const reading = readSetUpForm(values, usual)
  if (reading.ok) await setUpTeam(ctx, reading.input)
  else answer(ctx, 'team.setup-unreadable', setUpAgainWords(usual, values, reading.faults))
}

/** Joins the team of the group, also after having left it; where there is none, says how to come to one. */
export async function obeyJoin(ctx: PersonContext): Promise<void> {
  const { team } = ctx
  if (team === null) return await greetChannel(ctx)
  const inTeam = { ...ctx, team }
  const welcome = await welcomeFor(inTeam, true)
  if (welcome.kind === 'member-already') return answer(ctx, 'team.joined', alreadyInWords(ctx.lang, team))
  requireWelcome(welcome, inTeam)
  await joinTeam(inTeam)
}

function faulty(faults: readonly SetUpFault[]): UserError {
  return new UserError('team.setup-unreadable', {
    zh: `团队还没有建。${faults.map(fault => fault.zh).join('；')}。`,
    en: `The team is not made yet: ${faults.map(fault => fault.en).join('; ')}.`,
  })
}
