import { describe, expect, it } from 'vitest'
import { decodeRobot } from '../../../adapters/dingtalk/decode/robot.ts'
import { enrich } from '../../../adapters/dingtalk/people/enrich.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import { openAddressBook, user } from './address-book.ts'
import { groupMessage } from './messages.ts'

const hour = 3_600_000
const later = (clock: { now(): Date }, ms: number) => new Date(clock.now().getTime() + ms)

describe('a person', () => {
  it('is unknown until learnt, and then known with the departments', async () => {
    const { directory } = openAddressBook()
    expect(directory.person('li01')).toBeNull()
    expect(directory.departmentsOf('li01')).toEqual([])
    const account = { accountId: 'li01', name: '李娜', standing: 'member' }
    expect(await directory.learnPerson('li01')).toEqual({ account, departments: [7] })
    expect(directory.person('li01')?.account).toEqual(account)
    expect(directory.departmentsOf('li01')).toEqual(['销售部'])
  })

  it('is asked for once, by however many at once', async () => {
    const { directory, asked } = openAddressBook()
    await Promise.all([directory.learnPerson('li01'), directory.learnPerson('li01')])
    await directory.learnPerson('li01')
    expect(asked).toEqual(['user/get li01', 'department/get 7'])
  })

  it('is learnt anew after a day, and stays known while DingTalk does not tell', async () => {
    const { directory, people, clock } = openAddressBook()
    await directory.learnPerson('li01')
    people.set('li01', user('li01', '李娜（华东）'))
    clock.moveTo(later(clock, 23 * hour))
    expect((await directory.learnPerson('li01'))?.account.name).toBe('李娜')
    clock.moveTo(later(clock, hour))
    expect((await directory.learnPerson('li01'))?.account.name).toBe('李娜（华东）')
    people.set('li01', new PlatformError('unavailable', 'HTTP 500'))
    clock.moveTo(later(clock, 24 * hour))
    await directory.learnPerson('li01')
    expect(directory.person('li01')?.account.name).toBe('李娜（华东）')
  })

  it('of whom DingTalk does not tell is not asked for again so soon, and that is logged once', async () => {
    const { directory, asked, lines, people, clock } = openAddressBook()
    people.set('wang02', new PlatformError('forbidden', '60011'))
    people.set('zhao03', new PlatformError('forbidden', '60011'))
    expect(await directory.learnPerson('wang02')).toBeNull()
    expect(await directory.learnPerson('wang02')).toBeNull()
    expect(await directory.learnPerson('zhao03')).toBeNull()
    expect(asked).toEqual(['user/get wang02', 'user/get zhao03'])
    expect(lines).toHaveLength(1)
    people.set('wang02', user('wang02', '王芳'))
    clock.moveTo(later(clock, hour))
    expect(await directory.learnPerson('wang02')).toMatchObject({ account: { name: '王芳' } })
  })

  it.each([{}, { userid: 7 }, { userid: 'li01' }, [[]]])('is nobody when the answer is %o', async answer => {
    const { directory, people } = openAddressBook()
    people.set('li01', answer)
    expect(await directory.learnPerson('li01')).toBeNull()
  })

  it('from outside is in no address book', async () => {
    const { directory, asked } = openAddressBook()
    expect(await directory.learnPerson('x:$:LWCP_v1:$li')).toBeNull()
    expect(asked).toEqual([])
  })

  it('stays known though the department is not told', async () => {
    const { directory, departments } = openAddressBook()
    departments.set(7, new PlatformError('forbidden', '60011'))
    expect(await directory.learnPerson('li01')).not.toBeNull()
    expect(directory.departmentsOf('li01')).toEqual([])
  })
})

describe('a department', () => {
  it('tells everybody in it, page by page, and they are known', async () => {
    const { directory, asked, people } = openAddressBook()
    people.set('wang02', user('wang02', '王芳', [7]))
    const members = await directory.learnMembers(7)
    expect(members?.map(({ account }) => account.name)).toEqual(['李娜', '王芳'])
    expect(asked).toEqual(['user/list 7 0', 'user/list 7 1'])
    expect(directory.person('wang02')?.account.name).toBe('王芳')
  })
})

describe('an event', () => {
  it('takes along what is known of its author, who is called as in the address book', async () => {
    const { directory, asked } = openAddressBook()
    const read = decodeRobot(groupMessage({ senderNick: '小李子' }), 'frame1')
    if (read.kind !== 'inbound') throw new Error('Nothing was said')
    expect(enrich(read.event, directory)).toEqual(read.event)
    expect(asked).toEqual([])
    await directory.learnPerson('li01')
    expect(enrich(read.event, directory).author).toEqual({ accountId: 'li01', name: '李娜', standing: 'member' })
  })
})
