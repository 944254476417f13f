import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catchUp } from '../../src/calendar/catch-up.ts'

const slot = (time: string) => ({ at: new Date(`2026-11-20T${time}:00Z`), time })
const decide = (times: readonly string[], missed: 'latest' | 'all' | 'skip', grace = 60) =>
  catchUp(times.map(slot), new Date('2026-11-20T12:00:30Z'), { grace, missed }).map(
    decision => `${decision.slot.time} ${decision.run ? 'runs' : 'skipped'}: ${decision.reason}`,
  )

describe('after downtime each due slot runs late or is skipped, and why is told', () => {
  test.each([
    ['latest', ['10:00 skipped: too-late', '11:15 skipped: superseded', '11:45 runs: caught-up']],
    ['all', ['10:00 skipped: too-late', '11:15 runs: caught-up', '11:45 runs: caught-up']],
    ['skip', ['10:00 skipped: never-late', '11:15 skipped: never-late', '11:45 skipped: never-late']],
  ] as const)('policy %s', (missed, expected) => {
    expect(decide(['11:45', '10:00', '11:15', '12:01'], missed)).toEqual(expected)
  })

  test('a slot of this minute is on time whatever the policy, and takes the place of the late ones', () => {
    expect(decide(['12:00'], 'skip', 0)).toEqual(['12:00 runs: on-time'])
    expect(decide(['11:45', '12:00'], 'latest')).toEqual(['11:45 skipped: superseded', '12:00 runs: on-time'])
  })

  test('grace is counted in whole minutes, its last one included', () => {
    expect(decide(['11:00'], 'all', 60)).toEqual(['11:00 runs: caught-up'])
    expect(decide(['10:59'], 'all', 60)).toEqual(['10:59 skipped: too-late'])
  })

  test('nothing due is nothing to decide', () => {
    expect(decide(['12:01'], 'all')).toEqual([])
  })
})

test('every due slot is decided exactly once, oldest first, and `latest` runs at most one late slot', () => {
  const now = new Date('2026-11-20T12:00:00Z')
  const minutesLate = fc.array(fc.integer({ min: -60, max: 300 }))
  const policies = fc.record({ grace: fc.nat(300), missed: fc.constantFrom('latest', 'all', 'skip') })
  fc.assert(
    fc.property(minutesLate, policies, (minutes, policy) => {
      const slots = minutes.map(late => ({ at: new Date(now.getTime() - late * 60_000) }))
      const decisions = catchUp(slots, now, policy)
      expect(decisions.map(decision => decision.late)).toEqual(minutes.filter(late => late >= 0).sort((a, b) => b - a))
      expect(new Set(decisions.map(decision => decision.slot)).size).toBe(decisions.length)
      if (policy.missed !== 'latest') return
      expect(decisions.filter(decision => decision.reason === 'caught-up').length).toBeLessThanOrEqual(1)
    }),
  )
})
