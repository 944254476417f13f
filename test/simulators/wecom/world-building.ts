import { createPerson, type Department, groupOf, type Person, type Place, personOf } from './corp.ts'
import type { Side } from './side.ts'

export interface NewGroup {
  readonly chatId: string
  readonly name: string
  readonly members: readonly string[]
  /** Whether the bot was invited; it is unless told. */
  readonly bot?: boolean
}

/** Changes of the company. Nobody is told of them. */
export function worldBuilding({ corp, newId }: Side) {
  function change(id: string, patch: Partial<Omit<Person, 'userId'>>): void {
    corp.people.set(id, { ...personOf(corp, id), ...patch })
  }

  return {
    addPerson(given: Partial<Person> & Pick<Person, 'userId'>): void {
      if (corp.people.has(given.userId)) throw new Error(`${given.userId} is here already`)
      corp.people.set(given.userId, createPerson(given))
    },

    changePerson: change,

    /** Leaves the company, and all its groups. */
    leaves(id: string): void {
      change(id, { active: false })
      for (const { members } of corp.groups.values()) members.delete(id)
    },

    addDepartment(department: Department): void {
      corp.departments.set(department.id, department)
    },

    addGroup({ chatId, name, members, bot: hasBot = true }: NewGroup): void {
      for (const id of members) personOf(corp, id)
      const group: Place = {
        ...{ id: chatId, kind: 'group', name, members: new Set(members), hasBot, contacted: false },
        messages: [],
      }
      corp.groups.set(chatId, group)
    },

    addToGroup(chatId: string, id: string): void {
      groupOf(corp, chatId).members.add(personOf(corp, id).userId)
    },

    removeFromGroup(chatId: string, id: string): void {
      groupOf(corp, chatId).members.delete(id)
    },

    removesBot(chatId: string): void {
      groupOf(corp, chatId).hasBot = false
    },

    /** A webhook that posts into the group; returns its key. */
    addWebhook(chatId: string, key: string = newId('hook-')): string {
      corp.webhooks.set(key, groupOf(corp, chatId))
      return key
    },

    removeWebhook(key: string): void {
      corp.webhooks.delete(key)
    },
  }
}
