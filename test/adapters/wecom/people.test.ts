import { describe, expect, it } from 'vitest'
import { createLearning } from '../../../adapters/shared/learning.ts'
import { createDirectory } from '../../../adapters/wecom/people/directory.ts'
import { enrich } from '../../../adapters/wecom/people/enrich.ts'
import { createLog } from '../../../src/base/log.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import { type InboundEvent, inboundEventSchema } from '../../../src/platform/events.ts'
import { openAddressBook, user } from './address-book.ts'
import { openLanes } from './lanes-open.ts'

const hour = 3_600_000
const later = (clock: { now(): Date }, ms: number) => new Date(clock.now().getTime() + ms)

describe('a person', () => {
  it('is unknown until learnt, and then known with the departments', async () => {
    const { directory } = openAddressBook()
    expect(directory.person('LiNa')).toBeNull()
    expect(directory.departmentsOf('LiNa')).toEqual([])
    const account = { accountId: 'LiNa', name: '李娜', standing: 'member', active: true }
    expect(await directory.learnPerson('LiNa')).toEqual({ account, departments: [7] })
    expect(directory.person('LiNa')?.account).toEqual(account)
    expect(directory.departmentsOf('LiNa')).toEqual(['销售部'])
  })

  it('is asked for once, by however many at once', async () => {
    const { directory, asked } = openAddressBook()
    await Promise.all([directory.learnPerson('LiNa'), directory.learnPerson('LiNa')])
    await directory.learnPerson('LiNa')
    expect(asked).toEqual(['user/get LiNa', 'department/list'])
  })

  it('is learnt anew after a day, and stays known while WeCom does not tell', async () => {
    const { directory, people, clock } = openAddressBook()
    await directory.learnPerson('LiNa')
    people.set('LiNa', user('LiNa', '李娜（华东）'))
    clock.moveTo(later(clock, 23 * hour))
    expect((await directory.learnPerson('LiNa'))?.account.name).toBe('李娜')
    clock.moveTo(later(clock, hour))
    expect((await directory.learnPerson('LiNa'))?.account.name).toBe('李娜（华东）')
    people.set('LiNa', new PlatformError('unavailable', 'HTTP 500'))
    clock.moveTo(later(clock, 24 * hour))
    await directory.learnPerson('LiNa')
    expect(directory.person('LiNa')?.account.name).toBe('李娜（华东）')
  })

  it('of whom WeCom does not tell is not asked for again so soon, and that is logged once', async () => {
    const { directory, asked, lines, people, clock } = openAddressBook()
    people.set('wang', new PlatformError('forbidden', '60011'))
    people.set('zhao', new PlatformError('forbidden', '60011'))
    expect(await directory.learnPerson('wang')).toBeNull()
    expect(await directory.learnPerson('wang')).toBeNull()
    expect(await directory.learnPerson('zhao')).toBeNull()
    expect(asked).toEqual(['user/get wang', 'user/get zhao'])
    expect(lines).toHaveLength(1)
    people.set('wang', user('wang', '王芳'))
    clock.moveTo(later(clock, hour))
    expect(await directory.learnPerson('wang')).toMatchObject({ account: { name: '王芳' } })
  })

  it('who was switched off or has left is no longer active; who has not come yet is', async () => {
    const { directory, people } = openAddressBook()
    for (const status of [1, 2, 4, 5]) people.set(`${status}`, user(`${status}`, '某人', [], status))
    const learnt = await Promise.all(['1', '2', '4', '5'].map(directory.learnPerson))
    expect(learnt.map(it => it?.account.active)).toEqual([true, false, true, false])
  })

  it.each([{}, { userid: 7 }, { userid: '' }])('is nobody when the answer is %o', async answer => {
    const { directory, people } = openAddressBook()
    people.set('LiNa', answer)
    expect(await directory.learnPerson('LiNa')).toBeNull()
  })

  it('stays known though the departments are not told, or told without names', async () => {
    for (const answer of [new PlatformError('forbidden', '48002'), { department: [{ id: 7 }] }, {}]) {
      const { directory, lists } = openAddressBook()
      lists.set('department/list', answer)
      expect(await directory.learnPerson('LiNa')).not.toBeNull()
      expect(directory.departmentsOf('LiNa')).toEqual([])
    }
  })
})

describe('a department', () => {
  it('tells everybody in it and below it, and they are known', async () => {
    const { directory, asked, lists } = openAddressBook()
    const userlist = [
      { userid: 'LiNa', name: '李娜', department: [7] },
      { name: 'nobody' },
      { userid: 'w', name: '王芳' },
    ]
    lists.set('user/simplelist', { userlist })
    const members = await directory.learnMembers(7)
    expect(members?.map(({ account }) => account.name)).toEqual(['李娜', '王芳'])
    expect(asked).toEqual(['user/simplelist 7 1'])
    expect(directory.person('w')?.account.name).toBe('王芳')
  })
})

it('the address book of a company is read as WeCom gives it', async () => {
  const { client, wecom, clock, called } = await openLanes()
  wecom.addDepartment({ id: 7, name: '华东销售部', parent: 1 })
  wecom.addPerson({ userId: 'zhao', name: '赵敏', departments: [7] })
  wecom.addPerson({ userId: 'hidden', visible: false })
  wecom.leaves('wang')
  const directory = createDirectory({ client, clock, log: createLog('silent') })
  const learnt = await Promise.all(['zhao', 'wang', 'hidden', 'nobody'].map(directory.learnPerson))
  expect(learnt.map(it => it?.account)).toEqual([
    { accountId: 'zhao', name: '赵敏', standing: 'member', active: true },
    { accountId: 'wang', name: '王芳', standing: 'member', active: false },
    undefined,
    undefined,
  ])
  expect(directory.departmentsOf('zhao')).toEqual(['华东销售部'])
  expect(directory.departmentsOf('wang')).toEqual(['模拟公司'])
  expect((await directory.learnMembers(7))?.map(({ account }) => account.name)).toEqual(['赵敏'])
  expect(await directory.learnMembers(99)).toBeNull()
  expect(called('department/list')).toHaveLength(1)
})

const said = (accountId: string): InboundEvent => ({
  platform: 'wecom',
  eventId: 'M1',
  place: { kind: 'direct' },
  author: { accountId },
  body: { kind: 'message', text: '日报', addressed: true },
})

describe('an event', () => {
  it('takes along what is known of its author, under the id with which it came', async () => {
    const { directory, people, asked } = openAddressBook()
    people.set('lina', user('LiNa', '李娜'))
    expect(enrich(said('lina'), directory)).toEqual(said('lina'))
    expect(asked).toEqual([])
    await directory.learnPerson('lina')
    expect(enrich(said('lina'), directory).author).toMatchObject({ accountId: 'lina', name: '李娜' })
  })
})

describe('who is who', () => {
  function openLearning(intake?: () => Promise<void>) {
    const book = openAddressBook()
    const taken: InboundEvent[] = []
    const take = async (event: InboundEvent) => {
      await intake?.()
      taken.push(inboundEventSchema.parse(event))
    }
    return { ...book, taken, learning: createLearning({ platform: 'wecom', ...book, intake: take }) }
  }

  it('is told to the house once, until it changes', async () => {
    const { learning, taken, people, clock } = openLearning()
    learning.learn(['LiNa', 'LiNa'])
    await learning.settled()
    learning.learn(['LiNa'])
    await learning.settled()
    expect(taken.map(({ author }) => author.name)).toEqual(['李娜'])
    expect(taken[0]?.body).toEqual({ kind: 'profile' })
    people.set('LiNa', user('LiNa', '李娜娜'))
    clock.moveTo(later(clock, 25 * hour))
    learning.learn(['LiNa'])
    await learning.settled()
    expect(taken.map(({ author }) => author.name)).toEqual(['李娜', '李娜娜'])
  })

  it('is learnt anew when the house could not write it down', async () => {
    let failures = 1
    const { learning, taken, lines } = openLearning(async () => {
      if (failures-- > 0) throw new Error('李娜')
    })
    learning.learn(['LiNa'])
    await learning.settled()
    expect(taken).toEqual([])
    expect(lines).toHaveLength(1)
    expect(lines[0]).not.toContain('李娜')
    learning.learn(['LiNa'])
    await learning.settled()
    expect(taken).toHaveLength(1)
  })
})
