import { describe, expect, it } from 'vitest'
import { actions, content, field, fields, heading, list, mention, text } from '../../src/content/build.ts'
import { plain } from '../../src/content/plain.ts'
import { membersIn } from '../../src/outbox/members.ts'
import { openly } from '../../src/outbox/openly.ts'

const li = { id: 'p-li', name: 'Li' }

describe('a private answer that can only be given openly', () => {
  it('is its first line, and whom it is for', () => {
    const answer = content(
      'en',
      heading('Report taken'),
      fields(field('Revenue', '80,000')),
      actions({ id: 'a', label: 'b', words: '/c' }),
    )
    expect(plain(openly(answer, li))).toBe('@Li Report taken')
    expect(membersIn(openly(answer, li))).toEqual(['p-li'])
  })

  it('is cut to a short line', () => {
    const said = plain(openly(content('zh', text('长'.repeat(500))), li))
    expect(said.length).toBeLessThan(100)
    expect(said.startsWith('@Li 长')).toBe(true)
  })

  it('is only a mention when nothing in it may be read by all', () => {
    expect(plain(openly(content('en', list([['secret']])), li)).trim()).toBe('@Li')
  })
})

describe('the members that a content mentions', () => {
  it('are found in every block that has words, each once', () => {
    const spans = [mention(li), mention({ id: 'p-wang', name: 'Wang' })]
    const everywhere = content(
      'en',
      text(...spans),
      fields(field('who', mention({ id: 'p-1', name: '1' }))),
      list([[mention({ id: 'p-2', name: '2' })]]),
      { b: 'table', columns: [], rows: [[[mention({ id: 'p-3', name: '3' })]]] },
      { b: 'quiet', spans },
      { b: 'divider' },
    )
    expect(membersIn(everywhere)).toEqual(['p-li', 'p-wang', 'p-1', 'p-2', 'p-3'])
  })
})
