import { beforeEach, describe, expect, it } from 'vitest'
import { createCalls } from '../../../adapters/wecom/bot/calls.ts'
import type { Chat } from '../../../adapters/wecom/lanes/lane.ts'
import { MovableClock } from '../../../src/base/clock.ts'

const sales: Chat = { kind: 'group', id: 'wrSALEs' }
const li: Chat = { kind: 'direct', id: 'li' }

let clock: MovableClock
beforeEach(() => {
  clock = new MovableClock({ frozenAt: new Date('2026-11-21T09:00:00Z') })
})
const later = (ms: number) => clock.moveTo(new Date(clock.now().getTime() + ms))

describe('questions that wait for their answers', () => {
  const asked = (call: string, chat: Chat = sales, userId = 'li', eventId = call) => ({ call, eventId, chat, userId })

  it('are answered in their order, once each, and each in its own chat', () => {
    const calls = createCalls({ clock })
    for (const call of [asked('q1'), asked('d1', li), asked('q2', sales, 'wang')]) calls.keep(call)
    expect(calls.take({ kind: 'group', id: 'WRsaleS' })).toBeNull()
    expect([calls.take(sales), calls.take(sales), calls.take(sales)]).toEqual(['q1', 'q2', null])
    expect([calls.take(li), calls.take(li)]).toEqual(['d1', null])
  })

  it('wait for a minute, so that no answer stands under words that nobody answered', () => {
    const calls = createCalls({ clock })
    calls.keep(asked('q1'))
    later(59_999)
    calls.keep(asked('q2'))
    later(1)
    expect(calls.take(sales)).toBe('q2')
  })

  it('that are told twice are answered once, over the newer', () => {
    const calls = createCalls({ clock })
    calls.keep(asked('q1', sales, 'li', 'msg1'))
    calls.keep(asked('q2', sales, 'li', 'msg1'))
    expect([calls.take(sales), calls.take(sales)]).toEqual(['q2', null])
  })

  it('of one person in a group can be found by the person', () => {
    const calls = createCalls({ clock })
    for (const call of [asked('q1', sales, 'wang'), asked('q2'), asked('d1', li)]) calls.keep(call)
    expect(calls.takeAskedInGroup('li')).toMatchObject({ call: 'q2', chat: sales })
    expect(calls.takeAskedInGroup('li')).toBeNull()
    expect([calls.take(sales), calls.take(sales)]).toEqual(['q1', null])
  })

  it('end with their connection', () => {
    const calls = createCalls({ clock })
    calls.keep(asked('q1'))
    calls.forget()
    expect(calls.take(sales)).toBeNull()
  })
})
