import { z } from 'zod'
import type { Clock } from '../../../src/base/clock.ts'
import type { Log } from '../../../src/base/log.ts'
import { createAddressBook } from '../../shared/address-book.ts'
import { createKnowledge } from '../../shared/knowledge.ts'
import type { AddressBook } from '../../shared/learning.ts'
import { createQuietly } from '../../shared/quietly.ts'
import { isOutside } from '../decode/wire.ts'
import { readDepartment, readPerson } from './facts.ts'

export interface DirectoryParts {
  /** Calls a method of the address book, such as `topapi/v2/user/get`; answers the whole body. Throws PlatformError. */
  readonly ask: (method: string, body: object) => Promise<unknown>
  /** Real time. */
  readonly clock: Clock
  readonly log: Log
}

const answer = z.object({ result: z.unknown() })

/** Who is who in the company. People from outside are in no address book of ours. */
export function createDirectory({ ask, clock, log }: DirectoryParts): AddressBook {
  const quietly = createQuietly({ platform: 'dingtalk', log })
  const one = (method: string, body: object) =>
    quietly(method, async () => answer.parse(await ask(method, body)).result)

  const departments = createKnowledge(
    async id => readDepartment(await one('topapi/v2/department/get', { dept_id: Number(id) })),
    clock,
  )

  const book = createAddressBook({
    describe: async userid => readPerson(await one('topapi/v2/user/get', { userid, language: 'zh_CN' })),
    departmentName: id => departments.learn(`${id}`),
    clock,
  })
  return { ...book, learnPerson: async id => (isOutside(id) ? null : book.learnPerson(id)) }
}
