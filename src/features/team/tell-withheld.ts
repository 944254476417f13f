import type { TeamContext } from '../../context.ts'
import { events } from '../events.ts'
import { channelById } from './channels.ts'
import { managersOf } from './members.ts'
import { whyWithheld, withheldWords } from './words/outsiders.ts'

/** Tells the managers, once for each channel, why numbers are not posted there and how to have them posted. */
export async function tellWithheld(ctx: TeamContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const { channelId } = events['numbers.withheld'].parse(payload)
  const channel = await channelById(ctx.tx, channelId)
  if (channel === null) return
  for (const manager of await managersOf(ctx.tx, ctx.team)) {
    ctx.say({
      to: { person: manager.personId },
      content: withheldWords(manager.lang, channel.name),
      lane: 'nudge',
      purpose: 'team.numbers-withheld',
      key: `team.numbers-withheld:${channelId}:${manager.memberId}`,
      reason: { words: whyWithheld, facts: { channelId } },
    })
  }
}
