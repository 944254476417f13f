import { z } from 'zod'
import type { Clock } from '../../../src/base/clock.ts'
import type { Log } from '../../../src/base/log.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import { oneFlight } from '../../shared/flights.ts'
import { Memory } from '../../shared/memory.ts'
import type { WeComClient } from '../client.ts'
import { type Department, type Person, readDepartment, readPerson } from './facts.ts'

/** Who is who in the company. What is known is in memory; what is not is learnt when asked for, never while accepting. */
export interface Directory {
  /** From memory alone. */
  person(accountId: string): Person | null
  /** The names of the departments of a person, as far as they are in memory. */
  departmentsOf(accountId: string): readonly string[]
  /** A person and the names of their departments; null when WeCom does not tell. */
  learnPerson(accountId: string): Promise<Person | null>
  /** Everybody in a department and below it whom the app may see; null when WeCom does not tell. */
  learnMembers(departmentId: number): Promise<readonly Person[] | null>
  forget(accountId: string): void
}

export interface DirectoryParts {
  readonly client: WeComClient
  /** Real time. */
  readonly clock: Clock
  readonly log: Log
}

const mostKept = 10_000
/** What was learnt so long ago is learnt anew, in milliseconds: nobody tells us when somebody is renamed. */
const goodFor = 24 * 3_600_000
/** What WeCom would not tell is not asked for again so soon, in milliseconds. */
const askAgainAfter = 600_000

const members = z.object({ userlist: z.array(z.unknown()) })
const departmentList = z.object({ department: z.array(z.unknown()) })

export function createDirectory({ client, clock, log }: DirectoryParts): Directory {
  const people = new Memory<Learnt<Person>>(mostKept)
  const told = new Set<string>()
  let departments: Learnt<ReadonlyMap<number, Department>> | undefined
  const at = () => clock.now().getTime()

  /** Undefined when it should be asked for; null when WeCom lately did not tell. */
  function known<T>(learnt: Learnt<T> | undefined): T | null | undefined {
    if (learnt === undefined) return undefined
    return at() - learnt.at < (learnt.found === null ? askAgainAfter : goodFor) ? learnt.found : undefined
  }

  /** Answers are good to have: a refusal is logged once, and what was asked stays unknown. */
  async function quietly<T>(method: string, query: Record<string, string>, read: (answer: unknown) => T) {
    try {
      return read(await client.ask(method, { query, twice: 'nothing' }))
    } catch (error) {
      if (!(error instanceof PlatformError || error instanceof z.ZodError)) throw error
      const why = error instanceof PlatformError ? error.kind : 'malformed'
      if (!told.has(`${method} ${why}`)) log.warn({ method, why }, 'wecom does not tell; this is logged once')
      told.add(`${method} ${why}`)
      return null
    }
  }

  const askForPerson = oneFlight(async accountId => {
    const found = await quietly('user/get', { userid: accountId }, readPerson)
    people.set(accountId, { found: found ?? people.get(accountId)?.found ?? null, at: at() })
    return found
  })

  const askForDepartments = oneFlight(async () => {
    const listed = await quietly('department/list', {}, answer =>
      departmentList.parse(answer).department.map(readDepartment),
    )
    const found = listed?.flatMap(it => (it === null ? [] : [[it.id, it] as const]))
    departments = { found: found === undefined ? (departments?.found ?? null) : new Map(found), at: at() }
  })

  return {
    person: accountId => people.get(accountId)?.found ?? null,
    departmentsOf: accountId =>
      (people.get(accountId)?.found?.departments ?? []).flatMap(id => departments?.found?.get(id)?.name ?? []),
    async learnPerson(accountId) {
      const before = known(people.get(accountId))
      const person = before === undefined ? await askForPerson(accountId) : before
      if (person !== null && person.departments.length > 0 && known(departments) === undefined)
        await askForDepartments('')
      return person
    },
    async learnMembers(departmentId) {
      const query = { department_id: `${departmentId}`, fetch_child: '1' }
      const listed = await quietly('user/simplelist', query, answer => members.parse(answer).userlist.map(readPerson))
      if (listed === null) return null
      const found = listed.filter(person => person !== null)
      for (const person of found) people.set(person.account.accountId, { found: person, at: at() })
      return found
    },
    forget: accountId => people.delete(accountId),
  }
}

interface Learnt<T> {
  /** Null when WeCom did not tell. */
  readonly found: T | null
  /** Milliseconds since 1970. */
  readonly at: number
}
