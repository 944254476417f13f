import type { MemberContext } from '../../context.ts'
import { lockTeam } from '../team/store.ts'
import { groupsOf, releaseGroup } from './groups.ts'
import { needsGroup, onlyGroup, unboundWords } from './words/bind.ts'

/** Lets this group be no group of the team any more. A team keeps one to talk in. */
export async function unbindGroup(ctx: MemberContext): Promise<void> {
  const { tx, team, place, now } = ctx
  if (place.kind !== 'group') throw needsGroup()
  await lockTeam(tx, team.id)
  const others = (await groupsOf(tx, team.id)).filter(({ id }) => id !== place.channelId)
  if (others.length === 0) throw onlyGroup(team)
  await releaseGroup(tx, place.channelId, team.id)
  ctx.say({
    to: { reply: 'open' },
    content: unboundWords(team.lang, team),
    lane: 'reply',
    purpose: 'linking.unbound',
    key: `linking.unbound:${place.channelId}:${now.toISOString()}`,
    forAnybody: true,
  })
}
