import { UserError } from '../../base/errors.ts'
import type { Actor, PersonContext, Team } from '../../context.ts'
import { answer } from './answer.ts'
import { channelById } from './channels.ts'
import { decideGreeting, decideWelcome, type Welcome } from './greet.ts'
import { joinTeam } from './join-team.ts'
import { belongingOf, notKnownYet, notOfTheCompany } from './outsiders.ts'
import { addPresence } from './presence.ts'
import { claimGreeting, membership } from './store.ts'
import { usualSetUp } from './usual-set-up.ts'
import { greetingWords, pointToGroupWords, reminderWords } from './words/setup.ts'

/** Where there is no team: we were invited, or somebody spoke to us. The group is greeted once, however often we are called. */
export async function greetChannel(ctx: PersonContext): Promise<void> {
  const channelId = ctx.place.kind === 'group' ? ctx.place.channelId : null
  const channel = channelId === null ? null : await channelById(ctx.tx, channelId)
  const isFirst = channel !== null && (await claimGreeting(ctx.tx, channel.id, ctx.now))
  const name = channel?.name ?? null
  switch (decideGreeting(ctx.place, isFirst)) {
    case 'greet-group':
      return ctx.say({
        to: { reply: 'open' },
        content: greetingWords(await usualSetUp(ctx), name),
        lane: 'reply',
        purpose: 'team.greeting',
        forAnybody: true,
        key: `team.greeting:${channelId}`,
      })
    case 'remind':
      return answer(ctx, 'team.greeting', reminderWords(await usualSetUp(ctx), name))
    case 'point-to-group':
      return answer(ctx, 'team.greeting', pointToGroupWords(ctx.lang))
  }
}

/** Somebody came into a group: they are in it from now on and, where it has a team and they may, in the team. */
export async function meetArrival(ctx: PersonContext, account: { platform: string; accountId: string }): Promise<void> {
  if (ctx.place.kind === 'direct') return
  const { platform, accountId } = account
  await addPresence(ctx.tx, { channelId: ctx.place.channelId, platform, accountId })
  if (ctx.team === null) return
  const inTeam = { ...ctx, team: ctx.team }
  if ((await welcomeFor(inTeam, false)).kind === 'join') await joinTeam(inTeam, false)
}

/** A guest spoke to us in a team's group: they join and go on as the actor that is answered. Throws when they may not. */
export async function welcomeGuest(ctx: PersonContext & { readonly team: Team }): Promise<Actor> {
  const welcome = await welcomeFor(ctx, false)
  requireWelcome(welcome, ctx)
  return await joinTeam(ctx)
}

/** `asked` is true for whoever asks to join, and not only comes or speaks. */
export async function welcomeFor(ctx: PersonContext & { readonly team: Team }, asked: boolean): Promise<Welcome> {
  const [past, belonging] = [await membership(ctx.tx, ctx.team.id, ctx.actor.personId), await belongingOf(ctx)]
  return decideWelcome(past, belonging, asked)
}

/** Tells those who cannot join why, by throwing. */
export function requireWelcome(welcome: Welcome, { team, actor }: PersonContext & { readonly team: Team }): void {
  switch (welcome.kind) {
    case 'outsider':
      throw notOfTheCompany(team, actor.name)
    case 'not-known-yet':
      throw notKnownYet(team)
    case 'has-left':
      throw new UserError('team.has-left', {
        zh: `你已在 ${welcome.on} 退出“${team.name}”。想回来请输入 /加入。`,
        en: `You left "${team.name}" on ${welcome.on}. Type /join to come back.`,
      })
    case 'join':
    case 'rejoin':
    case 'member-already':
      return
  }
}
