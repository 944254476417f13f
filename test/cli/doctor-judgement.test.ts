import { describe, expect, test } from 'vitest'
import { judgeYears } from '../../src/cli/doctor/calendar.ts'
import { judgeZone } from '../../src/cli/doctor/database.ts'
import { type Finding, findingLines, someOf } from '../../src/cli/doctor/finding.ts'
import { judgeBackups, judgeClock } from '../../src/cli/doctor/installation.ts'
import { checkRuntime, judgeDisk } from '../../src/cli/doctor/machine.ts'
import { judgeDeliveries, judgeEvents } from '../../src/cli/doctor/messages.ts'
import { judgeOverdue } from '../../src/cli/doctor/schedules.ts'
import { judgeTeam } from '../../src/cli/doctor/teams.ts'

const now = new Date('2026-11-21T08:00:00Z')
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
const MB = 1024 ** 2
const healthy = {
  name: 'One',
  channels: 1,
  members: [{ name: 'Li', personId: 'p1' }],
  managers: 1,
  reachable: new Set(['p1']),
}

describe('the doctor judges', () => {
  test.each<[string, Finding | readonly Finding[], string]>([
    ['a runtime that is new enough', checkRuntime('24.12.0'), 'ok'],
    ['a runtime that is too old', checkRuntime('24.11.9'), 'fault'],
    ['a runtime of tomorrow', checkRuntime('26.0.0'), 'ok'],
    ['plenty of disk', judgeDisk(5000 * MB), 'ok'],
    ['little disk', judgeDisk(900 * MB), 'warning'],
    ['hardly any disk', judgeDisk(100 * MB), 'fault'],
    ['UTC', judgeZone('UTC'), 'ok'],
    ['another zone', judgeZone('Asia/Shanghai'), 'fault'],
    ['a calendar that is known', judgeYears('One', '2026-12-02', []), 'ok'],
    ['the next year in November', judgeYears('One', '2026-11-30', [2027]), 'ok'],
    ['the next year in December', judgeYears('One', '2026-12-01', [2027]), 'warning'],
    ['this year', judgeYears('One', '2026-03-01', [2026, 2027]), 'fault'],
    ['a team that can be reached', judgeTeam(healthy), 'ok'],
    ['a team without a group', judgeTeam({ ...healthy, channels: 0 }), 'warning'],
    ['a team without a manager', judgeTeam({ ...healthy, managers: 0 }), 'warning'],
    ['a member without an account', judgeTeam({ ...healthy, reachable: new Set() }), 'warning'],
    ['schedules in time', judgeOverdue(0, 7, true), 'ok'],
    ['overdue schedules without a server', judgeOverdue(2, 7, false), 'warning'],
    ['overdue schedules beside a server', judgeOverdue(2, 7, true), 'fault'],
    ['deliveries that went out', judgeDeliveries([], 0), 'ok'],
    ['failed deliveries', judgeDeliveries([{ purpose: 'a.b', reason: 'forbidden', count: 2 }], 0), 'warning'],
    ['stuck deliveries', judgeDeliveries([], 3), 'warning'],
    ['events that were handled', judgeEvents([], 0), 'ok'],
    ['events that failed', judgeEvents(['K7QX-2M9P'], 0), 'fault'],
    ['events that wait', judgeEvents([], 4), 'warning'],
    ['a clock that was not moved', judgeClock(20_000), 'ok'],
    ['a clock that was moved', judgeClock(3 * 3_600_000), 'warning'],
    ['a clock that was moved where real people are served', judgeClock(20_000, true), 'fault'],
    ['a clock that was not moved where real people are served', judgeClock(0, true), 'ok'],
    ['a fresh backup', judgeBackups(ago(6), now), 'ok'],
    ['an old backup', judgeBackups(ago(8), now), 'warning'],
    ['no backup', judgeBackups(null, now), 'warning'],
  ])('%s', (_what, found, level) => {
    expect([found].flat().map(finding => finding.level)).toEqual([level])
  })

  test('what is not well is said with a way to mend it, in both languages', () => {
    const [finding] = judgeDeliveries([{ purpose: 'a.b', reason: 'forbidden: postgres://me:secret@db/x', count: 2 }], 0)
    if (!finding) throw new Error('no finding')
    expect(findingLines(finding, 'en')).toMatch(/^! 2 messages .* a\.b ×2: forbidden.*\n {4}→ check permissions/)
    expect(findingLines(finding, 'zh')).toMatch(/^! 近七天有 2 条消息没有发出[\s\S]*\n {4}→ 按原因检查/)
    expect(findingLines(finding, 'en')).not.toContain('secret')
  })

  test('of many names the first few and their number are told', () => {
    expect(someOf(['a', 'b'])).toBe('a, b')
    expect(someOf(['a', 'b', 'c'], 2)).toBe('a, b … (3)')
  })
})
