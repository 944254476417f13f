import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  actions,
  content,
  details,
  divider,
  fields,
  form,
  heading,
  list,
  mention,
  strong,
  table,
  text,
} from '../../src/content/build.ts'
import type { Content } from '../../src/content/content.ts'
import { fit as fitted } from '../../src/content/fit.ts'
import { sizeOf } from '../../src/content/measure.ts'
import { plain } from '../../src/content/plain.ts'
import { anyCanvas, anyContent, canvas, wordsOf } from './contents.ts'

const input = { id: 'i', label: 'l', kind: 'line' } as const
const li = { id: 'm1', name: '李雷' }
const small = (size: number, unit: 'characters' | 'bytes' = 'characters') => canvas({ limit: { unit, size } })
const texts = (parts: readonly Content[]) => parts.map(plain)

describe('what holds for any content on any canvas', () => {
  test('no message exceeds the limit, and none is empty', () => {
    fc.assert(
      fc.property(anyContent, anyCanvas, (said, canvas) => {
        for (const part of fitted(said, canvas)) {
          expect(sizeOf(plain(part), canvas.limit.unit)).toBeLessThanOrEqual(canvas.limit.size)
          expect(plain(part).trim()).not.toBe('')
          const drawn = part.blocks.filter(({ b }) => b !== 'details')
          expect(drawn.length).toBeLessThanOrEqual(canvas.blocksAtMost ?? 0)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('no word is lost, added or moved', () => {
    fc.assert(
      fc.property(anyContent, anyCanvas, (said, canvas) => {
        expect(wordsOf(texts(fitted(said, canvas)).join(''))).toBe(wordsOf(plain(said)))
      }),
      { numRuns: 300 },
    )
  })

  test('only what the canvas draws is left', () => {
    fc.assert(
      fc.property(anyContent, anyCanvas, (said, canvas) => {
        for (const { b } of fitted(said, canvas).flatMap(part => part.blocks)) {
          expect(canvas.blocks.has(b)).toBe(true)
          if (b === 'image') expect(canvas.images).toBe(true)
        }
      }),
    )
  })

  test('what fits already is left as it is', () => {
    fc.assert(
      fc.property(anyContent, anyCanvas, (said, canvas) => {
        const once = fitted({ ...said, blocks: said.blocks.filter(({ b }) => b !== 'details') }, canvas)
        expect(once.flatMap(part => fitted(part, canvas))).toEqual(once)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a canvas that draws only text', () => {
  const bare = canvas({ blocks: new Set(['text']), mentions: 'none', images: false })
  const shown = (...blocks: Parameters<typeof content> extends [unknown, ...infer B] ? B : never) =>
    texts(fitted(content('en', ...blocks), bare)).join('\n')

  test.each([
    ['a heading is strong text', heading('Friday'), 'Friday'],
    ['fields are a list', fields({ label: 'Calls', value: [strong('25')] }), '• Calls: 25'],
    [
      'a row of a table is one line',
      table(
        [{ label: '#' }, { label: 'Who' }, { label: 'Calls' }, { label: 'Change' }],
        [
          ['1', 'Li', '25', '—'],
          ['2', 'Wu', '20', '+1'],
          ['Sum', 'all', '45', ''],
        ],
      ),
      '• 1 · Li · Calls 25\n• 2 · Wu · Calls 20 · Change +1\n• Sum · Who all · Calls 45',
    ],
    ['a button names its words', actions({ id: 'a.b', label: 'Read', words: '/read 3' }), '[Read] → /read 3'],
    ['a button that is its words says them once', actions({ id: 'a.b', label: 'Skip', words: 'skip' }), '[skip]'],
    [
      'a form names its words',
      form({ id: 'f', title: 'Plan', submit: 'Send', words: '/plan', inputs: [] }),
      'Plan → /plan',
    ],
    ['a picture is its description', { b: 'image', ref: 'r', alt: 'A chart' } as const, 'A chart'],
    ['a mention is a name', text('Well done, ', mention(li)), 'Well done, 李雷'],
  ])('%s', (_, block, expected) => {
    expect(shown(block)).toBe(expected)
  })

  test('a form that asks something has a way to be filled in step by step', () => {
    const asking = { id: 'f', title: 'Plan', submit: 'Send', words: '/plan', value: 'v"1', inputs: [input] }
    expect(shown(form(asking))).toBe('Plan → /plan\n[Fill in step by step] → /fill')
    const drawn = fitted(content('zh', form(asking)), canvas({ blocks: new Set(['text', 'actions']) }))
    const [, beside] = drawn[0]?.blocks ?? []
    expect(beside).toEqual(
      actions({ id: 'dialogue.begin', label: '逐项填写', words: '/填写', value: '{"id":"f","value":"v\\"1"}' }),
    )
  })

  test('a divider disappears', () => {
    expect(shown(text('a'), { b: 'divider' }, text('b'))).toBe('a\nb')
  })
})

describe('where a long message is parted', () => {
  test('between blocks, when each of them fits', () => {
    expect(texts(fitted(content('en', text('one two'), text('three four')), small(12)))).toEqual([
      'one two',
      'three four',
    ])
  })

  test('a heading stays with what it heads', () => {
    const said = content('en', text('before'), heading('Head'), text('long enough'))
    expect(texts(fitted(said, small(20)))).toEqual(['before', 'Head\nlong enough'])
  })

  test('a divider never opens or closes a message', () => {
    const said = content('en', divider, text('one'), divider, text('two'), divider)
    expect(texts(fitted(said, small(40)))).toEqual(['one\n---\ntwo'])
    expect(texts(fitted(said, small(8)))).toEqual(['one', 'two'])
  })

  test('after so many blocks as a message holds, a heading still with what it heads', () => {
    const said = content('en', text('one'), heading('Head'), text('two'), text('three'))
    expect(texts(fitted(said, canvas({ blocksAtMost: 2 })))).toEqual(['one', 'Head\ntwo', 'three'])
  })

  test('a long text does not leave a sliver where the room is nearly used up', () => {
    const said = content('en', text('fifteen letters'), text('one two three four five'))
    expect(texts(fitted(said, small(20)))).toEqual(['fifteen letters', 'one two three four', 'five'])
  })

  test('between items of a list', () => {
    const said = content('en', list([['first'], ['second'], ['third']]))
    expect(texts(fitted(said, small(18)))).toEqual(['• first\n• second', '• third'])
  })

  test('between rows of a table, with the labels above each part', () => {
    const rows = table(
      [{ label: 'Who' }, { label: 'Calls', align: 'end' }],
      [
        ['Li', '25'],
        ['Wu', '7'],
      ],
    )
    expect(texts(fitted(content('en', rows), small(24)))).toEqual(['Who  Calls\nLi      25', 'Who  Calls\nWu       7'])
  })

  test('at the end of a line before the end of a word, and there before the middle of one', () => {
    expect(texts(fitted(content('en', text('alpha beta\ngamma delta')), small(18)))).toEqual([
      'alpha beta',
      'gamma delta',
    ])
    expect(texts(fitted(content('en', text('alpha beta')), small(8)))).toEqual(['alpha', 'beta'])
    expect(texts(fitted(content('en', text('alphabeta')), small(8)))).toEqual(['alphabet', 'a'])
  })

  test('never inside an emoji family, unless it alone is larger than a message', () => {
    const family = '👩‍👩‍👧‍👦'
    expect(texts(fitted(content('en', text(family.repeat(3))), small(30)))).toEqual([family.repeat(2), family])
    expect(texts(fitted(content('en', text(family)), small(8))).join('')).toBe(family)
  })

  test('never inside a Chinese character, when the limit counts bytes', () => {
    expect(texts(fitted(content('zh', text('跟进华为中建')), small(8, 'bytes')))).toEqual(['跟进', '华为', '中建'])
  })

  test('a mention is moved whole to the next message', () => {
    const parts = fitted(content('zh', text('12345678', mention(li), '！')), small(10))
    expect(parts.map(part => part.blocks)).toEqual([[text('12345678')], [text(mention(li), '！')]])
  })

  test('the longest text that we accept', () => {
    const words = '拜访👍🏽 客户'.repeat(1000)
    const parts = fitted(content('zh', text(words)), small(2048, 'bytes'))
    expect(parts.length).toBeLessThan(14)
    expect(wordsOf(texts(parts).join(''))).toBe(wordsOf(words))
  })
})

describe('details', () => {
  const said = content('en', text('summary'), details, text('one'), text('two'))

  test('stand in messages of their own, each of which tells that it is details', () => {
    expect(fitted(said, canvas()).map(part => part.blocks)).toEqual([
      [text('summary')],
      [details, text('one'), text('two')],
    ])
    expect(fitted(said, canvas({ blocksAtMost: 1 })).map(part => part.blocks)).toEqual([
      [text('summary')],
      [details, text('one')],
      [details, text('two')],
    ])
  })

  test('just follow where there are no threads', () => {
    expect(texts(fitted(said, canvas({ blocks: new Set(['text']) })))).toEqual(['summary\none\ntwo'])
  })

  test('of nothing are no details, and make no empty message', () => {
    expect(fitted(content('en', details, text('one')), canvas()).map(part => part.blocks)).toEqual([[text('one')]])
    expect(fitted(content('en', text('one'), details), canvas()).map(part => part.blocks)).toEqual([[text('one')]])
  })
})

test('content that says nothing gives no message', () => {
  expect(fitted(content('en', text(' \n'), { b: 'divider' }), canvas())).toEqual([])
  expect(fitted(content('en', list([[''], [' ']])), canvas())).toEqual([])
})

test('a list is drawn without its items that say nothing', () => {
  const [said] = fitted(content('en', list([[''], ['calls'], [' ']])), canvas())
  expect(said).toEqual(content('en', list([['calls']])))
})

test.each([[['text', 'list']], [['text']]] as const)('nor where its mentions are nobody’s names (%j)', kinds => {
  const said = content('en', list([[mention({ id: 'm1', name: '' })], ['calls']]))
  const drawn = canvas({ blocks: new Set(kinds), mentions: 'none' })
  expect(texts(fitted(said, drawn))).toEqual(['• calls'])
})
