import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodOf } from '../../../src/calendar/periods.ts'
import { defaultMetrics } from '../../../src/features/metrics/default-metrics.ts'
import { attentionPoints } from '../../../src/features/summaries/attention.ts'
import type { ManagerFacts, SummaryFacts } from '../../../src/features/summaries/facts.ts'
import { isEmpty, shareOfPlan, shareOfTarget, summarise } from '../../../src/features/summaries/summary.ts'

const metrics = defaultMetrics.map((metric, position) => ({ ...metric, id: metric.key, position }))
const week = periodOf('week', '2026-11-20')
const members = ['李娜', '王强', '赵敏'].map(name => ({ memberId: name, name }))

type Values = Readonly<Record<string, Readonly<Record<string, number>>>>

/** `{ 李娜: { calls: 20 } }` as sums. */
const rowsOf = (values: Values, entries = 5) =>
  Object.entries(values).flatMap(([memberId, its]) =>
    Object.entries(its).map(([metricId, value]) => ({ memberId, metricId, value, entries })),
  )

/** The same of a team that has one currency. */
const sumsOf = (values: Values): SummaryFacts['sums'] => ({
  ...{ recorded: rowsOf(values), converted: [], into: 'CNY', rates: [] },
})

const plansOf = (values: Values) =>
  rowsOf(values).map(({ memberId, metricId: key, value }) => ({ memberId, key, value, plans: 5 }))

/** All of it done on days that had a plan. */
const followedBy = (values: Values) => {
  const all = Map.groupBy(rowsOf(values), ({ metricId }) => metricId)
  return new Map([...all].map(([key, its]) => [key, its.reduce((sum, { value }) => sum + value, 0)]))
}

function factsOf(more: Partial<SummaryFacts> = {}): SummaryFacts {
  return {
    ...{ period: week, until: new Date('2026-11-20T09:05:00Z'), metrics, all: metrics, members },
    ...{
      sums: sumsOf({}),
      before: sumsOf({}),
      planned: [],
      followed: new Map(),
      targets: [],
      reports: [],
      blockers: [],
    },
    heard: { wins: { deals: 0, sum: null, largest: null }, kudos: { times: 0, latest: [] }, praises: [], pools: [] },
    latest: new Map(),
    ...more,
  }
}

describe('the results', () => {
  it('are sums of all against sums of plans, and ratios of the whole', () => {
    const { results } = summarise(
      factsOf({
        sums: sumsOf({
          李娜: { visits: 10, deals: 1, revenue: 80_000 },
          王强: { visits: 30, deals: 3, revenue: 40_000 },
        }),
        planned: plansOf({ 李娜: { visits: 12 }, 王强: { visits: 20, quotes: 4 } }),
        before: sumsOf({ 李娜: { visits: 20, deals: 1 } }),
      }),
    )
    const told = results.map(({ metric, done, planned, before }) => [metric.key, done, planned, before])
    expect(told).toEqual([
      ['visits', 40, 32, 20],
      ['quotes', null, 4, null],
      ['deals', 4, null, 1],
      ['revenue', 120_000, null, null],
      ['conversion', 10, null, 5],
      ['order-value', 30_000, null, 0],
    ])
  })

  it('compare with a plan only what those who planned did on those days', () => {
    const sums = sumsOf({ 李娜: { calls: 30 }, 王强: { calls: 200 } })
    const planned = plansOf({ 李娜: { calls: 20 } })
    const [calls] = summarise(factsOf({ sums, planned, followed: followedBy({ 李娜: { calls: 10 } }) })).results
    expect(calls).toMatchObject({ done: 230, planned: 20, doneOfPlanned: 10 })
    expect(calls && shareOfPlan(calls)).toBe(0.5)
  })

  it('count what those who have left did, and thank nobody who is not there', () => {
    const sums = sumsOf({ 走了的: { calls: 7 } })
    const reports = [{ memberId: '走了的', reports: 2, late: 0 }]
    const { results, thanks } = summarise(factsOf({ sums, reports }))
    expect(results).toMatchObject([{ done: 7 }])
    expect(thanks).toEqual({ reports: 2, late: 0, people: 1, punctual: [] })
  })

  it('stand beside the team’s own target, which alone is nothing that happened', () => {
    const targets = [
      { metricId: 'revenue', value: 200_000 },
      { metricId: 'deals', value: 4 },
      { metricId: 'conversion', value: 20 },
      { metricId: 'gone', value: 1 },
    ]
    const { results } = summarise(factsOf({ targets, sums: sumsOf({ 李娜: { revenue: 150_000 } }) }))
    expect(results.map(one => [one.metric.key, one.target, shareOfTarget(one)])).toEqual([
      ['deals', 4, 0],
      ['revenue', 200_000, 0.75],
      ['conversion', 20, null],
    ])
    expect(isEmpty(summarise(factsOf({ targets })))).toBe(true)
  })

  it('are nothing where nobody did or said anything', () => {
    expect(isEmpty(summarise(factsOf()))).toBe(true)
    expect(isEmpty(summarise(factsOf({ reports: [{ memberId: '李娜', reports: 1, late: 1 }] })))).toBe(false)
  })
})

describe('three good things', () => {
  const good = (more: Partial<SummaryFacts>) => summarise(factsOf(more)).good

  it('are facts of different kinds, about different numbers where there are some', () => {
    const things = good({
      sums: sumsOf({ 李娜: { calls: 60, visits: 10 }, 王强: { calls: 40, visits: 11 } }),
      before: sumsOf({ 李娜: { calls: 30, visits: 10 }, 王强: { calls: 40, visits: 10 } }),
      planned: plansOf({ 李娜: { calls: 50, visits: 20 }, 王强: { visits: 1 } }),
      followed: followedBy({ 李娜: { calls: 40, visits: 10 }, 王强: { visits: 11 } }),
      reports: [{ memberId: '李娜', reports: 5, late: 0 }],
    })
    expect(things).toMatchObject([
      { kind: 'member-grew', name: '李娜', metric: { key: 'calls' }, done: 60, before: 30 },
      { kind: 'plan-beaten', metric: { key: 'visits' }, done: 21, planned: 21 },
      { kind: 'team-grew', metric: { key: 'calls' }, done: 100, before: 70 },
    ])
  })

  it('name whose growth means most to the team, not who went from one to five', () => {
    const [first] = good({
      sums: sumsOf({ 李娜: { calls: 5 }, 王强: { calls: 240 } }),
      before: sumsOf({ 李娜: { calls: 1 }, 王强: { calls: 200 } }),
    })
    expect(first).toMatchObject({ kind: 'member-grew', name: '王强' })
  })

  it('praise no loss, and nobody for having begun', () => {
    expect(
      good({
        sums: sumsOf({ 李娜: { lost: 9, quotes: 3 } }),
        before: sumsOf({ 李娜: { lost: 1 } }),
        planned: plansOf({ 李娜: { lost: 1 } }),
        followed: followedBy({ 李娜: { lost: 9 } }),
      }),
    ).toEqual([])
  })

  it('are what there is: blockers solved, reports on time', () => {
    const things = good({
      reports: [
        { memberId: '李娜', reports: 5, late: 0 },
        { memberId: '王强', reports: 5, late: 1 },
      ],
      blockers: [{ memberId: '李娜', date: '2026-11-18', text: '合同等盖章' }],
      latest: new Map([['李娜', []]]),
    })
    expect(things).toEqual([
      { kind: 'solved', count: 1 },
      { kind: 'punctual', reports: 10, late: 1 },
    ])
  })

  const heardOf = (heard: Partial<SummaryFacts['heard']>): Partial<SummaryFacts> => ({
    heard: { ...factsOf().heard, ...heard },
  })
  const best = (memberId: string, metric: string) => ({
    ...({ memberId, rule: 'best', subject: metric, on: '2026-11-19' } as const),
    deed: { rule: 'best', metric, value: 9, kind: 'week', period: '2026-W47' } as const,
  })
  const streak = (memberId: string, on: string) => ({
    ...({ memberId, rule: 'streak', subject: on, on } as const),
    deed: { rule: 'streak', length: 20 } as const,
  })
  const pool = (name: string, share: number, state: 'running' | 'reached') => ({
    ...{ value: share, share, metric: metricOf('revenue'), converted: null },
    pool: {
      ...{ id: name, name, metricKey: 'revenue', target: 1, period: week, unlocks: '海底捞', state },
      ...{ settledAt: null, settled: null },
    },
  })
  const metricOf = (key: string) => {
    const found = metrics.find(metric => metric.key === key)
    if (!found) throw new Error(key)
    return found
  }

  it('are first what the group has cheered: a pool reached, deals, thanks, praise', () => {
    const win = {
      ...{ id: '1', teamId: 't', memberId: '李娜', customer: '华为', amount: 120_000, note: null, dealsKey: null },
      ...{ revenueKey: null, date: '2026-11-18', rungBy: 'p', rungAt: new Date(0) },
    }
    const grown = {
      sums: sumsOf({ 李娜: { calls: 60, visits: 50 } }),
      before: sumsOf({ 李娜: { calls: 30, visits: 30 } }),
    }
    const heard = {
      wins: { deals: 3, sum: 320_000, largest: win },
      kudos: {
        times: 4,
        latest: [
          { receiver: '王强', tags: ['客户第一'] },
          { receiver: '李娜', tags: ['协作'] },
          { receiver: '王强', tags: ['协作'] },
        ],
      },
      praises: [streak('赵敏', '2026-11-20'), best('走了的', 'calls'), best('李娜', 'calls'), best('王强', 'visits')],
      pools: [pool('a', 0.7, 'running'), pool('b', 1.2, 'reached')],
    }
    const told = (more: Partial<typeof heard>) => good({ ...grown, ...heardOf(more) })
    expect(told(heard)).toMatchObject([
      { kind: 'pool-reached', progress: { pool: { name: 'b' } } },
      { kind: 'won', deals: 3, sum: 320_000, largest: { name: '李娜', customer: '华为', amount: 120_000 } },
      { kind: 'thanked', times: 4, tag: '协作', names: ['王强', '李娜'] },
    ])
    // What weighs most is said first, and of another number than the praise.
    expect(told({ praises: heard.praises })).toMatchObject([
      { kind: 'praised', name: '李娜', deed: { rule: 'best', metric: 'calls' } },
      { kind: 'member-grew', metric: { key: 'visits' } },
      { kind: 'team-grew', metric: { key: 'calls' } },
    ])
  })

  it('name no value that was said once, and no pool that has barely begun', () => {
    const once = { times: 1, latest: [{ receiver: '王强', tags: ['协作'] }] }
    expect(good(heardOf({ kudos: once }))).toEqual([{ kind: 'thanked', times: 1, tag: null, names: ['王强'] }])
    expect(good(heardOf({ pools: [pool('a', 0.49, 'running')] }))).toEqual([])
    expect(good(heardOf({ pools: [pool('a', 0.5, 'running')] }))).toMatchObject([{ kind: 'pool-under-way' }])
  })

  const anyValues = fc.dictionary(
    fc.constantFrom('李娜', '王强', '赵敏'),
    fc.dictionary(fc.constantFrom('calls', 'visits', 'deals', 'lost'), fc.nat({ max: 500 })),
  )

  it('are at most three, each true and each of its own kind', () => {
    const isTrue = fc.property(anyValues, anyValues, anyValues, (now, then, plan) => {
      const things = good({
        sums: sumsOf(now),
        before: sumsOf(then),
        planned: plansOf(plan),
        followed: followedBy(now),
      })
      expect(things.length).toBeLessThanOrEqual(3)
      expect(new Set(things.map(({ kind }) => kind)).size).toBe(things.length)
      for (const thing of things) {
        if ('metric' in thing) expect(thing.metric.key).not.toBe('lost')
        if ('before' in thing) expect(thing.done).toBeGreaterThan(thing.before)
        if ('planned' in thing) expect(thing.done).toBeGreaterThanOrEqual(thing.planned)
      }
    })
    fc.assert(isTrue)
  })
})

describe('blockers', () => {
  const said = (memberId: string, date: string, text: string) => ({ memberId, date, text })

  it('are open while the latest words name them, and one however often they were named', () => {
    const { blockers } = summarise(
      factsOf({
        blockers: [
          said('王强', '2026-11-20', '缺样品'),
          said('李娜', '2026-11-19', '合同 等盖章'),
          said('李娜', '2026-11-17', '客户出差'),
          said('李娜', '2026-11-16', '合同 等盖章'),
          said('走了的', '2026-11-16', '没人管'),
        ],
        latest: new Map([
          ['李娜', ['合同  等盖章']],
          ['王强', ['缺样品']],
        ]),
      }),
    )
    expect(blockers.open.map(({ name, text, since }) => [name, text, since])).toEqual([
      ['李娜', '合同 等盖章', '2026-11-16'],
      ['王强', '缺样品', '2026-11-20'],
    ])
    expect(blockers.solved.map(({ name, text }) => [name, text])).toEqual([['李娜', '客户出差']])
  })
})

describe('what needs a manager’s attention', () => {
  const attention = (more: Partial<SummaryFacts>, manager: Partial<ManagerFacts> = {}) => {
    const facts = factsOf(more)
    const days = { now: 5, before: 20 }
    const workdays = new Map(members.map(({ memberId }) => [memberId, days]))
    return attentionPoints(facts, { usual: [], given: [], workdays, ...manager })
  }

  it('is who is far below their own usual pace, by the workday', () => {
    const usual = rowsOf({ 李娜: { calls: 400, visits: 40 }, 王强: { calls: 100 } }, 20)
    const { behind } = attention({ sums: sumsOf({ 李娜: { calls: 50, visits: 9 }, 王强: { calls: 24 } }) }, { usual })
    expect(behind).toMatchObject([{ name: '李娜', metric: { key: 'calls' }, now: 10, usual: 20 }])
  })

  it('is not who was on leave, is new, or does such things seldom', () => {
    const sums = sumsOf({})
    const usual = rowsOf({ 李娜: { calls: 400 } }, 20)
    const seldom = rowsOf({ 李娜: { deals: 2 } }, 2)
    const with_ = (now: number, before: number) => new Map([['李娜', { now, before }]])
    expect(attention({ sums }, { usual, workdays: with_(5, 20) }).behind).toHaveLength(1)
    expect(attention({ sums }, { usual, workdays: with_(1, 20) }).behind).toEqual([])
    expect(attention({ sums }, { usual, workdays: with_(5, 9) }).behind).toEqual([])
    expect(attention({ sums }, { usual: seldom, workdays: with_(5, 20) }).behind).toEqual([])
  })

  it('is who is late again and again, and not who was late once', () => {
    const reports = [
      { memberId: '李娜', reports: 5, late: 2 },
      { memberId: '王强', reports: 5, late: 1 },
      { memberId: '赵敏', reports: 60, late: 4 },
    ]
    expect(attention({ reports }).late).toMatchObject([{ name: '李娜', late: 2, reports: 5 }])
  })

  it('is which numbers contradict each other', () => {
    const given = [
      { memberId: '李娜', date: '2026-11-19', values: { revenue: 80_000 }, notes: [] },
      { memberId: '王强', date: '2026-11-18', values: { deals: 1, revenue: 100 }, notes: [] },
    ]
    expect(attention({}, { given }).contradictions).toMatchObject([
      { name: '李娜', date: '2026-11-19', hint: { kind: 'amount-without-count' } },
    ])
  })
})
