import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workCalendarSchema } from '../../../src/calendar/workdays.ts'
import type { TeamMember } from '../../../src/features/team/members.ts'
import { readWin } from '../../../src/features/wins/read-win.ts'

const member = (name: string, aliases: readonly string[] = []): TeamMember => ({
  ...{ memberId: name, personId: name, teamId: 't', name, aliases, role: 'rep', lang: 'zh' },
  ...{ calendar: workCalendarSchema.parse({ kind: 'cn' }), joinedOn: '2026-01-01', leftOn: null },
})
const members = [member('张三'), member('李四', ['小李']), member('Sam Lee')]

/** As `who | customer | amount | note`, or the kind. */
function read(text: string): string {
  const it = readWin(text, members)
  if (it.kind === 'undo') return `undo ${it.customer ?? 'last'}`
  if (it.kind !== 'ring') return it.kind
  return [it.who?.name ?? 'self', it.customer, it.amount ?? '-', it.note ?? '-'].join(' | ')
}

describe('a deal as it is typed', () => {
  test.each([
    ['华为 12万', 'self | 华为 | 120000 | -'],
    ['华为12万', 'self | 华为 | 120000 | -'],
    ['华为　１２万元', 'self | 华为 | 120000 | -'],
    ['了华为 12万！', 'self | 华为 | 120000 | -'],
    ['华为,12万', 'self | 华为 | 120000 | -'],
    ['Yahoo!', 'self | Yahoo! | - | -'],
    ['华为', 'self | 华为 | - | -'],
    ['华为 ¥120,000.50', 'self | 华为 | 120000.5 | -'],
    ['华为，12 万', 'self | 华为 | 120000 | -'],
    ['Acme 120,000', 'self | Acme | 120000 | -'],
    ['Acme Corp for $120,000', 'self | Acme Corp | 120000 | -'],
    ['Acme 120k USD # after half a year', 'self | Acme | 120000 | after half a year'],
    ['华为 12万 # 跟了半年', 'self | 华为 | 120000 | 跟了半年'],
    ['华为12万＃续约', 'self | 华为 | 120000 | 续约'],
    ['华为 12万 续约两年', 'self | 华为 | 120000 | 续约两年'],
    ['12万 华为', 'self | 华为 | 120000 | -'],
    ['中石油 1.2亿', 'self | 中石油 | 120000000 | -'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each([
    ['58同城', 'self | 58同城 | - | -'],
    ['58同城 20万', 'self | 58同城 | 200000 | -'],
    ['7-11 3万', 'self | 7-11 | 30000 | -'],
    ['三一重工 30万', 'self | 三一重工 | 300000 | -'],
    ['客户A3', 'self | 客户A3 | - | -'],
    ['C# Shop 5k', 'self | C# Shop | 5000 | -'],
    ['3M 20万', 'self | 3M | 200000 | -'],
  ])('numbers in a name stay in it: %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each([
    ['@张三 华为 12万', '张三 | 华为 | 120000 | -'],
    ['@张三华为12万', '张三 | 华为 | 120000 | -'],
    ['替小李 华为', '小李 | 华为 | - | -'],
    ['for Sam Lee Acme 9,000', 'Sam Lee | Acme | 9000 | -'],
  ])('somebody else’s: %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each([
    ['', 'list'],
    ['！', 'list'],
    ['undo', 'undo last'],
    ['撤回 华为', 'undo 华为'],
    ['12万', 'unclear'],
    ['# 续约', 'unclear'],
    ["'t come today", 'unclear'],
    ['率怎么算', 'unclear'],
    ['了吗？', 'unclear'],
    ['华为 -5', 'amount-unclear'],
    ['华为 0', 'amount-unclear'],
    ['华为 50%', 'amount-unclear'],
    ['华为 约5万', 'amount-unclear'],
    ['华为 3-5万', 'amount-unclear'],
    ['华为 10000000000000000', 'amount-unclear'],
    ['客'.repeat(61), 'unclear'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('whatever is typed is read, and no amount is kept that is none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), text => {
        const it = readWin(text, members)
        if (it.kind !== 'ring') return
        expect(it.customer.trim()).not.toBe('')
        expect(it.amount === null || (it.amount > 0 && it.amount < 1e12)).toBe(true)
      }),
    )
  })
})
