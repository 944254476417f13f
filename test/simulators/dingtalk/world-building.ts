import type { Json } from '../shared/json.ts'
import {
  createPerson,
  type Department,
  findPerson,
  groupOf,
  type Person,
  personOf,
  type ReportTemplate,
} from './company.ts'
import type { Side } from './side.ts'
import type { Delivery } from './stream/deliveries.ts'

export interface NewGroup {
  readonly conversationId: string
  readonly title: string
  /** By staff id, or `dingtalkId` for people from outside. The bot is always there from the start. */
  readonly members: readonly string[]
}

/** Changes of the company. Each happens at once; a promise is for the app's acknowledgement of the event. */
export function worldBuilding(side: Side) {
  const { company, deliveries } = side

  function tell(eventType: string, data: Json): Promise<Delivery> {
    const bornAt = side.now()
    return deliveries.event({ eventType, eventId: side.newId('event'), corpId: company.corpId, bornAt, data })
  }

  function change(id: string, patch: Partial<Omit<Person, 'staffId' | 'dingtalkId'>>): void {
    const person = personOf(company, id)
    company.people.set(person.dingtalkId, { ...person, ...patch })
  }

  return {
    addPerson(given: Partial<Person> & Pick<Person, 'staffId'>): Promise<Delivery> {
      const person = createPerson(given)
      if (findPerson(company, person.staffId) !== undefined) throw new Error(`${person.staffId} is here already`)
      company.people.set(person.dingtalkId, person)
      return tell('user_add_org', { timeStamp: side.now().getTime(), userId: [person.staffId] })
    },

    /** Somebody who is in groups but not in the company: known by `dingtalkId` only. */
    addOutsider({ dingtalkId, name }: Pick<Person, 'dingtalkId' | 'name'>): void {
      company.people.set(dingtalkId, createPerson({ staffId: '', dingtalkId, name, departments: [] }))
    },

    changePerson(id: string, patch: Partial<Omit<Person, 'staffId' | 'dingtalkId'>>): Promise<Delivery> {
      change(id, patch)
      return tell('user_modify_org', { timeStamp: side.now().getTime(), userId: [id] })
    },

    /** Leaves the company, and all its groups. */
    leaves(id: string): Promise<Delivery> {
      const { dingtalkId } = personOf(company, id)
      change(id, { active: false })
      for (const { kind, members } of company.places.values()) if (kind === 'group') members.delete(dingtalkId)
      return tell('user_leave_org', { timeStamp: side.now().getTime(), userId: [id] })
    },

    addDepartment(department: Department): void {
      company.departments.set(department.id, department)
    },

    addGroup({ conversationId, title, members }: NewGroup): void {
      const ids = members.map(id => personOf(company, id).dingtalkId)
      const all = new Set([...ids, company.bot.dingtalkId])
      company.places.set(conversationId, { conversationId, kind: 'group', title, members: all, messages: [] })
    },

    addToGroup(conversationId: string, id: string): void {
      groupOf(company, conversationId).members.add(personOf(company, id).dingtalkId)
    },

    /** The bot is named by its `dingtalkId`. The app is not told of either. */
    removeFromGroup(conversationId: string, id: string): void {
      groupOf(company, conversationId).members.delete(personOf(company, id).dingtalkId)
    },

    addReportTemplate(template: ReportTemplate): void {
      company.templates.set(template.name, template)
    },

    /** Any event at all, also one that the simulator has no verb for. */
    sendsEvent: tell,
  }
}
