import { describe, expect, it } from 'vitest'
import { workCalendarSchema } from '../../../src/calendar/workdays.ts'
import { defaultForms } from '../../../src/features/forms/defaults.ts'
import { formDefinitionSchema } from '../../../src/features/forms/definition.ts'
import { readYaml, writeYaml } from '../../../src/features/forms/yaml.ts'
import { defaultMetrics } from '../../../src/features/metrics/default-metrics.ts'
import { staysInProportion } from '../../base/growth.ts'

const reader = {
  zone: 'Asia/Shanghai',
  calendar: workCalendarSchema.parse({ kind: 'cn' }),
  metricKeys: new Set(defaultMetrics.map(metric => metric.key)),
  now: new Date('2026-11-20T01:00:00Z'),
}

const weekly = `key: weekly
title: 周报
kind: custom
cadence:
  schedule: 周五 17:00
  opens: {at: 14:00}
  closes: {at: 12:00, daysLater: 3}
questions:
  - id: quoted
    kind: yes-no
    label: {zh: 报价了吗, en: Quoted?}
  - id: amount
    kind: metric
    metricKey: revenue
    required: true
    when: {question: quoted, is: [yes]}
`

function refusals(text: string): readonly string[] {
  const read = readYaml(text, reader)
  return read.ok ? [] : read.faults.map(fault => `${fault.line}: ${fault.words.en}`)
}

describe('a form as YAML', () => {
  it('is read with its schedule in words, inside a code fence or not', () => {
    const read = readYaml(weekly, reader)
    expect(read).toMatchObject({
      ok: true,
      key: 'weekly',
      definition: {
        title: { zh: '周报', en: '周报' },
        cadence: { schedule: { every: 'week', on: 5, at: '17:00' }, early: 'same-day' },
        members: 'all',
        questions: [{ id: 'quoted' }, { id: 'amount', required: true, when: { question: 'quoted', is: ['yes'] } }],
      },
    })
    expect(readYaml(`\`\`\`yaml\n${weekly}\`\`\``, reader)).toEqual(read)
  })

  it.each(['zh', 'en'] as const)('reads back what was written in %s', lang => {
    const cron = formDefinitionSchema.parse({
      title: 'Standup',
      kind: 'custom',
      members: { roles: ['rep'] },
      visibility: 'manager',
      cadence: { schedule: { cron: '0 9 * * 1-5' }, opens: { before: 30 }, closes: { after: 60 }, early: 'no' },
      questions: [
        {
          id: 'on',
          kind: 'choice',
          label: 'on',
          options: ['yes', '08:30', { value: 'x', label: { zh: '叉', en: 'cross' } }],
        },
      ],
    })
    for (const [key, definition] of [...defaultForms, ['standup', cron] as const]) {
      expect(readYaml(writeYaml(key, definition, lang), reader)).toEqual({ ok: true, key, definition })
    }
  })
})

describe('a YAML text is refused with the line', () => {
  it.each([
    ['bad syntax', weekly.replace('kind: custom', 'kind: [custom'), /^\d+: this is not valid YAML/],
    ['a key given twice', weekly.replace('kind: custom', 'kind: custom\nkind: plan'), /^4: this is not valid YAML/],
    ['an unknown field', weekly.replace('kind: custom', 'kind: custom\ncolour: red'), /colour/],
    ['a bad time', weekly.replace('at: 14:00', 'at: 25:00'), /^6: cadence\.opens\.at: expected a time/],
    ['a bad schedule', weekly.replace('周五 17:00', '某天 17:00'), /^5: the days are not clear/],
    ['a fault of meaning', weekly.replace('question: quoted', 'question: asked'), /^12: when refers to asked/],
    ['an unknown kind of question', weekly.replace('kind: yes-no', 'kind: perhaps'), /^10: questions\.0\.kind/],
    ['a tag', weekly.replace('title: 周报', 'title: !!str 周报'), /^2: YAML tags/],
    ['an unknown tag', weekly.replace('title: 周报', 'title: !js 周报'), /^2: /],
    [
      'an alias',
      weekly.replace('title: 周报', 'title: &a 周报').replace('kind: yes-no', 'kind: *a'),
      /^10: YAML aliases/,
    ],
    ['too much of it', weekly + '#'.repeat(20_000), /^null: too long/],
    ['nothing', '', /^null: /],
    ['only a text', '你好', /^1: /],
  ])('for %s', (_, text, fault) => {
    expect(refusals(text)[0]).toMatch(fault)
  })

  it.each([['['], ['{a: '], ['- '], ['? '], ['? - '], ['&a ']])('soon when it nests %j without end', part => {
    for (const times of [300, 2000, Math.floor(19_000 / part.length)]) {
      expect(refusals(part.repeat(times))).not.toEqual([])
    }
    staysInProportion(times => refusals(part.repeat(times)), 500)
  })

  it('without touching anything by a name such as __proto__', () => {
    expect(refusals(`${weekly}__proto__: {polluted: true}\n`)).toEqual(['17: a key must be plain text'])
    expect({}).not.toHaveProperty('polluted')
  })
})
