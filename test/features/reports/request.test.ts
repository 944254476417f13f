import { describe, expect, test } from 'vitest'
import { workCalendarSchema } from '../../../src/calendar/work-calendar.ts'
import { defaultForms } from '../../../src/features/forms/defaults.ts'
import { defaultMetrics } from '../../../src/features/metrics/default-metrics.ts'
import { readRequest } from '../../../src/features/reports/request.ts'
import { refusalOf } from '../../../src/features/reports/rights.ts'
import { vocabularyOf } from '../../../src/features/reports/vocabulary-of.ts'
import type { TeamMember } from '../../../src/features/team/members.ts'

const calendar = workCalendarSchema.parse({ kind: 'cn' })
const vocabulary = vocabularyOf(defaultMetrics.map((metric, position) => ({ ...metric, id: metric.key, position })))

function member(name: string, aliases: readonly string[] = []): TeamMember {
  const ids = { memberId: name, personId: name, teamId: 'team' }
  return { ...ids, name, aliases, role: 'rep', lang: 'zh', calendar, joinedOn: '2026-01-01', leftOn: null }
}

const members = [member('张三', ['小张']), member('张三丰'), member('Zhang San'), member('Al')]
const title = { zh: '周报', en: 'Weekly' }
const forms = [...defaultForms.values()].slice(0, 1).map(it => ({ key: 'weekly', definition: { ...it, title } }))

function read(text: string, kind: 'plan' | 'report' = 'report') {
  const { who, ...rest } = readRequest(text, { kind, today: '2026-11-20', members, forms, vocabulary })
  return { ...rest, who: who && (who.found.kind === 'one' ? who.found.member.name : who.found.kind) }
}

const plain = { who: null, date: null, formKey: null }

describe('what stands before a line', () => {
  test.each([
    ['拜访2 电话25', { ...plain, line: '拜访2 电话25' }],
    ['', { ...plain, line: '' }],
    ['替张三 拜访2', { ...plain, who: '张三', line: '拜访2' }],
    ['替 张三 拜访2', { ...plain, who: '张三', line: '拜访2' }],
    ['帮小张 拜访2', { ...plain, who: '张三', line: '拜访2' }],
    ['替客户跑合同 拜访2', { ...plain, who: 'none', line: '拜访2' }],
    ['替张三丰拜访2', { ...plain, who: '张三丰', line: '拜访2' }],
    ['@小张 拜访2', { ...plain, who: '张三', line: '拜访2' }],
    ['for zhang san visits 2', { ...plain, who: 'Zhang San', line: 'visits 2' }],
    ['for Alfred visits 2', { ...plain, who: 'none', line: 'visits 2' }],
    ['昨天 拜访2', { ...plain, date: '2026-11-19', line: '拜访2' }],
    ['昨天拜访2', { ...plain, date: '2026-11-19', line: '拜访2' }],
    ['11-18 拜访2', { ...plain, date: '2026-11-18', line: '拜访2' }],
    ['last friday visits 2', { ...plain, date: '2026-11-13', line: 'visits 2' }],
    ['替张三 昨天 拜访2', { ...plain, who: '张三', date: '2026-11-19', line: '拜访2' }],
    ['昨天 替张三 拜访2', { ...plain, who: '张三', date: '2026-11-19', line: '拜访2' }],
    ['weekly 拜访2', { ...plain, formKey: 'weekly', line: '拜访2' }],
    ['周报：拜访2', { ...plain, formKey: 'weekly', line: '拜访2' }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test.each([
    ['昨天的客户回电了 拜访2', '昨天的客户回电了 拜访2'],
    ['明天去华为 拜访2', '明天去华为 拜访2'],
    ['2-3 visits', '2-3 visits'],
    ['代表团来访 拜访2', '代表团来访 拜访2'],
  ])('is not seen in %s', (text, line) => {
    expect(read(text)).toEqual({ ...plain, line })
  })

  test('of a plan may be a day ahead', () => {
    expect(read('周一 拜访3', 'plan')).toEqual({ ...plain, date: '2026-11-23', line: '拜访3' })
    expect(read('明天拜访3', 'plan')).toEqual({ ...plain, date: '2026-11-21', line: '拜访3' })
  })
})

describe('who may write which report', () => {
  const monday = { today: '2026-11-23', calendar, backfillDays: 2, isOwn: true, isClosed: true, role: 'rep' as const }
  test.each([
    { wish: { date: '2026-11-19' }, refusal: null },
    { wish: { date: '2026-11-18' }, refusal: 'too-old' },
    { wish: { date: '2026-11-18', isClosed: false }, refusal: null },
    { wish: { date: '2026-11-18', role: 'lead' as const }, refusal: null },
    { wish: { date: '2026-11-23', isOwn: false, isClosed: false }, refusal: 'for-others' },
    { wish: { date: '2026-11-18', isOwn: false, role: 'lead' as const }, refusal: null },
    { wish: { date: '2026-11-20', backfillDays: 0 }, refusal: 'too-old' },
    { wish: { date: '2026-11-23', backfillDays: 0 }, refusal: 'too-old' },
    // Around the National Day holiday two workdays reach far back.
    { wish: { today: '2026-10-08', date: '2026-09-29' }, refusal: null },
  ])('$wish: $refusal', ({ wish, refusal }) => {
    expect(refusalOf({ ...monday, ...wish })).toBe(refusal)
  })
})
