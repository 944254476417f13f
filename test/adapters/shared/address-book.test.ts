import { describe, expect, it } from 'vitest'
import { createAddressBook, type Described, enrich } from '../../../adapters/shared/address-book.ts'
import { MovableClock } from '../../../src/base/clock.ts'
import type { InboundEvent } from '../../../src/platform/events.ts'

const minute = 60_000
const hour = 60 * minute

function open() {
  const clock = new MovableClock({ frozenAt: new Date('2026-03-02T09:00:00Z') })
  const people = new Map<string, Described>()
  const departments = new Map<number, string>([[7, '销售部']])
  const asked: string[] = []
  const named = (name: string, ids: readonly number[] = [7]) =>
    people.set('li', { account: { accountId: 'li', name }, departments: ids })
  named('李娜')
  const book = createAddressBook({
    async describe(accountId) {
      asked.push(accountId)
      return people.get(accountId) ?? null
    },
    async departmentName(id) {
      asked.push(`${id}`)
      return departments.get(id) ?? null
    },
    clock,
  })
  const pass = (ms: number) => clock.moveTo(new Date(clock.now().getTime() + ms))
  return { book, people, departments, asked, named, pass }
}

describe('a person', () => {
  it('is unknown until learnt, and then known with the department', async () => {
    const { book } = open()
    expect(book.person('li')).toBeNull()
    expect(await book.learnPerson('li')).toEqual({ accountId: 'li', name: '李娜', department: '销售部' })
    expect(book.person('li')).toEqual({ accountId: 'li', name: '李娜', department: '销售部' })
    book.forget('li')
    expect(book.person('li')).toBeNull()
  })

  it('is asked for once, by however many at once', async () => {
    const { book, asked } = open()
    await Promise.all([book.learnPerson('li'), book.learnPerson('li')])
    await book.learnPerson('li')
    expect(asked).toEqual(['li', '7'])
  })

  it('is learnt anew after a day, and stays the very same while nothing is told', async () => {
    const { book, people, named, pass } = open()
    await book.learnPerson('li')
    named('李娜（华东）')
    pass(24 * hour - 1)
    expect((await book.learnPerson('li'))?.name).toBe('李娜')
    pass(1)
    const renamed = await book.learnPerson('li')
    expect(renamed?.name).toBe('李娜（华东）')
    people.clear()
    pass(24 * hour)
    expect(await book.learnPerson('li')).toBe(renamed)
    expect(book.person('li')).toBe(renamed)
  })

  it('who is not told of is asked for again ten minutes later', async () => {
    const { book, asked, pass } = open()
    expect(await book.learnPerson('wang')).toBeNull()
    pass(10 * minute - 1)
    expect(await book.learnPerson('wang')).toBeNull()
    expect(asked).toEqual(['wang'])
    pass(1)
    await book.learnPerson('wang')
    expect(asked).toEqual(['wang', 'wang'])
  })

  it('is of the first department whose name is told, and no more are asked for', async () => {
    const { book, named, asked } = open()
    named('李娜', [6, 7, 8])
    expect((await book.learnPerson('li'))?.department).toBe('销售部')
    expect(asked).toEqual(['li', '6', '7'])
  })

  it('is known without a department of which no name is told', async () => {
    const { book, departments } = open()
    departments.clear()
    expect(await book.learnPerson('li')).toEqual({ accountId: 'li', name: '李娜' })
  })
})

describe('an event', () => {
  const event: InboundEvent = {
    ...{ platform: 'wecom', eventId: 'M1', place: { kind: 'direct' }, author: { accountId: 'LI', name: '小李子' } },
    body: { kind: 'message', text: '日报', addressed: true },
  }

  it('takes along what is known of its author, by the name in the book and the id with which it came', () => {
    const person = (accountId: string) => (accountId === 'LI' ? { accountId: 'li', name: '李娜' } : null)
    expect(enrich(event, { person })).toEqual({ ...event, author: { accountId: 'LI', name: '李娜' } })
    expect(enrich(event, { person: () => null })).toBe(event)
  })
})
