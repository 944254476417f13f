import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shuffled } from '../../../src/base/shuffled.ts'
import { workCalendarSchema } from '../../../src/calendar/work-calendar.ts'
import { hashOf, newCode, readCode } from '../../../src/features/voice/code.ts'
import { isOverdue, isReleased } from '../../../src/features/voice/due.ts'
import { createDailyLimit } from '../../../src/features/voice/limit.ts'
import { answersIn, averageOf, noAnswers, withAnswer } from '../../../src/features/voice/pulse/pulse.ts'
import { confirmedText, readDone, readRequest } from '../../../src/features/voice/request.ts'

describe('a request', () => {
  it.each([
    ['', { kind: 'help' }],
    ['清单', { kind: 'list' }],
    ['LIST', { kind: 'list' }],
    ['心情', { kind: 'pulse', value: null }],
    ['心情４', { kind: 'pulse', value: 4 }],
    ['pulse 9', { kind: 'pulse', value: 9 }],
    ['3', { kind: 'thread', number: 3, handling: 'show', text: '' }],
    ['#３ 回复：谢谢，会改', { kind: 'thread', number: 3, handling: 'answer', text: '谢谢，会改' }],
    ['12 done we did it', { kind: 'thread', number: 12, handling: 'done', text: 'we did it' }],
    ['3取消屏蔽', { kind: 'thread', number: 3, handling: 'unmute', text: '' }],
    ['k7qx-2m9p-aaaa-bbbb，还有', { kind: 'code', code: 'K7QX-2M9P-AAAA-BBBB', text: '还有' }],
    ['Ｋ7QX2M9PAAAABBBB', { kind: 'code', code: 'K7QX-2M9P-AAAA-BBBB', text: '' }],
  ])('%j is understood', (typed, request) => {
    expect(readRequest(typed)).toEqual(request)
  })

  it.each([
    '心情不好，天天加班',
    '3 楼的空调坏了',
    '3 doneness is unclear',
    'that team have cake',
    'list of my troubles',
    '食堂太远，午休（12：00）来不及',
  ])('%j is feedback, in its own spelling', text => {
    expect(readRequest(`  ${text} `)).toEqual({ kind: 'write', text })
  })

  it('never loses what was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), typed => {
        const request = readRequest(typed)
        if ('text' in request) expect(typed).toContain(request.text)
      }),
    )
  })

  it.each([
    ['确认 食堂太远', '食堂太远'],
    ['确认：食堂', '食堂'],
    ['Yes, it is far', 'it is far'],
    ['confirm it is far', 'it is far'],
    ['yes we can do better', null],
    ['是不是太远了', null],
  ])('%j confirms %j', (typed, text) => {
    expect(confirmedText(typed)).toBe(text)
  })

  it('may tell what was said and what was done', () => {
    expect(readDone('午饭不方便 → 装了微波炉')).toEqual({ said: '午饭不方便', did: '装了微波炉' })
    expect(readDone('lunch -> a microwave')).toEqual({ said: 'lunch', did: 'a microwave' })
    expect(readDone('装了微波炉')).toEqual({ said: null, did: '装了微波炉' })
  })
})

describe('a code', () => {
  it('is read as it was given, in any width and case, and kept as a hash that needs the salt', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), numbers => {
        const code = newCode(below => Number(numbers.next().value) % below)
        for (const typed of [code.toLowerCase(), code.replaceAll('-', ''), code.replaceAll('-', '–')])
          expect(readCode(typed.toLowerCase())).toMatchObject({ code, length: typed.length })
        expect(hashOf(code, 'salt')).not.toBe(hashOf(code, 'other'))
        expect(hashOf(code, 'salt')).not.toContain(code)
      }),
    )
  })

  it('is one of more than 2^60', () => {
    expect(Math.log2(31) * newCode().replaceAll('-', '').length).toBeGreaterThan(60)
    expect(new Set(Array.from({ length: 500 }, () => newCode())).size).toBe(500)
  })
})

describe('the box', () => {
  const settings = { batch: 3, longestDays: 3 }

  it('is opened when enough waits or the oldest has waited long enough', () => {
    expect(isReleased({ threads: 3, since: '2026-11-23' }, '2026-11-23', settings)).toBe(true)
    expect(isReleased({ threads: 2, since: '2026-11-23' }, '2026-11-25', settings)).toBe(false)
    expect(isReleased({ threads: 1, since: '2026-11-23' }, '2026-11-26', settings)).toBe(true)
  })

  it('gives back what was put in, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.infiniteStream(fc.nat()), (all, numbers) => {
        const drawn = shuffled(all, below => Number(numbers.next().value) % below)
        expect(drawn.toSorted((a, b) => a - b)).toEqual(all.toSorted((a, b) => a - b))
      }),
    )
    expect(shuffled([0, 1, 2], below => below - 1)).toEqual([2, 1, 0])
  })

  it('counts in workdays how long an answer is owed', () => {
    const calendar = workCalendarSchema.parse({ kind: 'cn' })
    const owed = { owedSince: '2026-09-24', remindedOn: null }
    // Friday 25 to Sunday 27 September are days off, and the first week of October.
    expect(isOverdue(owed, '2026-09-30', calendar, 3)).toBe(true)
    expect(isOverdue(owed, '2026-09-29', calendar, 3)).toBe(false)
    expect(isOverdue({ ...owed, remindedOn: '2026-09-30' }, '2026-10-09', calendar, 3)).toBe(false)
  })
})

it('the daily limit counts each person by themselves, the same words once, and begins anew each day', () => {
  const limit = createDailyLimit()
  const write = (who: string, text: string, day = '2026-11-23') => limit(who, text, day, 2)
  expect([write('li', 'a'), write('li', 'a'), write('li', 'b'), write('li', 'c')]).toEqual([true, true, true, false])
  expect([write('li', 'a'), write('wang', 'c'), write('li', 'c', '2026-11-24')]).toEqual([true, true, true])
})

it('an average is told from five answers up', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 })), values => {
      const counts = values.reduce<readonly number[]>(withAnswer, noAnswers)
      expect(answersIn(counts)).toBe(values.length)
      const average = averageOf(counts)
      if (values.length < 5) expect(average).toBeNull()
      else expect(average).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 0)
    }),
  )
  expect(averageOf([0, 0, 1, 4, 0])).toBe(3.8)
})
