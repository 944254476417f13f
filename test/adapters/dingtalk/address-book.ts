import { createDirectory } from '../../../adapters/dingtalk/people/directory.ts'
import { MovableClock } from '../../../src/base/clock.ts'
import { createLog } from '../../../src/base/log.ts'
import { PlatformError } from '../../../src/platform/errors.ts'

type Answer = object | PlatformError

/** A company's address book with Li of the department 销售部, and a directory that reads it. */
export function openAddressBook() {
  const asked: string[] = []
  const lines: string[] = []
  const clock = new MovableClock({ frozenAt: new Date('2026-03-02T09:00:00Z') })
  const log = createLog('debug', { write: line => lines.push(line) })
  const people = new Map<string, Answer>([['li01', user('li01', '李娜', [7])]])
  const departments = new Map<number, Answer>([[7, { dept_id: 7, name: '销售部' }]])

  async function ask(method: string, body: object): Promise<unknown> {
    const { userid, dept_id } = Object(body)
    asked.push(`${method.replace('topapi/v2/', '')} ${userid ?? dept_id}`)
    const found = method === 'topapi/v2/user/get' ? people.get(userid) : departments.get(dept_id)
    if (found === undefined) throw new PlatformError('unreachable', `${method}: 33012`)
    if (found instanceof PlatformError) throw found
    return { errcode: 0, result: found }
  }

  return { directory: createDirectory({ ask, clock, log }), asked, lines, people, departments, clock, log }
}

/** Li as the house is told of her. */
export const li = {
  accountId: 'li01',
  name: '李娜',
  standing: 'member',
  department: '销售部',
  mobile: '8613800000000',
}

export function user(userid: string, name: string, dept_id_list: readonly number[] = []): object {
  return { userid, name, dept_id_list, mobile: '13800000000', active: true }
}
