import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/calendar/dates.ts'
import { bests, type Done } from '../../../src/features/praise/best.ts'
import { choose } from '../../../src/features/praise/choose.ts'
import type { Praise, SaidPraise } from '../../../src/features/praise/praise.ts'
import { praiseSettingsSchema } from '../../../src/features/praise/praise-settings.ts'
import { recoveryOf } from '../../../src/features/praise/recovery.ts'
import { marks, streakOf } from '../../../src/features/praise/streak.ts'

const day = (n: number) => addDays('2026-01-01', n)
const settings = praiseSettingsSchema.parse({ bestEvery: 5, streakEvery: 2 })

describe('choosing what to say', () => {
  const candidate: fc.Arbitrary<Praise> = fc
    .record({ memberId: fc.constantFrom('a', 'b', 'c'), n: fc.nat(6), since: fc.nat(10), isBest: fc.boolean() })
    .map(({ memberId, n, since, isBest }) => ({
      ...{ memberId, subject: `${isBest}${n}`, since: day(since) },
      deed: isBest
        ? { rule: 'best', metric: 'calls', kind: 'day', period: day(n), value: n }
        : { rule: 'streak', length: n },
    }))

  it('over many days says nothing twice, keeps each rule’s distance and the number a day', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(candidate, { maxLength: 8 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        (days, mostADay) => {
          const said: SaidPraise[] = []
          for (const [n, found] of days.entries()) {
            const chosen = choose(found, said, day(n), { ...settings, mostADay })
            expect(chosen.length).toBeLessThanOrEqual(mostADay)
            said.push(...chosen.map(it => ({ ...it, rule: it.deed.rule, on: day(n) })))
          }
          const keys = said.map(({ memberId, subject }) => `${memberId} ${subject}`)
          expect(new Set(keys).size).toBe(keys.length)
          for (const [memberId, rule, every] of [
            ['a', 'best', 5],
            ['b', 'streak', 2],
          ] as const) {
            const on = said.filter(one => one.memberId === memberId && one.rule === rule).map(one => one.on)
            for (const [at, date] of on.entries()) {
              const before = on[at - 1]
              if (before !== undefined) expect(date >= addDays(before, every)).toBe(true)
            }
          }
        },
      ),
    )
  })

  it('leaves room for others only where there is none for a rule', () => {
    const first: Praise = {
      memberId: 'a',
      subject: 'first',
      since: day(3),
      deed: { rule: 'first-deal', metric: 'deals', value: 1, date: day(3) },
    }
    const streak: Praise = { memberId: 'a', subject: '5', since: day(3), deed: { rule: 'streak', length: 5 } }
    const older: Praise = { memberId: 'b', subject: '5', since: day(2), deed: { rule: 'streak', length: 5 } }
    expect(choose([streak, first, older], [], day(3), { ...settings, mostADay: 2 })).toEqual([older, first])
  })
})

describe('a streak', () => {
  /** Plays a life of reports, looking every evening; answers the lengths that were praised. */
  function lived(onTime: readonly boolean[]): readonly number[] {
    const said: SaidPraise[] = []
    for (const at of onTime.keys()) {
      const rounds = onTime.slice(0, at + 1).map((one, n) => ({ date: day(n), onTime: one }))
      const found = streakOf({ memberId: 'a', rounds, whole: true }, day(at - 3), said)
      const limits = { ...settings, streakEvery: 1, mostADay: 3 }
      const chosen = choose(found ? [found] : [], said, day(at), limits)
      said.push(...chosen.map(it => ({ ...it, rule: it.deed.rule, on: day(at) })))
    }
    return said.flatMap(({ deed }) => (deed.rule === 'streak' ? [deed.length] : []))
  }

  it('is praised once at each mark of each run, and at no other time', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 6 }), lengths => {
        const onTime = lengths.flatMap(length => [...Array<boolean>(length).fill(true), false])
        expect(lived(onTime)).toEqual(lengths.flatMap(length => marks.filter(mark => mark <= length)))
      }),
      { numRuns: 40 },
    )
  })

  it('of unknown beginning is not guessed', () => {
    const rounds = Array.from({ length: 10 }, (_, n) => ({ date: day(n), onTime: true }))
    expect(streakOf({ memberId: 'a', rounds, whole: false }, day(7), [])).toBeNull()
    expect(streakOf({ memberId: 'a', rounds, whole: true }, day(7), [])?.deed).toEqual({ rule: 'streak', length: 10 })
  })
})

describe('a best', () => {
  it('is exactly what is above all before it, with enough before it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 30 }), fc.nat(5), (values, needed) => {
        const done: Done[] = values.map((value, n) => ({
          memberId: 'a',
          metric: 'calls',
          period: day(n),
          since: day(n),
          value,
        }))
        const wanted = values.flatMap((value, n) => {
          const before = values.slice(0, n).filter(one => one > 0)
          return value > Math.max(0, ...before) && before.length >= needed ? [day(n)] : []
        })
        expect(bests('day', done, [], needed).map(({ since }) => since)).toEqual(wanted)
        // Where the history is split makes no difference.
        const half = Math.floor(values.length / 2)
        const before = values.slice(0, half).filter(one => one > 0)
        const record = { memberId: 'a', metric: 'calls', periods: before.length, best: Math.max(0, ...before) }
        expect(bests('day', done.slice(half), [record], needed).map(({ since }) => since)).toEqual(
          wanted.filter(date => date >= day(half)),
        )
      }),
    )
  })
})

describe('a strong week', () => {
  const week = (value: number, workdays = 5) => ({ period: '2026-W10', value, workdays })
  const usual = Array.from({ length: 8 }, () => week(100))

  it.each([
    ['after two below', [week(80), week(99), week(120)], true],
    ['after one below', [week(120), week(80), week(120)], false],
    ['that is only usual', [week(80), week(80), week(100)], false],
    ['after two short ones', [week(40, 2), week(20, 1), week(120)], false],
    ['that is short and strong by the day', [week(80), week(80), week(66, 3)], true],
  ])('%s', (_, weeks, praised) => {
    expect(recoveryOf('a', 'calls', [...usual, ...weeks], day(70)) !== null).toBe(praised)
  })

  it('needs some weeks to know what is usual', () => {
    expect(recoveryOf('a', 'calls', [...usual.slice(0, 3), week(80), week(80), week(120)], day(70))).toBeNull()
  })
})
