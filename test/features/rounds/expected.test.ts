import { describe, expect, it } from 'vitest'
import { workCalendarSchema } from '../../../src/calendar/workdays.ts'
import { whetherExpected } from '../../../src/features/rounds/expected.ts'

const calendar = workCalendarSchema.parse({ kind: 'mon-fri' })
const li = { memberId: 'li', role: 'rep' as const, calendar, joinedOn: '2026-01-01', leftOn: null }
const everybody = { members: 'all' as const }
const zone = 'Asia/Shanghai'
const plan = { date: '2026-11-20', dueAt: new Date('2026-11-20T01:15:00Z') }
const report = { date: '2026-11-20', dueAt: new Date('2026-11-20T11:00:00Z') }

describe('a member is expected', () => {
  it('by the role or the name that the form asks for', () => {
    const asked = (members: Parameters<typeof whetherExpected>[0]['members']) =>
      whetherExpected({ members }, plan, zone, li, [])
    expect(asked({ roles: ['rep'] })).toBe('expected')
    expect(asked({ roles: ['manager'] })).toBe('not-asked')
    expect(asked({ memberIds: ['li'] })).toBe('expected')
    expect(asked({ roles: ['manager'], memberIds: ['li'] })).toBe('expected')
    expect(asked({ memberIds: [] })).toBe('not-asked')
    expect(asked({})).toBe('expected')
  })

  it('from the day of joining until the day before leaving', () => {
    const on = (joinedOn: string, leftOn: string | null) =>
      whetherExpected(everybody, plan, zone, { ...li, joinedOn, leftOn }, [])
    expect(on('2026-11-20', null)).toBe('expected')
    expect(on('2026-11-21', null)).toBe('not-in-team')
    expect(on('2026-01-01', '2026-11-21')).toBe('expected')
    expect(on('2026-01-01', '2026-11-20')).toBe('not-in-team')
  })

  it('on workdays of their own calendar', () => {
    const resting = workCalendarSchema.parse({ kind: 'single-rest', restDay: 5 })
    expect(whetherExpected(everybody, plan, zone, { ...li, calendar: resting }, [])).toBe('not-a-workday')
  })

  it.each([
    ['am', 'on-leave', 'expected'],
    ['pm', 'expected', 'on-leave'],
    [undefined, 'on-leave', 'on-leave'],
  ] as const)('unless away then: leave of half %s makes the plan %s and the report %s', (half, forPlan, forReport) => {
    const leaves = [{ from: '2026-11-19', to: '2026-11-20', ...(half ? { half } : {}) }]
    expect(whetherExpected(everybody, plan, zone, li, leaves)).toBe(forPlan)
    expect(whetherExpected(everybody, report, zone, li, leaves)).toBe(forReport)
  })
})
