import { z } from 'zod'
import type { Clock } from '../../src/base/clock.ts'
import type { AccountFacts, InboundEvent } from '../../src/platform/events.ts'
import { createKnowledge, type Knowledge } from './knowledge.ts'
import type { AddressBook } from './learning.ts'

/** Somebody of our company as its address book describes them: departments by their ids. */
export interface Described {
  readonly account: AccountFacts
  readonly departments: readonly number[]
}

export const departmentId = z.number().int().min(1)
/** Of no department where what stands there cannot be read. */
export const departmentIds = z.array(departmentId).default([]).catch([])

export interface AddressBookParts {
  /** Null when the platform does not tell. */
  readonly describe: (accountId: string) => Promise<Described | null>
  /** Null when the platform does not tell. */
  readonly departmentName: (id: number) => Promise<string | null>
  /** Real time. */
  readonly clock: Clock
}

/** Who is who in a company whose platform tells people and departments apart. Never asked while accepting. */
export function createAddressBook({ describe, departmentName, clock }: AddressBookParts): AddressBook {
  const people: Knowledge<AccountFacts> = createKnowledge(async accountId => {
    const described = await describe(accountId)
    if (described === null) return null
    const department = await firstName(described.departments)
    return { ...described.account, ...(department !== null && { department }) }
  }, clock)

  /** One name says where somebody belongs, and each further one may cost a call. */
  async function firstName(departments: readonly number[]): Promise<string | null> {
    for (const id of departments) {
      const name = await departmentName(id)
      if (name !== null) return name
    }
    return null
  }

  return { person: people.known, learnPerson: people.learn, forget: people.forget }
}

/**
 * Adds what is known of the author; the address book's name before the nickname. From memory alone: accepting never waits
 * for the network. The id stays as it was told: WeCom takes large and small letters of it for the same, we do not.
 */
export function enrich(event: InboundEvent, book: Pick<AddressBook, 'person'>): InboundEvent {
  const { accountId } = event.author
  const person = book.person(accountId)
  return person === null ? event : { ...event, author: { ...event.author, ...person, accountId } }
}
