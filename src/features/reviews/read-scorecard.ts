import type { Period } from '../../calendar/periods.ts'
import { solvedBy } from '../cases/solved-by.ts'
import { latestTo } from '../kudos/store.ts'
import { everyMetricOf } from '../metrics/catalogue.ts'
import { ownTargetsIn } from '../targets/store.ts'
import type { TeamMember } from '../team/members.ts'
import { type Reading, readFacts } from './read-facts.ts'
import type { Scorecard } from './scorecard.ts'

/** As many as a talk goes through. */
const MOST_THANKS = 5
const MOST_SOLVED = 5

/** A member's period in figures, with what else speaks for them. */
export async function readScorecard(ctx: Reading, member: TeamMember, period: Period): Promise<Scorecard> {
  const { tx, team } = ctx
  const { memberId } = member
  const targets = new Map([[memberId, await targetsIn(ctx, member, period)]])
  const facts = (await readFacts(ctx, [member], period, targets)).get(memberId)
  if (facts === undefined) throw new Error('nothing was read about a member who was asked for')
  return {
    period,
    ...facts,
    thanked: { ...facts.thanked, latest: await latestTo(tx, memberId, period, MOST_THANKS) },
    solved: await solvedBy(tx, team, { memberId, period, most: MOST_SOLVED }),
  }
}

/** The member's own of just that period, by metric key. */
async function targetsIn({ tx, team }: Reading, { memberId }: TeamMember, period: Period) {
  const keys = new Map((await everyMetricOf(tx, team.id)).map(({ id, key }) => [id, key]))
  const own = await ownTargetsIn(tx, team.id, memberId, period)
  return new Map(
    own.flatMap(({ metricId, value }) => {
      const key = keys.get(metricId)
      return key === undefined ? [] : [[key, value] as const]
    }),
  )
}
