import { describe, expect, test } from 'vitest'
import { merge, noHistory } from '../../../src/web/pages/history.ts'
import type { Message } from '../../../src/web/pages/shapes.ts'

const looking = { viewer: 'li', looking: true }
const away = { viewer: 'li', looking: false }

function said(id: string, at: string, more: Partial<Message> = {}): Message {
  const time = `2026-11-23T${at}:00.000Z`
  return { id, from: 'bot', at: time, text: id, content: null, revision: 1, recalled: false, ...more }
}

const idsOf = (history: { messages: readonly Message[] }) => history.messages.map(({ id }) => id)

describe('what one person has of a chat', () => {
  const first = merge(noHistory, { messages: [said('a', '08:00'), said('b', '09:00')], cursor: '2' }, away)

  test('what was there before the first look is not unread', () => {
    expect(first).toMatchObject({ cursor: '2', unread: 0 })
  })

  test('a revised message keeps its place and is not unread', () => {
    const revised = said('a', '08:00', { revision: 2, text: 'a again' })
    const history = merge(first, { messages: [revised], cursor: '3' }, away)
    expect(idsOf(history)).toEqual(['a', 'b'])
    expect(history).toMatchObject({ unread: 0, cursor: '3', messages: [{ text: 'a again', revision: 2 }, { id: 'b' }] })
  })

  test('a revised message that is met for the first time stands where it was said', () => {
    const news = { messages: [said('b', '09:00'), said('a', '08:00', { revision: 2 })], cursor: '3' }
    expect(idsOf(merge(noHistory, news, away))).toEqual(['a', 'b'])
  })

  test('messages of the same moment stay in the order in which they came', () => {
    const news = { messages: [said('d', '10:00'), said('c', '10:00')], cursor: '4' }
    expect(idsOf(merge(first, news, away))).toEqual(['a', 'b', 'd', 'c'])
  })

  test('counts what others said while nobody looked, until somebody looks', () => {
    const news = { messages: [said('c', '10:00'), said('d', '10:01', { from: 'li' })], cursor: '4' }
    const unread = merge(first, news, away)
    expect(unread.unread).toBe(1)
    const more = merge(unread, { messages: [said('e', '10:02')], cursor: '5' }, away)
    expect(more.unread).toBe(2)
    expect(merge(more, { messages: [], cursor: '5' }, looking).unread).toBe(0)
  })
})
