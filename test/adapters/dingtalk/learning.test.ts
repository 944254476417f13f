import { describe, expect, it } from 'vitest'
import { createLearning } from '../../../adapters/shared/learning.ts'
import { type InboundEvent, inboundEventSchema } from '../../../src/platform/events.ts'
import { li, openAddressBook, user } from './address-book.ts'

function openLearning() {
  const book = openAddressBook()
  const told: InboundEvent[] = []
  const house = { failures: 0 }
  const intake = async (event: InboundEvent) => {
    if (house.failures-- > 0) throw new Error('李娜 could not be written down')
    told.push(inboundEventSchema.parse(event))
  }
  return { ...book, told, house, learning: createLearning({ platform: 'dingtalk', ...book, intake }) }
}

describe('who somebody is', () => {
  it('is told to the house once it is learnt, and not again', async () => {
    const { learning, told, asked } = openLearning()
    learning.learn(['li01'])
    expect(asked).toEqual([])
    await learning.settled()
    learning.learn(['li01'])
    await learning.settled()
    expect(told).toEqual([
      {
        platform: 'dingtalk',
        eventId: 'profile:li01:2026-03-02T09:00:00.000Z',
        place: { kind: 'direct' },
        author: li,
        body: { kind: 'profile' },
      },
    ])
  })

  it('is told anew when it is learnt anew', async () => {
    const { learning, told, people, clock } = openLearning()
    learning.learn(['li01'])
    await learning.settled()
    people.set('li01', user('li01', '李娜（华东）'))
    clock.moveTo(new Date('2026-03-04T09:00:00Z'))
    learning.learn(['li01'])
    await learning.settled()
    expect(told.map(({ author }) => author.name)).toEqual(['李娜', '李娜（华东）'])
  })

  it('is told later when the house could not take it in, with no word of it in the log', async () => {
    const { learning, told, house, lines } = openLearning()
    house.failures = 1
    learning.learn(['li01'])
    await learning.settled()
    expect(told).toEqual([])
    expect(lines.join('')).not.toContain('李娜')
    expect(lines).toHaveLength(1)
    learning.learn(['li01'])
    await learning.settled()
    expect(told).toHaveLength(1)
  })

  it('is never asked of people from outside, and of the unknown nothing is told', async () => {
    const { learning, told, asked } = openLearning()
    learning.learn(['x:$:LWCP_v1:$li', 'nobody'])
    await learning.settled()
    expect(asked).toEqual(['user/get nobody'])
    expect(told).toEqual([])
  })
})
