import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workCalendarSchema } from '../../../src/calendar/work-calendar.ts'
import { chainOf, climb, type Post, type Rung } from '../../../src/features/urgent/ladder.ts'
import { afterWaking, isResting, type Rest, wakesAt } from '../../../src/features/urgent/rest.ts'

const zone = 'Asia/Shanghai'
const calendar = workCalendarSchema.parse({ kind: 'cn' })
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const quiet = { from: '21:00', to: '08:00' }
const usual: Rest = { zone, calendar, hours: quiet, quietUntil: null, duty: null }

const rung = (memberId: string, more: Partial<Rung> = {}): Rung => ({
  ...{ memberId, post: 'duty', gone: null, leaves: [], rest: usual, callsLeft: 2, ...more },
})

describe('time of rest', () => {
  it('is quiet hours and days off; on a day on which somebody is on duty by name, the hours alone', () => {
    expect(isResting(usual, at('2026-11-20 20:59'))).toBe(false)
    expect(wakesAt(usual, at('2026-11-20 21:00'))).toEqual(at('2026-11-23 08:00'))
    const onDuty = { ...usual, duty: { from: '2026-11-21', to: '2026-11-22' } }
    expect(wakesAt(onDuty, at('2026-11-20 21:00'))).toEqual(at('2026-11-21 08:00'))
    expect(wakesAt({ ...usual, hours: null }, at('2026-11-21 10:00'))).toEqual(at('2026-11-23 00:00'))
  })

  it('follows make-up days and holidays', () => {
    // 2026-02-14 is a Saturday on which people work for the Spring Festival that follows, to the 23rd.
    expect(isResting(usual, at('2026-02-14 10:00'))).toBe(false)
    expect(wakesAt(usual, at('2026-02-14 21:30'))).toEqual(at('2026-02-24 08:00'))
  })

  it('lasts as long as somebody asked for quiet', () => {
    const asked = { ...usual, quietUntil: at('2026-11-20 15:00') }
    expect(wakesAt(asked, at('2026-11-20 10:00'))).toEqual(at('2026-11-20 15:00'))
  })

  it('stops the clock of what can wait', () => {
    expect(afterWaking(usual, at('2026-11-20 20:50'), 30)).toEqual(at('2026-11-23 08:20'))
    expect(afterWaking(usual, at('2026-11-20 10:00'), 30)).toEqual(at('2026-11-20 10:30'))
  })
})

describe('the chain', () => {
  it('is those on duty, then leads, managers and admins, everybody at the earliest place', () => {
    const members = [
      { memberId: 'boss', role: 'admin' as const },
      { memberId: 'wang', role: 'manager' as const },
      { memberId: 'li', role: 'lead' as const },
      { memberId: 'zhang', role: 'rep' as const },
    ]
    const order = chainOf(['zhang', 'wang', 'zhang'], members)
    expect(order.map(({ memberId, post }) => `${memberId} ${post}`)).toEqual([
      'zhang duty',
      'wang duty',
      'li lead',
      'boss admin',
    ])
  })
})

describe('who is asked next', () => {
  const now = at('2026-11-20 10:00')
  const high = { severity: 'high', minutes: 30, now } as const

  it('is the first who can be; others are passed over with the reason', () => {
    const chain = [
      rung('gone', { gone: 'left' }),
      rung('away', { leaves: [{ from: '2026-11-20', to: '2026-11-20', half: 'am' }] }),
      rung('li'),
    ]
    expect(climb({ ...high, chain, done: new Set() })).toMatchObject({
      passed: [
        { memberId: 'gone', why: 'left' },
        { memberId: 'away', why: 'on-leave' },
      ],
      next: { kind: 'ask', rung: { memberId: 'li' }, resting: false, until: at('2026-11-20 10:30') },
    })
  })

  it('at night is nobody before they wake, unless it is critical; then as often as is allowed', () => {
    const night = at('2026-11-23 23:00')
    const chain = [rung('li', { callsLeft: 0 }), rung('wang', { callsLeft: 1 })]
    expect(climb({ ...high, now: night, chain, done: new Set() }).next).toEqual({
      kind: 'wait',
      until: at('2026-11-24 08:00'),
    })
    const critical = climb({ chain, done: new Set(), now: night, severity: 'critical', minutes: 10 })
    expect(critical.passed).toEqual([{ memberId: 'li', why: 'calls-spent' }])
    expect(critical.next).toMatchObject({ kind: 'ask', resting: true, until: at('2026-11-23 23:10') })
  })

  it('is not waited for if they are on leave when they would wake', () => {
    const chain = [rung('li', { leaves: [{ from: '2026-11-24', to: '2026-11-25' }] }), rung('wang')]
    const { passed } = climb({ ...high, now: at('2026-11-23 23:00'), chain, done: new Set() })
    expect(passed).toEqual([{ memberId: 'li', why: 'on-leave' }])
  })
})

const posts: readonly Post[] = ['duty', 'lead', 'manager', 'admin']
const moments = fc.date({ min: at('2026-01-01 00:00'), max: at('2026-12-20 00:00'), noInvalidDate: true })
const rests = fc.record({
  zone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York'),
  calendar: fc.constantFrom(calendar, workCalendarSchema.parse({ kind: 'single-rest', restDay: 7 })),
  hours: fc.constantFrom(null, quiet, { from: '00:30', to: '23:30' }, { from: '22:00', to: '07:00' }),
  quietUntil: fc.option(moments, { nil: null }),
  duty: fc.constantFrom(null, { from: '2026-03-01', to: '2026-10-31' }),
})
const rungs = fc.record({
  gone: fc.constantFrom(null, null, null, 'left' as const, 'switched-off' as const),
  leaves: fc.constantFrom([], [], [{ from: '2026-05-01', to: '2026-09-30' }]),
  rest: rests,
  callsLeft: fc.integer({ min: 0, max: 2 }),
})
const chains = fc
  .array(rungs, { maxLength: 8 })
  .map(all =>
    all.map((one, place): Rung => ({ ...one, memberId: `m${place}`, post: posts[Math.floor(place / 2)] ?? 'admin' })),
  )

/** Goes up to the end while nobody takes it; every step at the moment that the one before set. */
function climbToTheEnd(chain: readonly Rung[], start: Date, severity: 'high' | 'critical', minutes: number) {
  const done = new Set<string>()
  const called = new Map<string, number>()
  const asked: { memberId: string; at: Date; until: Date; resting: boolean }[] = []
  const passed: string[] = []
  let now = start
  for (let steps = 0; ; steps++) {
    // Each step asks, passes over, or waits once for somebody who is awake then.
    if (steps > 2 * chain.length + 1) throw new Error('it goes on and on')
    const current = chain.map(one => ({ ...one, callsLeft: one.callsLeft - (called.get(one.memberId) ?? 0) }))
    const { passed: over, next } = climb({ chain: current, done, now, severity, minutes })
    for (const { memberId } of over) {
      passed.push(memberId)
      done.add(memberId)
    }
    if (next.kind === 'end') return { asked, passed, end: now }
    expect(next.until.getTime()).toBeGreaterThan(now.getTime())
    if (next.kind === 'ask') {
      const { memberId } = next.rung
      asked.push({ memberId, at: now, until: next.until, resting: next.resting })
      done.add(memberId)
      if (next.resting) called.set(memberId, (called.get(memberId) ?? 0) + 1)
    }
    now = next.until
  }
}

describe('whatever the chain, the hours and the leaves', () => {
  const cases = [
    chains,
    moments,
    fc.constantFrom('high' as const, 'critical' as const),
    fc.integer({ min: 1, max: 480 }),
  ] as const

  it('it comes to an end at which everybody was asked once, in order, or passed over', () => {
    fc.assert(
      fc.property(...cases, (chain, start, severity, minutes) => {
        const { asked, passed } = climbToTheEnd(chain, start, severity, minutes)
        const order = chain.map(({ memberId }) => memberId)
        const ids = asked.map(({ memberId }) => memberId)
        expect(ids).toEqual(order.filter(id => ids.includes(id)))
        expect([...ids, ...passed].toSorted()).toEqual(order.toSorted())
      }),
    )
  })

  it('nobody has less time to answer than is theirs', () => {
    fc.assert(
      fc.property(...cases, (chain, start, severity, minutes) => {
        const { asked, end } = climbToTheEnd(chain, start, severity, minutes)
        for (const [place, { at: from, until }] of asked.entries()) {
          expect(until.getTime() - from.getTime()).toBeGreaterThanOrEqual(minutes * 60_000)
          const next = asked[place + 1]?.at ?? end
          expect(next.getTime()).toBeGreaterThanOrEqual(until.getTime())
        }
      }),
    )
  })

  it('nobody is called in their time of rest but for what is critical, and within their limit', () => {
    fc.assert(
      fc.property(...cases, (chain, start, severity, minutes) => {
        const { asked } = climbToTheEnd(chain, start, severity, minutes)
        for (const { memberId, at: when, resting } of asked) {
          const its = chain.find(one => one.memberId === memberId)
          if (!its) throw new Error('asked somebody who is not in the chain')
          expect(resting).toBe(isResting(its.rest, when))
          if (resting) expect([severity, its.callsLeft > 0]).toEqual(['critical', true])
        }
      }),
    )
  })
})
