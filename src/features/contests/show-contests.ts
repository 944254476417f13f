import { earlier, type LocalDate } from '../../calendar/dates.ts'
import { toLocal } from '../../calendar/zone.ts'
import { content } from '../../content/build.ts'
import type { Block } from '../../content/content.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import type { Contest } from './contest.ts'
import { contestNamed, contestsOf } from './find-contest.ts'
import { readPlay } from './read-play.ts'
import { type Place, type Play, placesOf } from './standing.ts'
import { standingOf } from './standing-of.ts'
import { ownBlock, shownContent } from './words/shown.ts'
import type { PublicStanding } from './words/standing.ts'

/** Answers `/contest`: in a group how they stand openly and one's own places to the asker alone; elsewhere both in one. */
export async function showContests(ctx: MemberContext, name: string): Promise<void> {
  const seen = await standings(ctx, name)
  if (ctx.place.kind === 'direct') return tellAsker(ctx, seen)
  const open = shownContent(
    seen.all.map(({ standing }) => ({ ...standing, own: null })),
    { today: seen.today, manages: manages(ctx), lang: ctx.team.lang },
  )
  ctx.say({ to: { reply: 'open' }, content: open, lane: 'reply', purpose: 'contests.shown' })
  const own = seen.all.flatMap(one => ownOf(ctx, one) ?? [])
  if (own.length > 0)
    ctx.say({ to: { reply: 'private' }, content: content(ctx.lang, ...own), lane: 'reply', purpose: 'contests.place' })
}

/** Answers the button: whoever pressed it sees it, the group is not disturbed. */
export async function showToAsker(ctx: MemberContext, name: string): Promise<void> {
  tellAsker(ctx, await standings(ctx, name))
}

interface Seen {
  readonly standing: PublicStanding
  readonly play: Play
  readonly places: readonly Place[]
}

async function standings(ctx: MemberContext, name: string): Promise<{ today: LocalDate; all: readonly Seen[] }> {
  const { tx, team, now } = ctx
  const today = toLocal(now, team.zone).date
  const open = await contestsOf(ctx, { closed: false })
  const asked = name === '' ? open : [contestNamed(open, name)]
  const all: Seen[] = []
  for (const contest of asked) all.push(await seenOf(contest))
  return { today, all }

  async function seenOf(contest: Contest): Promise<Seen> {
    const play = await readPlay(tx, team, contest, { date: earlier(today, contest.period.to), asOf: null })
    const places = placesOf(play)
    return { standing: standingOf(team, contest, play, places), play, places }
  }
}

function tellAsker(ctx: MemberContext, { today, all }: { today: LocalDate; all: readonly Seen[] }): void {
  const shown = shownContent(
    all.map(one => ({ ...one.standing, own: ownOf(ctx, one) })),
    { today, manages: manages(ctx), lang: ctx.lang },
  )
  ctx.say({ to: { reply: 'private' }, content: shown, lane: 'reply', purpose: 'contests.shown' })
}

/** Of a contest of sides, one's own is the side's, which all see. */
function ownOf({ actor, lang }: MemberContext, { standing, places }: Seen): Block | null {
  if (standing.contest.state !== 'running' || standing.converted?.missing) return null
  return ownBlock(standing, places, actor.memberId, lang)
}

const manages = ({ actor }: MemberContext): boolean => atLeast(actor.role, 'manager')
