import type { Clock } from '../../../src/base/clock.ts'
import type { Log } from '../../../src/base/log.ts'
import { oneFlight } from '../../shared/flights.ts'
import { Memory } from '../../shared/memory.ts'
import { isOutside } from '../decode/wire.ts'
import { type Department, type Person, readDepartment, readPerson } from './facts.ts'
import { type AskContacts, createLookups } from './lookups.ts'

/** Who is who in the company. What is known is in memory; what is not is learnt when asked for, never while accepting. */
export interface Directory {
  /** From memory alone. */
  person(accountId: string): Person | null
  /** The names of the departments of a person, as far as they are in memory. */
  departmentsOf(accountId: string): readonly string[]
  /** A person and the names of their departments; null when DingTalk does not tell, as of people from outside. */
  learnPerson(accountId: string): Promise<Person | null>
  /** Everybody who is directly in a department; null when DingTalk does not tell. */
  learnMembers(departmentId: number): Promise<readonly Person[] | null>
  forget(accountId: string): void
}

export interface DirectoryParts {
  readonly ask: AskContacts
  /** Real time. */
  readonly clock: Clock
  readonly log: Log
}

const mostKept = 10_000
/** What was learnt so long ago is learnt anew, in milliseconds: nobody tells us when somebody is renamed. */
const goodFor = 24 * 3_600_000
/** Whom DingTalk would not describe is not asked for again so soon, in milliseconds. */
const askAgainAfter = 600_000

export function createDirectory({ ask, clock, log }: DirectoryParts): Directory {
  const lookups = createLookups({ ask, log })
  const people = new Memory<Learnt<Person>>(mostKept)
  const departments = new Memory<Learnt<Department>>(mostKept)

  /** Undefined when it should be asked for; null when DingTalk lately did not tell. */
  function known<T>(learnt: Learnt<T> | undefined): T | null | undefined {
    if (learnt === undefined) return undefined
    const age = clock.now().getTime() - learnt.at
    return age < (learnt.found === null ? askAgainAfter : goodFor) ? learnt.found : undefined
  }

  const at = () => clock.now().getTime()

  const askForPerson = oneFlight(async accountId => {
    const found = readPerson(await lookups.one('topapi/v2/user/get', { userid: accountId, language: 'zh_CN' }))
    people.set(accountId, { found: found ?? people.get(accountId)?.found ?? null, at: at() })
    return found
  })

  const askForDepartment = oneFlight(async key => {
    const found = readDepartment(await lookups.one('topapi/v2/department/get', { dept_id: Number(key) }))
    departments.set(key, { found, at: at() })
    return found
  })

  async function learnDepartments({ departments: ids }: Person): Promise<void> {
    for (const id of ids) if (known(departments.get(`${id}`)) === undefined) await askForDepartment(`${id}`)
  }

  return {
    person: accountId => people.get(accountId)?.found ?? null,
    departmentsOf: accountId =>
      (people.get(accountId)?.found?.departments ?? []).flatMap(id => departments.get(`${id}`)?.found?.name ?? []),
    async learnPerson(accountId) {
      if (isOutside(accountId)) return null
      const before = known(people.get(accountId))
      const person = before === undefined ? await askForPerson(accountId) : before
      if (person !== null) await learnDepartments(person)
      return person
    },
    async learnMembers(departmentId) {
      const listed = await lookups.all('topapi/v2/user/list', { dept_id: departmentId, language: 'zh_CN' })
      if (listed === null) return null
      const members = listed.map(readPerson).filter(person => person !== null)
      for (const person of members) people.set(person.account.accountId, { found: person, at: at() })
      return members
    },
    forget: accountId => people.delete(accountId),
  }
}

interface Learnt<T> {
  /** Null when DingTalk did not tell. */
  readonly found: T | null
  /** Milliseconds since 1970. */
  readonly at: number
}
