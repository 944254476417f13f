import type { Clock } from '../../../src/base/clock.ts'
import type { Log } from '../../../src/base/log.ts'
import { createAddressBook } from '../../shared/address-book.ts'
import { createKnowledge } from '../../shared/knowledge.ts'
import type { AddressBook } from '../../shared/learning.ts'
import { createQuietly } from '../../shared/quietly.ts'
import type { WeComClient } from '../client.ts'
import { readDepartments, readPerson } from './facts.ts'

export interface DirectoryParts {
  readonly client: WeComClient
  /** Real time. */
  readonly clock: Clock
  readonly log: Log
}

/** All departments come in one answer. */
const all = ''

/** Who is who in the company, as far as the app may see. */
export function createDirectory({ client, clock, log }: DirectoryParts): AddressBook {
  const quietly = createQuietly({ platform: 'wecom', log })
  const departments = createKnowledge(
    () =>
      quietly('department/list', async () =>
        readDepartments(await client.ask('department/list', { twice: 'nothing' })),
      ),
    clock,
  )

  return createAddressBook({
    describe: userid =>
      quietly('user/get', async () =>
        readPerson(await client.ask('user/get', { query: { userid }, twice: 'nothing' })),
      ),
    departmentName: async id => (await departments.learn(all))?.get(id) ?? null,
    clock,
  })
}
