import type { WeComClient } from '../../../adapters/wecom/client.ts'
import { createDirectory } from '../../../adapters/wecom/people/directory.ts'
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
  const people = new Map<string, Answer>([['LiNa', user('LiNa', '李娜', [7])]])
  const lists = new Map<string, Answer>([['department/list', { department: [{ id: 7, name: '销售部', parentid: 1 }] }]])

  const ask: WeComClient['ask'] = async (method, { query = {} }) => {
    asked.push([method, ...Object.values(query)].join(' '))
    const found = method === 'user/get' ? people.get(query['userid'] ?? '') : lists.get(method)
    if (found === undefined) throw new PlatformError('unreachable', `${method}: 60111`)
    if (found instanceof PlatformError) throw found
    return { errcode: 0, ...found }
  }

  return { directory: createDirectory({ client: { ask }, clock, log }), asked, lines, people, lists, clock, log }
}

export function user(userid: string, name: string, department: readonly number[] = [], status = 1): object {
  return { userid, name, department, status, mobile: '13800000000', position: '销售' }
}
