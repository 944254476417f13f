import { describe, expect, it } from 'vitest'
import { decodeRobot } from '../../../adapters/dingtalk/decode/robot.ts'
import { enrich } from '../../../adapters/shared/address-book.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import { li, openAddressBook, user } from './address-book.ts'
import { groupMessage } from './messages.ts'

const hour = 3_600_000
const later = (clock: { now(): Date }, ms: number) => new Date(clock.now().getTime() + ms)

describe('a person', () => {
  it('is unknown until learnt, and then known with the department and the number', async () => {
    const { directory } = openAddressBook()
    expect(directory.person('li01')).toBeNull()
    expect(await directory.learnPerson('li01')).toEqual(li)
    expect(directory.person('li01')).toEqual(li)
  })

  it.each([
    [{ mobile: '13800000000', state_code: '86' }, '8613800000000'],
    [{ mobile: '98765432', state_code: '852' }, '85298765432'],
    [{ mobile: '+852-98765432', state_code: '852' }, '85298765432'],
    [{ mobile: '', state_code: '86' }, null],
    [{ mobile: 7 }, undefined],
    [{}, undefined],
  ])('of whom DingTalk tells %o has the number %s', async (told, mobile) => {
    const { directory, people } = openAddressBook()
    people.set('wang02', { userid: 'wang02', name: '王芳', ...told })
    expect((await directory.learnPerson('wang02'))?.mobile).toBe(mobile)
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
    expect(await directory.learnPerson('wang02')).toMatchObject({ name: '王芳' })
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
    const { department: _, ...without } = li
    expect(await directory.learnPerson('li01')).toEqual(without)
  })

  it('is of the department by its new name a day later, and by its old one while DingTalk does not tell', async () => {
    const { directory, departments, clock } = openAddressBook()
    const nextDay = async () => {
      clock.moveTo(later(clock, 24 * hour))
      return (await directory.learnPerson('li01'))?.department
    }
    expect(await nextDay()).toBe('销售部')
    departments.set(7, { dept_id: 7, name: '华东销售部' })
    expect(await nextDay()).toBe('华东销售部')
    departments.set(7, new PlatformError('unavailable', 'HTTP 500'))
    expect(await nextDay()).toBe('华东销售部')
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
    expect(enrich(read.event, directory).author).toEqual(li)
  })
})
