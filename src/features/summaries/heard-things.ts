import { praiseRules } from '../praise/praise.ts'
import type { PoolProgress } from '../rewards/pools/pool.ts'
import type { SummaryFacts } from './facts.ts'
import { bestBy, type GoodThing } from './good-thing.ts'

/** The one that came farthest. */
export function poolReached({ heard: { pools } }: SummaryFacts): GoodThing | null {
  const best = bestBy(pools.filter(isReached), ({ share }) => share)
  return best && { kind: 'pool-reached', progress: best }
}

/** Before half of the way it is no news. */
const UNDER_WAY = 0.5

export function poolUnderWay({ heard: { pools } }: SummaryFacts): GoodThing | null {
  const best = bestBy(
    pools.filter(one => !isReached(one) && one.share >= UNDER_WAY),
    ({ share }) => share,
  )
  return best && { kind: 'pool-under-way', progress: best }
}

function isReached({ pool }: PoolProgress): boolean {
  return pool.state === 'reached'
}

export function dealsWon({ members, heard: { wins } }: SummaryFacts): GoodThing | null {
  const { deals, sum, largest } = wins
  const name = members.find(({ memberId }) => memberId === largest?.memberId)?.name
  if (deals === 0) return null
  if (!largest || name === undefined) return { kind: 'won', deals, sum, largest: null }
  const { memberId, customer, amount } = largest
  return { kind: 'won', deals, sum, largest: { memberId, name, customer, amount } }
}

/** With the value that it was said of most often, if that was more than once; of equals the one that was said last. */
export function thanked({ heard: { kudos } }: SummaryFacts): GoodThing | null {
  const { times, latest } = kudos
  const tags = Map.groupBy(
    latest.flatMap(one => one.tags),
    tag => tag,
  )
  const most = bestBy([...tags.values()], ({ length }) => length)
  const tag = most && most.length > 1 ? (most[0] ?? null) : null
  const names = [...new Set(latest.map(({ receiver }) => receiver))]
  return times === 0 ? null : { kind: 'thanked', times, tag, names }
}

/** What weighs most of what the group heard of somebody who is still there; of equal weight the latest. */
export function praised({ all, members, heard: { praises } }: SummaryFacts): GoodThing | null {
  const known = praises.flatMap(({ memberId, deed }) => {
    const member = members.find(one => one.memberId === memberId)
    return member ? [{ memberId, name: member.name, deed }] : []
  })
  const best = bestBy(known, ({ deed }) => -praiseRules.indexOf(deed.rule))
  return best && { kind: 'praised', ...best, metrics: all }
}
