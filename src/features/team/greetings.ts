import { UserError } from '../../base/errors.ts'
import type { Actor, PersonContext, Team } from '../../context.ts'
import { answer } from './answer.ts'
import { channelById } from './channels.ts'
import { decideGreeting, decideWelcome } from './greet.ts'
import { joinTeam } from './join-team.ts'
import { claimGreeting, membership } from './store.ts'
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
        content: greetingWords(ctx.lang, name),
        lane: 'reply',
        purpose: 'team.greeting',
        key: `team.greeting:${channelId}`,
      })
    case 'remind':
      return answer(ctx, 'team.greeting', reminderWords(ctx.lang, name))
    case 'point-to-group':
      return answer(ctx, 'team.greeting', pointToGroupWords(ctx.lang))
  }
}

/** A guest spoke to us in a team's group: they join and go on as the actor that is answered. Throws when they once left. */
export async function welcomeGuest(ctx: PersonContext & { readonly team: Team }): Promise<Actor> {
  const welcome = decideWelcome(await membership(ctx.tx, ctx.team.id, ctx.actor.personId), false)
  if (welcome.kind === 'has-left') {
    throw new UserError('team.has-left', {
      zh: `您已在 ${welcome.on} 退出“${ctx.team.name}”。想回来请输入 /join。`,
      en: `You left "${ctx.team.name}" on ${welcome.on}. Type /join to come back.`,
    })
  }
  return await joinTeam(ctx)
}
