import { describe, expect, it } from 'vitest'
import { createDirectory } from '../../../adapters/wecom/people/directory.ts'
import { createLog } from '../../../src/base/log.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import { openAddressBook, user } from './address-book.ts'
import { openLanes } from './lanes-open.ts'

const hour = 3_600_000
const later = (clock: { now(): Date }, ms: number) => new Date(clock.now().getTime() + ms)

describe('a person', () => {
  it('is unknown until learnt, and then known with the department and the number', async () => {
    const { directory } = openAddressBook()
    expect(directory.person('LiNa')).toBeNull()
    const account = { accountId: 'LiNa', name: '李娜', standing: 'member', active: true }
    const all = { ...account, department: '销售部', mobile: '8613800000000' }
    expect(await directory.learnPerson('LiNa')).toEqual(all)
    expect(directory.person('LiNa')).toEqual(all)
  })

  it.each([
    [{ mobile: '+852-98765432' }, '85298765432'],
    [{ mobile: '' }, null],
    [{ mobile: {} }, undefined],
    [{}, undefined],
  ])('of whom WeCom tells %o has the number %s', async (told, mobile) => {
    const { directory, people } = openAddressBook()
    people.set('wang', { userid: 'wang', name: '王芳', ...told })
    expect((await directory.learnPerson('wang'))?.mobile).toBe(mobile)
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
    expect(await directory.learnPerson('wang')).toMatchObject({ name: '王芳' })
  })

  it('who was switched off or has left is no longer active; who has not come yet is', async () => {
    const { directory, people } = openAddressBook()
    for (const status of [1, 2, 4, 5]) people.set(`${status}`, user(`${status}`, '某人', [], status))
    const learnt = await Promise.all(['1', '2', '4', '5'].map(directory.learnPerson))
    expect(learnt.map(it => it?.active)).toEqual([true, false, true, false])
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
      const li = await directory.learnPerson('LiNa')
      expect(li).toMatchObject({ name: '李娜' })
      expect(li).not.toHaveProperty('department')
    }
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
  expect(learnt).toEqual([
    { accountId: 'zhao', name: '赵敏', standing: 'member', active: true, department: '华东销售部' },
    { accountId: 'wang', name: '王芳', standing: 'member', active: false, department: '模拟公司' },
    null,
    null,
  ])
  expect(called('department/list')).toHaveLength(1)
})
