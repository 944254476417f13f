import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cut } from '../../../src/base/cut.ts'
import { workCalendarSchema } from '../../../src/calendar/work-calendar.ts'
import { displayWidth } from '../../../src/content/measure.ts'
import { titleOf } from '../../../src/features/cases/case.ts'
import { readNew } from '../../../src/features/cases/read-new.ts'
import { readRequest } from '../../../src/features/cases/request.ts'

const member = (name: string, aliases: readonly string[] = []) => ({
  ...{ memberId: name, personId: name, teamId: 't', name, aliases, role: 'rep' as const, lang: 'zh' as const },
  ...{ calendar: workCalendarSchema.parse({ kind: 'cn' }), joinedOn: '2026-01-01', leftOn: null },
})
const members = [member('李伟', ['小李']), member('张三'), member('Sam Lee')]
/** A Friday. */
const today = '2026-11-20'
const read = (text: string) => {
  const { owner, ...rest } = readNew(text, { members, today })
  if (owner === null) return { ...rest, owner }
  return { ...rest, owner: owner.found.kind === 'one' ? owner.found.member.name : owner.found.kind }
}

describe('what follows /case', () => {
  test.each([
    ['', { kind: 'list' }],
    ['列表', { kind: 'list' }],
    ['new', { kind: 'form' }],
    ['新建', { kind: 'form' }],
    ['小测', { kind: 'quiz' }],
    ['搜 延期', { kind: 'search', words: '延期' }],
    ['搜索延期', { kind: 'search', words: '延期' }],
    ['search for delayed orders', { kind: 'search', words: 'delayed orders' }],
    ['searching for a carrier takes days', { kind: 'file', words: 'searching for a carrier takes days' }],
    ['赢单 先做试点', { kind: 'story', words: '先做试点' }],
    ['12', { kind: 'show', number: 12 }],
    ['＃１２', { kind: 'show', number: 12 }],
    ['12 solved another carrier', { kind: 'change', number: 12, change: 'solve', words: 'another carrier' }],
    ['12解决了：换了承运商，快两天', { kind: 'change', number: 12, change: 'solve', words: '换了承运商，快两天' }],
    ['#12 取消 客户不做了', { kind: 'change', number: 12, change: 'drop', words: '客户不做了' }],
    ['12 to 张三', { kind: 'change', number: 12, change: 'hand', words: '张三' }],
    ['12 交给@张三', { kind: 'change', number: 12, change: 'hand', words: '@张三' }],
    ['12 due Friday', { kind: 'change', number: 12, change: 'due', words: 'Friday' }],
    ['12 期限 周五', { kind: 'change', number: 12, change: 'due', words: '周五' }],
    ['12 reopen', { kind: 'change', number: 12, change: 'reopen', words: '' }],
    ['12 没解决', { kind: 'change', number: 12, change: 'reopen', words: '' }],
    ['12 好像可以了', { kind: 'unclear', number: 12 }],
    ['12 tomorrow', { kind: 'unclear', number: 12 }],
    ['12台设备坏了', { kind: 'file', words: '12台设备坏了' }],
    ['华为订单延期', { kind: 'file', words: '华为订单延期' }],
  ])('%s', (text, request) => {
    expect(readRequest(text)).toEqual(request)
  })

  test('is always something, and a problem keeps all its words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const request = readRequest(text)
        if (request.kind === 'file') expect(request.words).toBe(text.trim())
      }),
    )
  })
})

describe('a new problem', () => {
  test.each([
    ['华为订单延期', { text: '华为订单延期', owner: null, dueOn: null }],
    ['华为订单延期 @李伟 周五前', { text: '华为订单延期', owner: '李伟', dueOn: '2026-11-20' }],
    ['华为订单延期 负责人 小李 期限 下周三', { text: '华为订单延期', owner: '李伟', dueOn: '2026-11-25' }],
    ['华为订单延期，负责人：张三，截止11月２５日', { text: '华为订单延期', owner: '张三', dueOn: '2026-11-25' }],
    ['order delayed owner Sam Lee due next Tuesday', { text: 'order delayed', owner: 'Sam Lee', dueOn: '2026-11-24' }],
    [
      'order delayed due Nov 25, they call daily',
      { text: 'order delayed, they call daily', owner: null, dueOn: '2026-11-25' },
    ],
    ['order delayed by Monday', { text: 'order delayed', owner: null, dueOn: '2026-11-23' }],
    ['the owner of the shop is angry', { text: 'the owner of the shop is angry', owner: null, dueOn: null }],
    ['payment is due for Acme', { text: 'payment is due for Acme', owner: null, dueOn: null }],
    ['以前没遇到过', { text: '以前没遇到过', owner: null, dueOn: null }],
    ['给 a@b.com 发错了报价', { text: '给 a@b.com 发错了报价', owner: null, dueOn: null }],
    ['订单延期 @赵六', { text: '订单延期', owner: 'none', dueOn: null }],
    ['订单延期 due 2026-11-01', { text: '订单延期', owner: null, dueOn: '2026-11-01' }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual({ noDay: null, ...expected })
  })

  test('that names no day where one should stand is asked about it', () => {
    expect(read('订单延期 期限：尽快')).toEqual({ text: '订单延期', owner: null, dueOn: null, noDay: '尽快' })
  })

  test('reads anything at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), text => typeof read(text).text === 'string'))
  })

  test('has a title of one line, however it is written', () => {
    expect(titleOf('华为订单延期。客户很急，天天催')).toBe('华为订单延期')
    expect(titleOf('长'.repeat(50))).toBe(`${'长'.repeat(39)}…`)
    expect(titleOf('the order for Initech is delayed by a week')).toBe('the order for Initech is delayed by a week')
    expect(titleOf(`${'the order for Initech '.repeat(3)}is delayed by a week`)).toBe(
      `${'the order for Initech '.repeat(3)}is delayed by…`,
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 50 }), (text, most) => {
        expect(displayWidth(titleOf(text))).toBeLessThanOrEqual(80)
        expect(titleOf(text)).not.toContain('\n')
        expect([...cut(text, most)].length).toBeLessThanOrEqual(most)
      }),
    )
  })
})
