import { UserError } from '../../base/errors.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { toLocal } from '../../calendar/zone.ts'
import { readDate } from '../../commands/arguments.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import type { Digest } from '../digests/digest.ts'
import { readDigest } from '../digests/read-digest.ts'
import { metricsOf } from '../metrics/catalogue.ts'
import { roundsOn } from '../rounds/store.ts'
import { currentPaces, mostRelevant } from '../targets/current.ts'
import { membersOf } from '../team/members.ts'
import { glanceAt } from './glance.ts'
import { weekPicture } from './week-picture.ts'
import { dateUnclear, glanceContent, type NamedPace } from './words/glance.ts'

/** Answers `/team`: the team's day at a glance, for whoever leads it, in private. */
export async function showTeam(ctx: MemberContext, rest: string): Promise<void> {
  const { tx, team, lang, actor } = ctx
  const date = dateAsked(ctx, rest)
  const glance = glanceAt(await digestsOn(ctx, date), await metricsOf(tx, team.id), actor.memberId)
  const picture = atLeast(actor.role, 'manager') ? await weekPicture(ctx, date) : null
  const day = { name: team.name, date, targets: await targetsNow(ctx, date), picture }
  const content = glanceContent(glance, day, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'overview.team' })
}

/** One for each member who has any, as they stand now: for managers, and of today alone. */
async function targetsNow({ tx, team, now, actor }: MemberContext, date: LocalDate): Promise<readonly NamedPace[]> {
  if (!atLeast(actor.role, 'manager') || date !== toLocal(now, team.zone).date) return []
  const members = await membersOf(tx, team)
  const byMember = Map.groupBy(await currentPaces(tx, team, members, now), ({ target }) => target.memberId)
  return members.flatMap(({ memberId, name }) => {
    const pace = mostRelevant(byMember.get(memberId) ?? [], new Set())
    return pace ? [{ name, pace }] : []
  })
}

function dateAsked({ now, team }: MemberContext, rest: string): LocalDate {
  const today = toLocal(now, team.zone).date
  const date = rest.trim() === '' ? today : readDate(rest, today, 'back')
  if (date === null) throw new UserError('overview.date-unclear', dateUnclear(rest.trim()))
  return date
}

/** Leads see what the team sees; what is for managers only, managers. */
async function digestsOn({ tx, team, actor }: MemberContext, date: LocalDate): Promise<readonly Digest[]> {
  const audience = atLeast(actor.role, 'manager') ? 'manager' : 'team'
  const digests: Digest[] = []
  for (const round of await roundsOn(tx, team.id, date)) {
    const digest = await readDigest(tx, team, round, audience)
    const isHidden = digest?.definition.visibility === 'manager' && audience === 'team'
    if (digest && !isHidden) digests.push(digest)
  }
  return digests
}
