import { existing } from '../shared/existing.ts'
import type { Json } from '../shared/json.ts'

export interface Person {
  /** Empty for people outside the company. */
  readonly staffId: string
  /** The id that only this app knows them by. */
  readonly dingtalkId: string
  readonly name: string
  readonly mobile: string
  readonly title: string
  readonly departments: readonly number[]
  readonly admin: boolean
  readonly active: boolean
}

export interface Department {
  readonly id: number
  readonly name: string
  readonly parent: number
}

export interface Place {
  readonly conversationId: string
  readonly kind: 'group' | 'direct'
  readonly title: string
  /** The `dingtalkId` of everybody in it; the bot's too, while it is there. */
  readonly members: Set<string>
  /** Oldest first. */
  readonly messages: Message[]
}

export interface Message {
  /** What it is recalled by; for a person's message its `msgId`. */
  readonly id: string
  /** The sender's `dingtalkId`. */
  readonly sender: string
  readonly at: Date
  /** Its msgtype or msgKey, or `card`. */
  readonly kind: string
  /** Shown in the list of conversations and in notifications only. */
  readonly title: string
  readonly text: string
  /** Whom it rings: staff ids, and `all`. */
  readonly mentions: readonly string[]
  /** The media id or address of a picture or file. */
  readonly media: string | null
  /** The card that it shows. */
  readonly outTrackId: string | null
  /** What the bot came to know of it: an earlier message is quoted with it. */
  readonly content: Json
  recallable: boolean
}

export interface Card {
  readonly outTrackId: string
  readonly templateId: string
  readonly place: Place
  /** Only these pick up its buttons on the stream. */
  readonly callsBack: boolean
  params: Readonly<Record<string, string>>
  /** What single people see instead, by staff id. */
  readonly privateParams: Map<string, Readonly<Record<string, string>>>
}

export interface StoredFile {
  readonly name: string
  readonly type: string
  readonly content: Uint8Array
}

export interface ReportTemplate {
  readonly id: string
  readonly name: string
  readonly fields: readonly string[]
}

export interface SentReport {
  readonly id: string
  readonly staffId: string
  readonly template: string
  readonly contents: readonly { readonly key: string; readonly content: string }[]
  readonly at: Date
}

/** One company with one app in it. */
export interface Company {
  readonly corpId: string
  readonly bot: Person
  /** By `dingtalkId`. */
  readonly people: Map<string, Person>
  readonly departments: Map<number, Department>
  /** By conversation id, direct ones among them. */
  readonly places: Map<string, Place>
  readonly cards: Map<string, Card>
  readonly media: Map<string, StoredFile>
  /** Ids of what was uploaded as a file: nothing else can be sent as one. */
  readonly files: Set<string>
  /** What people sent, by download code. */
  readonly downloads: Map<string, StoredFile>
  /** By what an address names; each is good for one download. */
  readonly lent: Map<string, StoredFile>
  readonly templates: Map<string, ReportTemplate>
  readonly reports: SentReport[]
}

const rootDepartment: Department = { id: 1, name: '公司', parent: 0 }

export function createCompany(botName: string): Company {
  const bot = createPerson({ staffId: '', dingtalkId: '$:LWCP_v1:$bellwether', name: botName })
  return {
    corpId: 'dingsimulatedcorp',
    bot,
    people: new Map([[bot.dingtalkId, bot]]),
    departments: new Map([[rootDepartment.id, rootDepartment]]),
    places: new Map(),
    cards: new Map(),
    media: new Map(),
    files: new Set(),
    downloads: new Map(),
    lent: new Map(),
    templates: new Map(),
    reports: [],
  }
}

export function createPerson(given: Partial<Person> & Pick<Person, 'staffId'>): Person {
  const usual = { name: given.staffId, mobile: '', title: '', departments: [1], admin: false, active: true }
  return { dingtalkId: `$:LWCP_v1:$${given.staffId}`, ...usual, ...given }
}

/** Somebody by staff id, or by `dingtalkId` when they are from outside. */
export function findPerson({ people, bot }: Company, id: string): Person | undefined {
  return people.get(id) ?? [...people.values()].find(({ staffId }) => staffId === id && staffId !== bot.staffId)
}

export function personOf(company: Company, id: string): Person {
  return existing(findPerson(company, id), `nobody ${id} in this company`)
}

export function groupOf({ places }: Company, id: string): Place {
  const place = places.get(id)
  return existing(place?.kind === 'group' ? place : undefined, `no group ${id} in this company`)
}

/** The conversation of a person and the bot, opened when there is none. */
export function directPlace({ places, bot }: Company, { dingtalkId, name }: Person): Place {
  const conversationId = `cidDirect${dingtalkId.replace('$:LWCP_v1:$', '')}==`
  const known = places.get(conversationId)
  if (known !== undefined) return known
  const members = new Set([dingtalkId, bot.dingtalkId])
  const opened: Place = { conversationId, kind: 'direct', title: name, members, messages: [] }
  places.set(conversationId, opened)
  return opened
}
