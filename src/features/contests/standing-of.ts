import type { Team } from '../../context.ts'
import { boardSettings } from '../boards/board-settings.ts'
import { topOf } from '../boards/rank.ts'
import type { Contest } from './contest.ts'
import { type Place, type Play, placesOf } from './standing.ts'
import type { PublicStanding } from './words/standing.ts'

/** A contest as all may see it. */
export function standingOf(team: Team, contest: Contest, play: Play, places = placesOf(play)): PublicStanding {
  const { metric, entrants, direction, converted } = play
  // Without a rate nobody knows who leads.
  const top = converted?.missing ? [] : publicPlaces(team, contest, places)
  return { contest, metric, least: direction === 'least', entrants, converted, top }
}

/** The best, never the last, and of those who go on or have anything; sides are all shown. */
export function publicPlaces(team: Team, { rule }: Pick<Contest, 'rule'>, places: readonly Place[]): readonly Place[] {
  const listed = places.filter(({ counts }) => counts)
  if (rule.kind === 'teams') return listed
  const endsWithLast = listed.length === places.length || rule.kind === 'elimination'
  return topOf(listed, boardSettings(team).topRows, endsWithLast)
}
