import { describe, expect, it } from 'vitest'
import { content, text } from '../../src/content/build.ts'
import type { Saying } from '../../src/context.ts'
import { compose } from '../../src/outbox/compose.ts'

const now = new Date('2026-11-23T01:00:00Z')
const saying: Saying = {
  to: { reply: 'private' },
  content: content('en', text('hi')),
  lane: 'reply',
  purpose: 'test.hi',
}
const inGroup = { personId: 'p1', channelId: 'c1', eventKey: 'room:e1', n: 2 }
const directly = { personId: 'p1', eventKey: 'room:e1', n: 2 }

describe('where a saying goes', () => {
  it.each([
    ['a private reply in a group', { reply: 'private' }, inGroup, 'channel:c1', 'p1'],
    ['an open reply in a group', { reply: 'open' }, inGroup, 'channel:c1', null],
    ['a private reply in a direct chat', { reply: 'private' }, directly, 'person:p1', null],
    ['an open reply in a direct chat', { reply: 'open' }, directly, 'person:p1', null],
    ['a word to a person', { person: 'p2' }, inGroup, 'person:p2', null],
    ['a word in a channel', { channel: 'c2' }, directly, 'channel:c2', null],
  ] as const)('%s', (_, to, origin, conversation, whisperTo) => {
    expect(compose({ ...saying, to }, origin, now, [])).toMatchObject([
      { conversation, whisperTo, dedupeKey: 'room:e1#2' },
    ])
  })

  it('a word to a team goes to each of its channels, under a key of its own', () => {
    const rows = compose({ ...saying, to: { team: 't1' }, key: 'board' }, { teamId: 't1', n: 0 }, now, ['c1', 'c2'])
    expect(rows).toMatchObject([
      { conversation: 'channel:c1', dedupeKey: 'board@c1', teamId: 't1' },
      { conversation: 'channel:c2', dedupeKey: 'board@c2', teamId: 't1' },
    ])
  })

  it('in a closed channel is nothing for everybody there, and a private answer for one', () => {
    const closed = new Set(['c1'])
    const to = (where: Saying['to'], more: Partial<Saying> = {}) =>
      compose({ ...saying, to: where, key: 'k', ...more }, { ...inGroup, closed }, now, ['c1', 'c2']).map(row => [
        row.conversation,
        row.whisperTo,
      ])
    expect(to({ team: 't1' })).toEqual([['channel:c2', null]])
    expect(to({ channel: 'c1' })).toEqual([])
    expect(to({ reply: 'open' })).toEqual([['channel:c1', 'p1']])
    expect(to({ person: 'p2' })).toEqual([['person:p2', null]])
    expect(to({ channel: 'c1' }, { forAnybody: true })).toEqual([['channel:c1', null]])
  })

  it('is due at once unless told, in the lane that was named', () => {
    expect(compose({ ...saying, lane: 'nudge' }, inGroup, now, [])).toMatchObject([
      { lane: 2, notBefore: now, expiresAt: null },
    ])
  })

  it('is refused when nobody spoke, or when nothing names it', () => {
    expect(() => compose(saying, { eventKey: 'slot:1', n: 0 }, now, [])).toThrow('needs somebody')
    expect(() => compose({ ...saying, to: { person: 'p1' } }, { n: 0 }, now, [])).toThrow('needs a key')
  })
})
