import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodOf } from '../../../src/calendar/periods.ts'
import { type BoardFacts, buildBoard } from '../../../src/features/boards/board.ts'
import { defaultMetrics } from '../../../src/features/metrics/default-metrics.ts'
import { activity, type Definition, over, result, worked } from '../../../src/features/metrics/definition.ts'
import { memberFigures, type Sum } from '../../../src/features/metrics/figures.ts'
import { findKey, type Metric } from '../../../src/features/metrics/metric.ts'

const definitions: readonly Definition[] = [
  ...defaultMetrics,
  activity('mood', '状态', 'Mood', [], { unit: 'number', aggregation: 'average' }),
  result('pipeline', '商机额', 'Pipeline', [], { unit: 'money', aggregation: 'last' }),
  worked('cover', '覆盖', 'Cover', [], {
    ...{ direction: 'less' as const },
    formula: { op: '+', left: over('pipeline', 'revenue'), right: over('mood', 'visits') },
  }),
]
const metrics: readonly Metric[] = definitions.map((one, position) => ({ ...one, id: `id-${one.key}`, position }))
const recorded = metrics.filter(({ formula }) => formula === null)

const people = fc.uniqueArray(fc.record({ memberId: fc.uuid(), sells: fc.boolean() }), {
  selector: ({ memberId }) => memberId,
  maxLength: 12,
})

/** Small numbers, so that many are equal, and a few with a fraction. */
const value = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.integer({ min: 0, max: 50_000 }).map(units => units / 1e4),
)

/** What the people, and somebody who has left since, brought of each metric; most of them of most. */
const sumsOf = (ids: readonly string[]) => {
  const pairs = [...ids, 'gone'].flatMap(memberId => recorded.map(({ id: metricId }) => ({ memberId, metricId })))
  const brought = fc.option(fc.record({ value, entries: fc.integer({ min: 1, max: 4 }), last: value }), { freq: 4 })
  return fc
    .tuple(...pairs.map(() => brought))
    .map(all => all.flatMap((sum, at) => (sum && pairs[at] ? [{ ...pairs[at], ...sum }] : [])))
}

const shuffled = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length })

/** The same facts twice, in one order and in another. */
const twice = people.chain(members => {
  const sums = sumsOf(members.map(({ memberId }) => memberId))
  return fc.tuple(sums, sums).chain(([now, before]) =>
    fc.record({
      one: fc.constant({ members, now, before }),
      other: fc.record({ members: shuffled(members), now: shuffled(now), before: shuffled(before) }),
    }),
  )
})

const period = periodOf('month', '2026-11-23')
const until = new Date('2026-11-23T09:30:00Z')

function boardOf(
  metric: Metric,
  topRows: number,
  given: {
    readonly members: readonly { readonly memberId: string; readonly sells: boolean }[]
    readonly now: readonly Sum[]
    readonly before: readonly Sum[]
  },
) {
  const facts: BoardFacts = {
    ...{ metric, parts: metrics, converted: null, basis: 'figure', newcomers: false, period, until, topRows },
    direction: metric.direction === 'less' ? 'least' : 'most',
    members: given.members.map(member => ({ ...member, name: `name of ${member.memberId}` })),
    figures: memberFigures(metric, metrics, given.now),
    before: memberFigures(metric, metrics, given.before),
  }
  return buildBoard(facts)
}

describe('a board', () => {
  it.each(['visits', 'lost', 'mood', 'pipeline', 'conversion', 'order-value', 'cover'])(
    'of %s is the same in whatever order its facts come',
    key => {
      const metric = findKey(metrics, key)
      if (!metric) throw new Error(`no metric ${key}`)
      let ranked = 0
      fc.assert(
        fc.property(twice, fc.integer({ min: 1, max: 10 }), ({ one, other }, topRows) => {
          const board = boardOf(metric, topRows, one)
          expect(boardOf(metric, topRows, other)).toEqual(board)
          ranked = Math.max(ranked, board.rows.length)
        }),
      )
      // Otherwise the property would have nothing to say.
      expect(ranked).toBeGreaterThan(2)
    },
  )

  it('does not change for the others when somebody below them is not on it', () => {
    const [metric] = metrics
    if (!metric) throw new Error('there are metrics')
    fc.assert(
      fc.property(twice, ({ one }) => {
        const board = boardOf(metric, 10, one)
        const last = board.rows.at(-1)
        const without = { ...one, members: one.members.filter(({ memberId }) => memberId !== last?.memberId) }
        expect(boardOf(metric, 10, without).rows).toEqual(board.rows.slice(0, -1))
      }),
    )
  })
})
