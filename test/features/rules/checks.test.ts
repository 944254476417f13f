import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkFor, type Tools } from '../../../src/features/rules/checks/check.ts'
import { listens } from '../../../src/features/rules/checks/listening.ts'
import { mentionsAll } from '../../../src/features/rules/checks/mention-all.ts'
import { compilePatterns } from '../../../src/features/rules/checks/patterns.ts'
import { looksLikeQuestion } from '../../../src/features/rules/checks/unanswered.ts'
import { type Condition, conditionSchema } from '../../../src/features/rules/condition.ts'
import { readyRules } from '../../../src/features/rules/ready-rules.ts'
import { ruleSchema } from '../../../src/features/rules/rule.ts'
import type { Lately, Said } from '../../../src/features/rules/said.ts'
import { compile } from '../../../src/filter/compile.ts'
import { staysInProportion } from '../../base/growth.ts'

function said(text: string, more: Partial<Said> = {}): Said {
  return {
    ...{ text, at: new Date('2026-11-20T08:00:00Z'), date: '2026-11-20', time: '16:00' },
    ...{ isWorkday: true, wasWorkday: true, platform: 'slack', channelId: 'c1', role: 'rep', memberId: 'm1' },
    ...{ forUs: false, mentionsAll: mentionsAll(text), asked: [], ...more },
  }
}

const alone: Lately = { messages: () => 0, same: () => 0, calledAllToday: 0 }

function look(
  condition: { kind: Condition['kind'] } & Record<string, unknown>,
  one: Said,
  lately: Partial<Lately> = {},
) {
  const when = conditionSchema.parse(condition)
  const list = compile({
    entries: [
      { word: '最好', action: 'mask' },
      { word: '保证', action: 'hint', suggestion: '争取' },
      { word: '稳赚', action: 'review' },
    ],
    allowed: ['最好的祝愿'],
  }).filter
  const tools: Tools = {
    patterns: compilePatterns('patterns' in when ? when.patterns : []),
    filter: name => (name === 'default' ? list : null),
  }
  return checkFor(when, tools)(one, { ...alone, ...lately })
}

describe('calling everybody', () => {
  it('is known in every way in which platforms write it', () => {
    for (const text of [
      '@所有人 开会',
      '＠全体成员',
      'hi @channel',
      '@here now',
      '@All!',
      '@everyone: hello',
      '@ 大家',
    ])
      expect([text, mentionsAll(text)]).toEqual([text, true])
    for (const text of ['所有人都到了', 'a@all.com', '@alligator', '@allen 好', '@here.com', 'ask channel'])
      expect([text, mentionsAll(text)]).toEqual([text, false])
  })

  it('is for leads, and for them so many times a day', () => {
    const rule = { kind: 'mention-all', perDay: 2 } as const
    expect(look(rule, said('@所有人 开会'))).toEqual({ ranges: [{ from: 0, to: 4 }], what: ['role'] })
    const lead = said('@所有人 开会', { role: 'lead' })
    expect(look(rule, lead, { calledAllToday: 1 })).toBeNull()
    expect(look(rule, lead, { calledAllToday: 2 })?.what).toEqual(['3'])
    expect(look(rule, said('开会'))).toBeNull()
  })
})

it('counts messages and repeats with the one that is looked at', () => {
  const flooding = { kind: 'flooding', messages: 6, seconds: 60 } as const
  expect(look(flooding, said('1'), { messages: () => 5 })).toBeNull()
  expect(look(flooding, said('1'), { messages: () => 6 })?.what).toEqual(['7'])
  const repeats = { kind: 'repeats', times: 3 } as const
  expect(look(repeats, said('1'), { same: () => 1 })).toBeNull()
  expect(look(repeats, said('1'), { same: () => 2 })?.what).toEqual(['3'])
})

it('lets links of known sites through, and names the others', () => {
  const rule = { kind: 'links', allowed: ['example.com'] } as const
  expect(look(rule, said('看 https://docs.example.com/a 这里'))).toBeNull()
  expect(look(rule, said('看 https://example.com.evil.top/a 和 evil.top/b'))?.what).toEqual([
    'example.com.evil.top',
    'evil.top',
  ])
})

it('finds personal data of the kinds asked for, and offers the message without it', () => {
  const found = look({ kind: 'customer-data' }, said('客户张总 13812345678，请跟进'))
  expect(found?.what).toEqual(['mobile'])
  expect(found?.masked).toBe('客户张总 138****5678，请跟进')
  expect(look({ kind: 'customer-data', what: ['id-card'] }, said('13812345678'))).toBeNull()
})

describe('wording', () => {
  it('finds listed words, with what could be said instead, and masks those that must not stand', () => {
    expect(look({ kind: 'wording' }, said('我们最好，保证成交'))).toMatchObject({
      what: ['最好', '保证'],
      instead: ['争取'],
      masked: '我们**，保证成交',
    })
    expect(look({ kind: 'wording' }, said('最好的祝愿'))).toBeNull()
    expect(look({ kind: 'wording', list: 'other' }, said('最好'))).toBeNull()
  })

  it('is in doubt about words that somebody should look at', () => {
    expect(look({ kind: 'wording' }, said('稳赚的'))).toMatchObject({ doubtful: true })
    expect(look({ kind: 'wording' }, said('稳赚，保证'))).not.toHaveProperty('doubtful')
  })
})

describe('patterns', () => {
  const find = (pattern: string, text: string) => {
    const hit = compilePatterns([pattern]).only([pattern])(said(text))
    return hit && text.slice(hit.from, hit.to)
  }

  it('are words with stars between them, in one line', () => {
    expect(find('订单*延期', '客户的订单可能要延期了')).toBe('订单可能要延期')
    expect(find('订单*延期', '订单没事\n会议延期')).toBeNull()
    expect(find('延期*订单', '订单延期')).toBeNull()
    expect(find('合同', '请看ＨＥＴＯＮＧ合\u200b同')).toBe('合\u200b同')
  })

  it('keep to whole Latin words unless a star lets them go on', () => {
    expect(find('order', 'on the border')).toBeNull()
    expect(find('order', 'The ORDER is late')).toBe('ORDER')
    expect(find('order*', 'orders')).toBe('order')
    expect(find('order', '看order吧')).toBe('order')
  })

  it.each([
    [
      'route-complaints',
      ['客户刚才打来投诉发错货', 'The customer complains about a wrong delivery', 'complaints from customers'],
    ],
    [
      'route-delays',
      ['华为的订单要延期三天', 'the order for Initech is delayed by a week', 'two delayed orders today'],
    ],
    ['route-notices', ['重要通知：周五盘点', 'Important notice: stocktaking on Friday']],
    ['route-contracts', ['合同我发一下', 'the contract is attached']],
  ])('of %s find what people say', (key, texts) => {
    const when = readyRules.find(rule => rule.key === key)?.when
    const patterns = when?.kind === 'routing' ? when.patterns : []
    for (const text of texts)
      expect([text, compilePatterns(patterns).only(patterns)(said(text))]).not.toEqual([text, null])
  })

  it('that are nothing but stars find nothing', () => {
    expect(find('***', 'anything')).toBeNull()
  })

  it('find what a plain reading finds, whatever the pattern and the text', () => {
    const letter = fc.constantFrom('单', '期', '延', ' ', '\n', '!')
    const part = fc.string({ unit: fc.constantFrom('单', '期', '延'), minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 4 }),
        fc.string({ unit: letter, maxLength: 40 }),
        (parts, text) => {
          const plainly = new RegExp(parts.join('[^\\n]*')).test(text)
          expect(find(parts.join('*'), text) !== null).toBe(plainly)
        },
      ),
    )
  })

  it('cannot be made slow: no pattern takes more than the text is long', () => {
    const pattern = `${'a*'.repeat(29)}b`
    expect(find(pattern, 'a'.repeat(200_000))).toBeNull()
    staysInProportion(length => find(pattern, 'a'.repeat(length)), 10_000)
  })
})

describe('questions', () => {
  it('are known by their mark, their particle, or how they begin', () => {
    for (const text of [
      '合同发了吗',
      '李伟，到哪了？',
      '方案呢',
      '@Li can you send it',
      'when is it due',
      '客户怎么样',
    ])
      expect([text, looksLikeQuestion(text)]).toEqual([text, true])
    for (const text of ['合同发了', '谢谢李伟', 'I can do it', '好的', 'that is fine'])
      expect([text, looksLikeQuestion(text)]).toEqual([text, false])
  })

  it('are owed an answer by one or two who are named, and by nobody if everybody is', () => {
    const rule = { kind: 'unanswered' } as const
    expect(look(rule, said('到哪了？', { asked: ['m2'] }))?.what).toEqual(['m2'])
    expect(look(rule, said('到哪了？'))).toBeNull()
    expect(look(rule, said('到哪了？', { asked: ['m2', 'm3', 'm4'] }))).toBeNull()
    expect(look(rule, said('@所有人 到哪了？', { asked: ['m2'] }))).toBeNull()
  })
})

it('tells a report that was not filed, and one that came late', () => {
  const rule = { kind: 'report-form', until: '18:30' } as const
  expect(look(rule, said('今天日报：拜访3家，电话20'))?.what).toEqual(['form'])
  expect(look(rule, said('/日报 拜访3', { forUs: true }))).toBeNull()
  expect(look(rule, said('/日报 拜访3', { forUs: true, time: '18:31' }))?.what).toEqual(['late', '18:30'])
  expect(look(rule, said('daily report: 3 visits'))?.what).toEqual(['form'])
  for (const text of ['日报什么时候交', '计划赶不上变化', '我交了日报，拜访3'])
    expect(look(rule, said(text))).toBeNull()
})

describe('a rule listens', () => {
  const rule = (listensTo: object, more: object = {}) =>
    ruleSchema.parse({
      ...{ key: 'x', title: { zh: '某' }, when: { kind: 'anything' }, manners: { steps: [{ do: 'hint' }] } },
      ...{ listens: listensTo, ...more },
    })
  const hears = (listensTo: object, one: Partial<Said>, more: object = {}) =>
    listens(rule(listensTo, more), said('x', one))

  it('past midnight, and counts a night to the day on which it begins', () => {
    const night = { hours: { from: '22:00', to: '07:00', on: 'workdays' } }
    expect(hears(night, { time: '22:00' })).toBe(true)
    expect(hears(night, { time: '21:59' })).toBe(false)
    expect(hears(night, { time: '06:59', isWorkday: false, wasWorkday: true })).toBe(true)
    expect(hears(night, { time: '06:59', isWorkday: true, wasWorkday: false })).toBe(false)
    expect(hears(night, { time: '07:00' })).toBe(false)
    expect(hears({ hours: { from: '22:00', to: '07:00', on: 'days-off' } }, { time: '23:00', isWorkday: false })).toBe(
      true,
    )
    expect(hears({ hours: { from: '09:00', to: '18:00' } }, { time: '17:59' })).toBe(true)
    expect(hears({ hours: { from: '00:00', to: '00:00' } }, { time: '12:00' })).toBe(true)
  })

  it('to talk unless told, in its channels, on its platforms, to its roles, but for who is exempt, since its day', () => {
    const id = '0193a000-0000-7000-8000-000000000001'
    expect(hears({}, { forUs: true })).toBe(false)
    expect(hears({ to: 'for-us' }, { forUs: true })).toBe(true)
    expect(hears({ to: 'all' }, { forUs: true })).toBe(true)
    expect(hears({ channels: [id] }, { channelId: id })).toBe(true)
    expect(hears({ channels: [id] }, {})).toBe(false)
    expect(hears({ platforms: ['wecom'] }, {})).toBe(false)
    expect(hears({ roles: ['rep'] }, { role: 'lead' })).toBe(false)
    expect(hears({}, {}, { exempt: { roles: ['rep'] } })).toBe(false)
    expect(hears({}, { memberId: id }, { exempt: { members: [id] } })).toBe(false)
    expect(hears({}, {}, { since: '2026-11-21' })).toBe(false)
    expect(hears({}, {}, { since: '2026-11-20' })).toBe(true)
  })
})

describe('a ready rule about the right door', () => {
  it.each([
    ['route-complaints', 'A customer complained: wrong goods'],
    ['route-complaints', 'our customers complain about the courier'],
    ['route-complaints', 'two complaints from customers today'],
    ['route-complaints', '客户打电话来投诉'],
    ['route-delays', 'The order of Acme is delayed'],
    ['route-delays', 'three delayed orders again'],
    ['route-delays', '中建的订单要延期三天'],
    ['route-notices', '重要通知：周五盘点'],
    ['route-contracts', 'contract attached, please sign'],
  ])('%s hears “%s”', (key, text) => {
    const rule = readyRules.find(one => one.key === key)
    if (rule === undefined) throw new Error(`no rule ${key}`)
    expect(look(rule.when, said(text))).not.toBeNull()
  })

  it.each(['The customer signed', 'order arrived on time', '客户很满意', '订单已发货'])('none hears “%s”', text => {
    const heard = readyRules.filter(({ when }) => when.kind === 'routing' && look(when, said(text)) !== null)
    expect(heard.map(({ key }) => key)).toEqual([])
  })
})
