import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Route, type RouteOptions, route } from '../../src/commands/route.ts'

const catalogue = [
  { name: 'plan', words: ['plan', '计划'], bare: true },
  { name: 'report', words: ['report', '日报', '汇报'], bare: true },
  { name: 'board', words: ['board', '榜单', '榜'] },
  { name: 'my', words: ['my', '我的'] },
  { name: 'help', words: ['help', '帮助', '菜单', '?'] },
] as const
type Known = (typeof catalogue)[number]

const group = (text: string, options?: RouteOptions) => short(route({ text, addressed: false }, catalogue, options))
const toBot = (text: string, options?: RouteOptions) => short(route({ text, addressed: true }, catalogue, options))

/** `plan|visits 3` for a command, `unknown|plam|plan` for an unknown word, else the kind. */
function short(found: Route<Known>): string {
  if (found.kind === 'command') return `${found.command.name}|${found.rest}`
  if (found.kind === 'unknown') return `unknown|${found.word}|${found.nearest?.name ?? ''}`
  return found.kind
}

describe('a slash makes it a command', () => {
  test.each([
    ['/plan visits 3', 'plan|visits 3'],
    ['/计划 拜访3', 'plan|拜访3'],
    ['／计划 拜访3', 'plan|拜访3'],
    ['、计划 拜访3', 'plan|拜访3'],
    ['/ 计划 拜访3', 'plan|拜访3'],
    ['\u200b /plan', 'plan|'],
    ['/\u200b计划 拜\u2060访3', 'plan|拜访3'],
    ['／ＰＬＡＮ　拜访３', 'plan|拜访３'],
    ['/Plan\nvisits 3\ncalls 20 ', 'plan|visits 3\ncalls 20'],
    ['/计划拜访3', 'plan|拜访3'],
    ['/计划：拜访3', 'plan|拜访3'],
    ['/plan, visits 3', 'plan|visits 3'],
    ['/plan拜访3', 'plan|拜访3'],
    ['/日报签单1/8万', 'report|签单1/8万'],
    ['/榜单 电话', 'board|电话'],
    ['/榜 电话', 'board|电话'],
    ['/?', 'help|'],
    ['/？', 'help|'],
  ])('%j → %s', (text, expected) => {
    expect(group(text)).toBe(expected)
  })
})

describe('a slash with a word that is not ours is answered with the nearest', () => {
  test.each([
    ['/plam x', 'unknown|plam|plan'],
    ['/paln', 'unknown|paln|plan'],
    ['/rpeort', 'unknown|rpeort|report'],
    ['/plans', 'unknown|plans|plan'],
    ['/mi', 'unknown|mi|my'],
    ['/at', 'unknown|at|'],
    ['/日抱 拜访3', 'unknown|日抱|report'],
    ['/划计拜访3', 'unknown|划计拜访3|plan'],
    ['/日抱签单1/8万', 'unknown|日抱签单1/8万|report'],
    ['/weather', 'unknown|weather|'],
    ['/天气', 'unknown|天气|'],
  ])('%j → %s', (text, expected) => {
    expect(group(text)).toBe(expected)
  })

  test('what is quoted back is short, and never half an emoji', () => {
    expect(group(`/x${'👍'.repeat(4000)}`)).toBe(`unknown|x${'👍'.repeat(23)}|`)
  })
})

describe('what only looks like a command is left alone in a group', () => {
  test.each([
    '/',
    '//',
    '／／',
    '/ ',
    '/etc/passwd',
    '/plan/x.md',
    '//cdn.example.com/a.js',
    'https://example.com/plan',
    '/:)',
    '/2',
    '、好的',
    '/ whatever',
    '1/8万',
    '',
    '   ',
  ])('%j', text => {
    expect(group(text)).toBe('nothing')
  })
})

describe('addressed, no slash is needed', () => {
  test.each([
    ['计划 拜访3', 'plan|拜访3'],
    ['计划拜访3', 'plan|拜访3'],
    ['/plan 3', 'plan|3'],
    ['PLAN', 'plan|'],
    ['？', 'help|'],
    ['我的', 'my|'],
    ['myself', 'unknown|myself|'],
    ['planned 3', 'unknown|planned|'],
    ['今天怎么样', 'unknown|今天怎么样|'],
    ['日抱', 'unknown|日抱|report'],
    ['/etc/passwd', 'unknown|etc/passwd|'],
    ['', 'empty'],
    ['  /  ', 'empty'],
    ['//', 'empty'],
  ])('%j → %s', (text, expected) => {
    expect(toBot(text)).toBe(expected)
  })
})

describe('a bare word in a group is a command only when something to read follows', () => {
  test.each([
    ['日报 拜访3', 'report|拜访3'],
    ['日报：拜访三', 'report|拜访三'],
    ['日报拜访3', 'report|拜访3'],
    ['日报拜访３', 'report|拜访３'],
    ['report visits 3', 'report|visits 3'],
    ['日报', 'nothing'],
    ['日报怎么写', 'nothing'],
    ['日报：', 'nothing'],
    ['reporting 3', 'nothing'],
    ['榜单 电话', 'nothing'],
    ['今天的日报 拜访3', 'nothing'],
  ])('%j → %s', (text, expected) => {
    expect(group(text)).toBe(expected)
  })
})

describe('a prefix keeps our words apart from those of other bots', () => {
  test.each([
    ['/bw-plan visits 3', 'plan|visits 3'],
    ['/bw plan visits 3', 'plan|visits 3'],
    ['/BW-计划拜访3', 'plan|拜访3'],
    ['/bw', 'empty'],
    ['/bw-plam', 'unknown|plam|plan'],
    ['/bwx', 'unknown|bwx|'],
    ['/plan 3', 'plan|3'],
  ])('%j → %s', (text, expected) => {
    expect(group(text, { prefix: 'bw' })).toBe(expected)
  })
})

describe('whatever is typed', () => {
  const piece = fc.constantFrom(
    '/',
    '／',
    '、',
    ' ',
    '\u3000',
    '\n',
    'plan',
    '计划',
    '日',
    '?',
    '3',
    '：',
    '👍',
    '\ud83d',
    'é',
    '-',
  )
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map(pieces => pieces.join('')),
  )

  test('the rest of a command is the end of what was typed', () => {
    fc.assert(
      fc.property(anything, fc.boolean(), (text, addressed) => {
        const found = route({ text, addressed }, catalogue)
        if (found.kind === 'command') expect(text.trimEnd().endsWith(found.rest)).toBe(true)
        // Without the marks that nobody sees.
        if (found.kind === 'unknown') expect(text.replaceAll(/[\u200b\u2060\ufeff]/g, '')).toContain(found.word)
        if (addressed) expect(found.kind).not.toBe('nothing')
      }),
    )
  })

  test.each(['/', ' ', '：', 'a', '计', '/ ', '\u200b', '/plan'])(
    '%j, over and over, takes time in proportion only',
    unit => {
      const text = unit.repeat(200_000)
      const start = performance.now()
      for (const addressed of [true, false]) route({ text: `/${text}x`, addressed }, catalogue, { prefix: 'bw' })
      expect(performance.now() - start).toBeLessThan(2000)
    },
  )
})

describe('in a plain place every command is heard by its word', () => {
  const plainly = (text: string) => short(route({ text, addressed: false, plain: true }, catalogue))

  test.each([
    ['plan visits 3', 'plan|visits 3'],
    ['计划拜访3', 'plan|拜访3'],
    ['榜单', 'board|'],
    ['我的 上周', 'my|上周'],
    ['board calls', 'board|calls'],
    ['/board', 'board|'],
    ['/plam', 'unknown|plam|plan'],
  ])('%j → %s', (text, expected) => {
    expect(plainly(text)).toBe(expected)
  })

  test.each(['日报怎么写', '我的天啊', 'planning is over', 'good morning', '早', ''])('%j stays talk', text => {
    expect(plainly(text)).toBe('nothing')
  })
})
