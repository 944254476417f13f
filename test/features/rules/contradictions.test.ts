import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { contradictions } from '../../../src/features/rules/contradictions.ts'
import { readyRules } from '../../../src/features/rules/ready-rules.ts'
import { type RuleDefinition, ruleSchema } from '../../../src/features/rules/rule.ts'
import { isExpression, ruleFaults } from '../../../src/features/rules/rule-faults.ts'

const rule = (
  key: string,
  more: Omit<z.input<typeof ruleSchema>, 'key' | 'title' | 'manners'> & { steps?: 'log'[] },
) => {
  const { steps = ['log'], ...rest } = more
  return ruleSchema.parse({
    key,
    title: { zh: key, en: key },
    manners: { steps: steps.map(it => ({ do: it })) },
    ...rest,
  })
}

const night = { hours: { from: '21:00', to: '08:00' } }
const said = (...rules: RuleDefinition[]) => contradictions(rules).map(({ words }) => words.zh)

describe('contradictions', () => {
  it('the ready rules do not contradict each other, nor the usual forms', () => {
    const asked = [{ name: { zh: '日报', en: 'Report' }, until: '21:30' }]
    expect(contradictions(readyRules, asked)).toEqual([])
    expect(readyRules.flatMap(ruleFaults)).toEqual([])
  })

  it('silence at the time at which a report is due', () => {
    const quiet = rule('quiet', { listens: night, when: { kind: 'anything' } })
    const due = (until: string) => rule('due', { listens: { to: 'all' }, when: { kind: 'report-form', until } })
    expect(said(quiet, due('21:30'))).toEqual(['“quiet”在 21:30 不让说话，而“due”的截止正是 21:30'])
    expect(said(due('07:00'), quiet)).toHaveLength(1)
    expect(said(quiet, due('21:00'))).toEqual([])
    expect(said(quiet, due('18:30'))).toEqual([])
    const asked = [{ name: { zh: '日报', en: 'Report' }, until: '22:00' }]
    expect(contradictions([quiet], asked)).toEqual([])
    const silent = rule('silent', { listens: { ...night, to: 'all' }, when: { kind: 'anything' } })
    expect(contradictions([silent], asked)).toMatchObject([{ keys: ['silent'] }])
  })

  it('a site that one rule allows and another forbids', () => {
    const links = (key: string, ...allowed: string[]) => rule(key, { when: { kind: 'links', allowed } })
    expect(said(links('a', 'docs.example.com'), links('b', 'other.cn'))).toEqual([
      '“a”允许 docs.example.com 的链接，“b”不允许',
    ])
    expect(said(links('a', 'docs.example.com'), links('b', 'example.com'))).toEqual([
      '“b”允许 example.com 的链接，“a”不允许',
    ])
    expect(said(links('a', 'x.cn'), links('b', 'x.cn'))).toEqual(['“a”和“b”管的是同一件事，会提醒两遍'])
    const wording = (key: string, pinyin: boolean, list = 'default') =>
      rule(key, { when: { kind: 'wording', list, pinyin } })
    expect(said(wording('a', true), wording('b', false))).toEqual(['“a”和“b”管的是同一件事，会提醒两遍'])
    expect(said(wording('a', true), wording('b', false, 'other'))).toEqual([])
    const [here, there] = ['0190b0a0-0000-7000-8000-000000000001', '0190b0a0-0000-7000-8000-000000000002']
    const apart = [here, there].map((id, at) =>
      rule(`l${at}`, { listens: { channels: [id] }, when: { kind: 'links', allowed: [`site${at}.cn`] } }),
    )
    expect(contradictions(apart)).toEqual([])
  })

  it('the same words that lead to two doors', () => {
    const to = (key: string, door: 'case' | 'mail', ...patterns: string[]) =>
      rule(key, { when: { kind: 'routing', to: door, patterns } })
    expect(said(to('a', 'case', '订单*延期'), to('b', 'mail', '合同', '订单**延期'))).toEqual([
      '提到“订单*延期”时，“a”和“b”指的是两个不同的去处',
    ])
    expect(said(to('a', 'case', '延期'), to('b', 'mail', '合同'))).toEqual([])
  })

  it('the same condition in the same hours, with other manners', () => {
    const quiet = (key: string, from: string, to: string, steps: 'log'[] = ['log']) =>
      rule(key, { listens: { hours: { from, to } }, when: { kind: 'anything' }, steps })
    expect(said(quiet('a', '21:00', '08:00'), quiet('b', '07:00', '09:00', ['log', 'log']))).toEqual([
      '“a”和“b”管的是同一件事，做法却不一样',
    ])
    expect(said(quiet('a', '21:00', '08:00'), quiet('b', '08:00', '21:00'))).toEqual([])
    const [off, on] = (['days-off', 'workdays'] as const).map(days =>
      rule(days, { listens: { hours: { from: '09:00', to: '10:00', on: days } }, when: { kind: 'anything' } }),
    )
    if (off && on) expect(said(off, on)).toEqual([])
  })

  it('are the same whichever rule comes first, and none of a rule with itself alone', () => {
    const time = fc
      .integer({ min: 0, max: 47 })
      .map(half => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`)
    const hours = fc.record({ from: time, to: time, on: fc.constantFrom('every-day', 'workdays', 'days-off') })
    const when = fc.constantFrom<z.input<typeof ruleSchema>['when'][]>(
      { kind: 'anything' },
      { kind: 'flooding' },
      { kind: 'links', allowed: ['a.cn'] },
      { kind: 'links', allowed: ['b.a.cn'] },
      { kind: 'report-form', until: '22:00' },
    )
    const any = fc.record({ hours: fc.option(hours), when, to: fc.constantFrom('talk', 'for-us', 'all') })
    fc.assert(
      fc.property(any, any, (one, other) => {
        const [a, b] = [one, other].map(({ hours: span, when: condition, to }, at) =>
          rule(`r${at}`, { listens: { to, ...(span && { hours: span }) }, when: condition }),
        )
        if (!a || !b) return
        expect(contradictions([a])).toEqual([])
        expect(contradictions([a, b]).length).toBe(contradictions([b, a]).length)
      }),
    )
  })
})

describe('a rule against itself', () => {
  it.each([
    [{ when: { kind: 'anything' } }, '什么时候都不能说话'],
    [{ when: { kind: 'mention-all', mayAtLeast: 'manager' }, exempt: { roles: ['rep'] } }, '自相矛盾'],
    [{ listens: { roles: ['rep'] }, when: { kind: 'flooding' }, exempt: { roles: ['rep'] } }, '全部豁免'],
    [{ listens: { hours: { from: '09:00', to: '09:00' } }, when: { kind: 'anything' } }, '同一时间'],
    [{ when: { kind: 'off-topic', patterns: ['*'] } }, '误伤所有消息'],
    [{ listens: { platforms: ['slak'] }, when: { kind: 'flooding' } }, '没有“slak”这个平台，可以写：room, slack'],
  ] as const)('%j', (more, zh) => {
    const faults = ruleFaults(
      ruleSchema.parse({ key: 'a', title: { zh: 'a' }, manners: { steps: [{ do: 'log' }] }, ...more }),
    )
    expect(faults.map(({ words }) => words.zh).join()).toContain(zh)
  })

  it.each([
    '/foo/',
    '/a+/i',
    '(a+)+',
    '(a|b)',
    '[abc]',
    '\\d+',
    '^早',
    '完$',
    'a{2}',
    '(x)*',
    '.*',
    '.+',
    '(?:a)',
    '（ａ＋）＋',
  ])('takes no regular expression: %s', pattern => {
    expect(isExpression(pattern)).toBe(true)
  })

  it.each(['订单*延期', 'C++', '50%', 'a.b.cn', '（急）', '24/7', '价格$5起', '什么?', 'N/A'])(
    'takes words: %s',
    pattern => {
      expect(isExpression(pattern)).toBe(false)
    },
  )
})
