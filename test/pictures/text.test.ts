import './only-our-fonts.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initialsOf } from '../../src/pictures/kit/face.ts'
import { fitted, graphemesOf, widthOf, wrapped } from '../../src/pictures/kit/text.ts'

const type = { size: 28, bold: true }
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc
    .array(fc.constantFrom('张三', '龑', '𠮷', '👩‍👧', '🇨🇳', 'Wolfgang', ' ', '，', '（', 'é'), { maxLength: 60 })
    .map(all => all.join('')),
)

describe('a line', () => {
  test('is as long as it may be, and no character of it is cut in two', () => {
    const property = fc.property(words, fc.integer({ min: 60, max: 600 }), (text, room) => {
      const line = fitted(text, type, room)
      const whole = graphemesOf(text)
      expect(widthOf(line, type)).toBeLessThanOrEqual(room)
      if (line === whole.join('').trim()) return
      const kept = graphemesOf(line).slice(0, -1)
      expect(line.endsWith('…')).toBe(true)
      expect(whole.join('').startsWith(kept.join(''))).toBe(true)
      expect(whole.slice(0, kept.length)).toEqual(kept)
      const oneMore = `${whole
        .slice(0, kept.length + 1)
        .join('')
        .trimEnd()}…`
      if (oneMore !== line) expect(widthOf(oneMore, type)).toBeGreaterThan(room)
    })
    fc.assert(property, { numRuns: 300 })
  })

  test('of very many characters takes no time', () => {
    expect(fitted('很'.repeat(100_000), type, 300)).toMatch(/^很+…$/)
  })

  test('does not turn around, break or pile up', () => {
    expect(fitted('a\u202eb\nc', type, 300)).toBe('a b c')
    expect(fitted(`Z${'\u0301'.repeat(50)}`, type, 300).length).toBeLessThan(5)
  })
})

describe('lines', () => {
  test('hold all of the words where there are enough of them, and none is too wide', () => {
    const property = fc.property(words, fc.integer({ min: 120, max: 600 }), (text, room) => {
      const lines = wrapped(text, type, room, 500)
      for (const line of lines) expect(widthOf(line, type)).toBeLessThanOrEqual(room)
      const bare = (it: string) => it.replace(/\s/gu, '')
      expect(bare(lines.join(''))).toBe(bare(graphemesOf(text).join('')))
    })
    fc.assert(property, { numRuns: 300 })
  })

  test('are no more than wanted, and the last says that there is more', () => {
    const lines = wrapped('华东一部 11 月的签单额，比上个月多了很多很多很多很多很多很多', type, 240, 2)
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/…$/)
  })

  test('do not begin with what closes, nor end with what opens', () => {
    const lines = wrapped('今天签单，明天拜访，（后天）开会，大后天，再开会，（再说）吧', type, 150, 20)
    expect(lines.length).toBeGreaterThan(3)
    for (const line of lines) expect(line).not.toMatch(/^[，）]|（$/)
  })
})

describe('the sign of a person', () => {
  test.each([
    ['张三', '张三'],
    ['欧阳娜娜', '娜娜'],
    ['𠮷野家康', '家康'],
    ['Sam', 'S'],
    ['Christopher John Montgomery', 'CM'],
    ['🚀 李雷', '李雷'],
    ['🚀', ''],
    ['', ''],
  ])('of %s is %s', (name, sign) => {
    expect(initialsOf(name)).toBe(sign)
  })
})
