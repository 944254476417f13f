import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { fold } from '../metrics/metric.ts'
import type { Contest } from './contest.ts'
import { noSuchContest } from './refusals.ts'
import { latestClosed, openContests } from './store.ts'

/** Results are asked for while people still talk about them. */
const RECENT = 50

/** The contests that people can mean by a name: those that are on, and with `closed` the latest that are over, before them. */
export async function contestsOf(
  { tx, team }: MemberContext,
  { closed }: { closed: boolean },
): Promise<readonly Contest[]> {
  const over = closed ? await latestClosed(tx, team.id, RECENT) : []
  return [...over, ...(await openContests(tx, team.id))]
}

/** By its name, its beginning or its id; without a name the only one, or the first of those over. Throws UserError for none. */
export function contestNamed(contests: readonly Contest[], said: string): Contest {
  const wanted = fold(said)
  const [first, ...others] = contests
  if (wanted === '' && first && (others.length === 0 || first.state === 'closed')) return first
  const exact = contests.find(({ id, name }) => id === wanted || fold(name) === wanted)
  const beginning = wanted === '' ? [] : contests.filter(({ name }) => fold(name).startsWith(wanted))
  const found = exact ?? (beginning.length === 1 ? beginning[0] : undefined)
  if (found) return found
  throw new UserError(
    'contest-unknown',
    noSuchContest(
      said,
      contests.slice(0, 8).map(({ name }) => name),
    ),
  )
}
